"""The interleaved measurements: each is called once a round and asks every server in turn."""

import os
import subprocess

from . import figures, processes
from .servers import ask


def by_phone(lab, size):
    postgres = lab.readers.get(("postgres", size))
    daemons = [lab.readers[name, size] for name in lab.names]
    everyone = [lab.echo, *daemons] + ([postgres] if postgres else [])
    runs = [
        (figures.PHONE_TWO_CORES, lab.run_on_two_cores, everyone, {}),
        (figures.PHONE_ONE_CORE, lab.run_on_one_core, everyone, {}),
        (figures.PHONE_32, lab.run_on_two_cores, everyone, {"connections": 32}),
        (figures.PHONE_32_FREE, lab.run_free, everyone, {"connections": 32}),
        (figures.PHONE_16_32, lab.run_on_two_cores, [lab.echo, *daemons],
         {"connections": 16, "depth": 32}),
        (figures.PHONE_16_32_FREE, lab.run_free, [lab.echo, *daemons],
         {"connections": 16, "depth": 32}),
    ]
    for figure, run, servers, options in runs:
        for server in servers:
            measured = run(server, "phone", people=size, **options)
            value = measured["p50_us"] if figure.unit == "µs" else measured["rate"]
            lab.results.record(figure, size, server.name, value)


def append(lab, size):
    """The floor of one durable add: its rows' bytes; beside it the pages that SQLite logs for them."""
    path = os.path.join(lab.directory, "append")
    for subject, row_bytes in (("append", "800"), ("append of 12 pages", "49152")):
        measured = processes.json_of(
            [processes.program("append"), path, "1000", row_bytes, str(processes.CLIENT_CORE)])
        os.unlink(path)
        lab.results.record(figures.ADD_1, size, subject, measured["p50_us"])


def add(lab, size):
    subjects = []
    for name in [*lab.names, "postgres"]:
        if (name, size) not in lab.readers:
            continue
        writer = lab.copy_for_adds(name, size)
        modes = {"pg function": "add-function", "pg statements": "add-statements"}
        subjects += ([(subject, writer, mode) for subject, mode in modes.items()]
                     if name == "postgres" else [(name, writer, "add")])
    append(lab, size)
    runs = [
        (figures.ADD_1, None, lab.run_on_two_cores, 1),
        (figures.ADD_8, None, lab.run_on_two_cores, 8),
        (figures.ADD_8_FREE, None, lab.run_free, 8),
        (figures.ADD_32, figures.ADD_32_P99, lab.run_on_two_cores, 32),
        (figures.ADD_32_FREE, figures.ADD_32_FREE_P99, lab.run_free, 32),
    ]
    for figure, p99, run, connections in runs:
        for subject, server, mode in subjects:
            measured = run(server, mode, connections=connections)
            value = measured["p50_us"] if figure.unit == "µs" else measured["rate"]
            lab.results.record(figure, size, subject, value)
            if p99:
                lab.results.record(p99, size, subject, measured["p99_us"])
    if "callbook" in lab.names:
        found_once_answered(lab, size)


def found_once_answered(lab, size):
    socket = lab.writers["callbook", size].socket
    found = 0
    for turn in range(20):
        # Private-use characters, so that nobody else has the name.
        name = f"王{chr(0xE000 + turn)}{chr(0xE100 + lab.results.round)}"
        added = ask(socket, "contact.add", {"name": name})
        items = ask(socket, "contact.find", {"text": name, "limit": 20})["items"]
        found += any(item.get("id") == added.get("id") for item in items)
    lab.results.record(figures.ADD_FOUND, size, "callbook", found)


