"""python3 -m bench: called by run.sh, which builds first and removes the directory afterwards."""

import argparse
import os
import signal
import sys
import time

from . import figures, lifecycle, measure
from .figures import LARGE, MIDDLE
from .lab import Lab
from .postgres import Database
from .processes import Failure
from .results import Results, figures_table, targets_table

GROUPS = ["phone", "add", "import", "find", "growth", "start", "memory", "syncs", "lateness",
          "command"]
WITH_POSTGRES = {"phone", "add", "find", "command"}


def read_options():
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("--directory", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--callbookd", help="path of the daemon; without it only the others run")
    parser.add_argument("--callbook", help="path of the command")
    parser.add_argument("--query", default="contact get --phone {phone}",
                        help="words of the command for one query (default: %(default)s)")
    parser.add_argument("--sizes", default="10000,100000,1000000", help="contacts, with commas")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.5, help="for each measured run")
    parser.add_argument("--only", default=",".join(GROUPS), help="of: %(default)s")
    parser.add_argument("--json", help="file for all samples")
    options = parser.parse_args()
    options.sizes = sorted(int(size) for size in options.sizes.split(","))
    options.only = options.only.split(",")
    unknown = set(options.only) - set(GROUPS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    if bool(options.callbookd) != bool(options.callbook):
        parser.error("--callbookd and --callbook go together")
    return options


def say(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def middle_of(sizes):
    return MIDDLE if MIDDLE in sizes else sizes[len(sizes) // 2]


def set_up(lab, options):
    """Loads every data set into every server that will be asked."""
    lab.echo.start()
    needs_postgres = WITH_POSTGRES & set(options.only)
    if needs_postgres:
        lab.start_postgres()
    for size in options.sizes:
        lab.generate(size)
        for name in lab.names:
            say(f"filling {name} with {size:,} contacts")
            server, seconds = lab.filled(name, size, f"{name}-{size}")
            lab.readers[name, size] = server
            lifecycle.record_import(lab, size, name, seconds)
        if needs_postgres and (size == middle_of(options.sizes) or "find" in options.only):
            say(f"filling postgres with {size:,} contacts")
            lab.readers["postgres", size] = Database(lab.cluster, size)
            seconds = lab.readers["postgres", size].fill(lab.csv[size])
            lifecycle.record_import(lab, size, "postgres", seconds)


def steps_of_round(lab, options):
    """What one round measures, by group."""
    middle, smallest, largest = middle_of(options.sizes), options.sizes[0], options.sizes[-1]
    yield "phone", lambda: measure.by_phone(lab, middle)
    yield "add", lambda: measure.add(lab, middle)
    for size in options.sizes:
        yield "find", lambda size=size: measure.find(lab, size)
    if largest > smallest:
        yield "growth", lambda: measure.growth(lab, smallest, largest)
    yield "command", lambda: measure.command(lab, middle)
    for size in options.sizes:
        if size < LARGE and "callbook" in lab.names:
            yield "import", lambda size=size: lifecycle.import_again(lab, size)
        yield "start", lambda size=size: lifecycle.start(lab, size)


def steps_at_the_end(lab, options):
    """What needs no rounds: counts and bytes."""
    yield "syncs", lambda: lifecycle.syncs(lab, middle_of(options.sizes))
    for size in options.sizes:
        yield "memory", lambda size=size: lifecycle.memory(lab, size)
    if "callbook" in lab.names:
        for size in options.sizes:
            yield "lateness", lambda size=size: lifecycle.lateness(
                lab, size, 0, figures.LATE_P50, figures.LATE_P99)
        yield "lateness", lambda: lifecycle.lateness(
            lab, middle_of(options.sizes), 32, figures.LATE_WRITERS_P50, figures.LATE_WRITERS_P99)


def run_steps(steps, options):
    """Takes every step that is wanted, also after one that failed; how many failed."""
    failed = 0
    for group, step in steps:
        if group not in options.only:
            continue
        try:
            step()
        except (Failure, OSError) as failure:
            say(f"{group} failed: {failure}")
            failed += 1
    return failed


def measure_all(lab, options):
    set_up(lab, options)
    failed = 0
    for lab.results.round in range(options.rounds):
        say(f"round {lab.results.round + 1} of {options.rounds}")
        failed += run_steps(steps_of_round(lab, options), options)
    return failed + run_steps(steps_at_the_end(lab, options), options)


def main():
    # A signal becomes an exception, so that every server is stopped on the way out.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda received, _: sys.exit(128 + received))
    options = read_options()
    os.chmod(options.directory, 0o711)  # the account postgres passes through
    results = Results()
    with Lab(options.directory, options, results) as lab:
        try:
            status = 1 if measure_all(lab, options) else 0
        except Failure as failure:
            print(f"failed: {failure}", file=sys.stderr)
            status = 1
    print("\n" + figures_table(results))
    judged = targets_table(results)
    if judged:
        print("\n" + judged)
    if options.json:
        with open(options.json, "w") as file:
            file.write(results.as_json())
    return status


if __name__ == "__main__":
    sys.exit(main())
