"""What is measured, and what of it has a target."""

from dataclasses import dataclass

SMALL, MIDDLE, LARGE = 10_000, 100_000, 1_000_000


@dataclass(frozen=True)
class Figure:
    text: str
    unit: str


@dataclass(frozen=True)
class Target:
    """`bound` holds for Callbook's figure, or for its ratio to another's of the same round."""

    figure: Figure
    sign: str  # "<=" or ">="
    bound: float
    against: str | None = None
    size: int | None = None  # None: at every size that was measured

    def is_met_by(self, value):
        return value <= self.bound if self.sign == "<=" else value >= self.bound


PHONE_TWO_CORES = Figure("by phone, 1 connection, a core each, p50", "µs")
PHONE_ONE_CORE = Figure("by phone, 1 connection, one core for both, p50", "µs")
PHONE_32 = Figure("by phone, 32 connections, a core each", "/s")
PHONE_32_FREE = Figure("by phone, 32 connections, not pinned", "/s")
PHONE_16_32 = Figure("by phone, 16 connections pipelined by 32, a core each", "/s")
PHONE_16_32_FREE = Figure("by phone, 16 connections pipelined by 32, not pinned", "/s")

ADD_1 = Figure("add, 1 connection, a core each, p50", "µs")
ADD_8 = Figure("add, 8 connections, a core each", "/s")
ADD_8_FREE = Figure("add, 8 connections, not pinned", "/s")
ADD_32 = Figure("add, 32 connections, a core each", "/s")
ADD_32_FREE = Figure("add, 32 connections, not pinned", "/s")
ADD_32_P99 = Figure("add, 32 connections, a core each, p99", "µs")
ADD_32_FREE_P99 = Figure("add, 32 connections, not pinned, p99", "µs")
ADD_FOUND = Figure("added contacts found by name once answered, of 20", "")

SYNCS_AN_ADD = Figure("syncs an answered add, 1 connection", "")
ADDS_A_SYNC = Figure("adds a sync, 32 connections", "")
SYNCS_OF_READS = Figure("syncs during 20,000 reads", "")

IMPORT_RATE = Figure("import", "/s")
IMPORT_SECONDS = Figure("import", "s")

FIND_TWO = Figure("find by two Chinese characters, p50", "µs")
FIND_TWO_SCAN = Figure("find by two Chinese characters, PostgreSQL without its index, p50", "µs")
FIND_ANY_P99 = Figure("any find, the slowest kind's p99", "µs")
BESIDE_FIND_P99 = Figure("by phone, 8 connections, p99 while another finds", "times")

GROWTH_P50 = Figure("by phone, 1 connection, p50, largest store / smallest", "times")
GROWTH_PHONE_32 = Figure("by phone, 32 connections, rate, smallest store / largest", "times")
GROWTH_PHONE_16_32 = Figure("by phone, 16 pipelined by 32, rate, smallest store / largest", "times")
GROWTH_ADD_32 = Figure("add, 32 connections, rate, smallest store / largest", "times")

START_CLEAN = Figure("start to first answer after a clean stop", "ms")
START_CRASHED = Figure("start to first answer after kill -9 under load", "ms")
MEMORY_IDLE = Figure("anonymous memory, idle", "MB")
MEMORY_READ = Figure("anonymous memory after 100,000 random reads", "MB")

COMMAND = Figure("one query by command, start to end, p50", "µs")

LATE_P50 = Figure("reminders, how late they fire, p50", "ms")
LATE_P99 = Figure("reminders, how late they fire, p99", "ms")
LATE_WRITERS_P50 = Figure("reminders, how late beside 32 who add, p50", "ms")
LATE_WRITERS_P99 = Figure("reminders, how late beside 32 who add, p99", "ms")

FIND_KINDS = {
    "one Chinese character": "明",
    "two Chinese characters": "小明",
    "pinyin": "xiaoming",
    "initials": "wxm",
    "last four digits": "4321",
    "part of a company": "阎记便利",
}


def find_kind(kind, quantile):
    return Figure(f"find by {kind}, {quantile}", "µs")


TARGETS = [
    Target(PHONE_TWO_CORES, "<=", 1.35, "echo"),
    Target(PHONE_ONE_CORE, "<=", 4.0, "echo"),
    Target(PHONE_32, ">=", 1.5, "postgres"),
    Target(PHONE_32_FREE, ">=", 1.5, "postgres"),
    Target(PHONE_32, ">=", 0.6, "reference"),
    Target(PHONE_32_FREE, ">=", 0.6, "reference"),
    Target(PHONE_16_32, ">=", 0.5, "reference"),
    Target(PHONE_16_32_FREE, ">=", 0.5, "reference"),
    Target(ADD_1, "<=", 1.3, "append"),
    Target(ADD_8, ">=", 0.9, "pg function"),
    Target(ADD_8_FREE, ">=", 0.9, "pg function"),
    Target(ADD_32, ">=", 1.5, "pg function"),
    Target(ADD_32_FREE, ">=", 1.5, "pg function"),
    Target(ADD_32, ">=", 2.5, "pg statements"),
    Target(ADD_32_FREE, ">=", 2.5, "pg statements"),
    Target(ADD_32_P99, "<=", 0.7, "pg function"),
    Target(ADD_32_FREE_P99, "<=", 0.7, "pg function"),
    Target(ADD_FOUND, ">=", 20),
    Target(SYNCS_AN_ADD, ">=", 1),
    Target(SYNCS_OF_READS, "<=", 0),
    Target(IMPORT_RATE, ">=", 21_000, size=MIDDLE),
    Target(IMPORT_SECONDS, "<=", 60, size=LARGE),
    Target(FIND_TWO, "<=", 1 / 50, "postgres", size=MIDDLE),
    Target(FIND_ANY_P99, "<=", 2_000, size=MIDDLE),
    Target(FIND_ANY_P99, "<=", 12_000, size=LARGE),
    Target(GROWTH_P50, "<=", 1.2),
    Target(GROWTH_PHONE_32, "<=", 1.5),
    Target(GROWTH_PHONE_16_32, "<=", 1.5),
    Target(GROWTH_ADD_32, "<=", 1.5),
    Target(START_CLEAN, "<=", 50),
    Target(START_CRASHED, "<=", 2_000),
    Target(MEMORY_IDLE, "<=", 25, size=SMALL),
    Target(MEMORY_READ, "<=", 45, size=MIDDLE),
    Target(MEMORY_READ, "<=", 130, size=LARGE),
    Target(LATE_P50, "<=", 2, "timer"),
    Target(LATE_P99, "<=", 5, "timer"),
    Target(LATE_WRITERS_P50, "<=", 5, "timer"),
    Target(COMMAND, "<=", 3.5, "client"),
    Target(COMMAND, "<=", 0.5, "psql"),
]