def find(lab, size):
    postgres = lab.readers.get(("postgres", size))
    if postgres:
        text = ["--text", figures.FIND_KINDS["two Chinese characters"]]
        measured = lab.run_on_two_cores(postgres, "find", extra=text)
        lab.results.record(figures.FIND_TWO, size, "postgres", measured["p50_us"])
        scan = postgres.planning_each_query()
        measured = lab.run_on_two_cores(scan, "find", extra=text)
        lab.results.record(figures.FIND_TWO_SCAN, size, "postgres", measured["p50_us"])
    if "callbook" not in lab.names:
        return
    callbook = lab.readers["callbook", size]
    slowest = 0
    for kind, text in figures.FIND_KINDS.items():
        measured = lab.run_on_two_cores(callbook, "find", extra=["--text", text])
        for quantile in ("p50", "p99"):
            figure = figures.find_kind(kind, quantile)
            lab.results.record(figure, size, "callbook", measured[f"{quantile}_us"])
        slowest = max(slowest, measured["p99_us"])
        if kind == "two Chinese characters":
            lab.results.record(figures.FIND_TWO, size, "callbook", measured["p50_us"])
    lab.results.record(figures.FIND_ANY_P99, size, "callbook", slowest)
    beside_a_find(lab, callbook, size)


def beside_a_find(lab, callbook, size):
    """How much later others are answered while one connection finds without a pause."""
    alone = lab.run_free(callbook, "phone", connections=8, people=size)
    seconds = str(lab.options.seconds + 2)
    finder = processes.spawn(
        callbook.load_command("find", ["--seconds", seconds, "--text", "明"]),
        stdout=subprocess.DEVNULL)
    beside = lab.run_free(callbook, "phone", connections=8, people=size)
    if finder.wait() != 0:
        raise processes.Failure("a find failed beside other requests")
    lab.results.record(figures.BESIDE_FIND_P99, size, "callbook",
                       beside["p99_us"] / alone["p99_us"])


def growth(lab, smallest, largest):
    for name in lab.names:
        readers = lab.readers[name, smallest], lab.readers[name, largest]
        writers = tuple(
            lab.writers.get((name, size)) if size > figures.MIDDLE else None
            for size in (smallest, largest))
        writers = tuple(writer or lab.copy_for_adds(name, size)
                        for writer, size in zip(writers, (smallest, largest)))
        runs = [
            (figures.GROWTH_P50, "phone", readers, {}),
            (figures.GROWTH_PHONE_32, "phone", readers, {"connections": 32}),
            (figures.GROWTH_PHONE_16_32, "phone", readers, {"connections": 16, "depth": 32}),
            (figures.GROWTH_ADD_32, "add", writers, {"connections": 32}),
        ]
        for figure, mode, servers, options in runs:
            small, large = (
                lab.run_on_two_cores(server, mode, people=size, **options)
                for server, size in zip(servers, (smallest, largest)))
            times = (large["p50_us"] / small["p50_us"] if figure is figures.GROWTH_P50
                     else small["rate"] / large["rate"])
            lab.results.record(figure, largest, name, times)


def command(lab, size):
    """Whole processes, each asking one question."""
    phone = str(19_900_000_000 + size)
    request = ('{"jsonrpc":"2.0","id":1,"method":"contact.get","params":{"phone":"%s"}}' % phone)
    commands = {}
    for name in lab.names:
        server = lab.readers[name, size]
        server.pin([processes.SERVER_CORE])
        subject = "client" if name == lab.names[-1] else "client to the reference"
        commands[subject] = [processes.program("client"), server.socket, request]
    if "callbook" in lab.names:
        query = [word.format(phone=phone) for word in lab.options.query.split()]
        socket = lab.readers["callbook", size].socket
        commands["callbook"] = [lab.options.callbook, "--socket", socket, *query]
    if ("postgres", size) in lab.readers:
        commands["psql"] = lab.readers["postgres", size].query_command(phone)
    for subject, words in commands.items():
        measured = processes.json_of(
            [processes.program("start"), "50", str(processes.CLIENT_CORE), *words])
        lab.results.record(figures.COMMAND, size, subject, measured["p50_us"])
