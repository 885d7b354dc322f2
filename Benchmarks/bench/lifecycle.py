"""Starting, crashing, memory, syncs and imports: each figure by itself, not beside the others."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from . import figures, processes


def import_again(lab, size):
    """The import into a store that is new, once a round."""
    server, seconds = lab.filled("callbook", size, f"callbook-{size}-import")
    lab.discard(server)
    record_import(lab, size, "callbook", seconds)


def record_import(lab, size, subject, seconds):
    lab.results.record(figures.IMPORT_SECONDS, size, subject, seconds)
    lab.results.record(figures.IMPORT_RATE, size, subject, size / seconds)


def start(lab, size):
    for name in lab.names:
        server = lab.readers[name, size]
        server.stop()
        lab.results.record(figures.START_CLEAN, size, name, server.start() * 1000)
        crashed = lab.writers.get((name, size)) or lab.copy_for_adds(name, size)
        kill_while_adding(crashed)
        lab.results.record(figures.START_CRASHED, size, name, crashed.start() * 1000)


def kill_while_adding(server):
    options = ["--connections", "8", "--seconds", "30"]
    load = processes.spawn(
        server.load_command("add", options), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1.0)
    if load.poll() is not None:
        raise processes.Failure(f"{server.name}: adding ended before the crash")
    server.kill()
    load.wait()  # it ends by itself: its connections are gone
    server.next_person += 1_000_000  # how many of them were added nobody knows


def settled_bytes(process_id):
    """Anonymous memory once it no longer changes: indexes are filled after the first answer."""
    before = processes.anonymous_bytes(process_id)
    for _ in range(30):
        time.sleep(1)
        now = processes.anonymous_bytes(process_id)
        if abs(now - before) < 0.01 * now:
            return now
        before = now
    return before


def memory(lab, size):
    for name in lab.names:
        server = lab.readers[name, size]
        server.stop()
        server.start()
        idle = settled_bytes(server.process.pid)
        lab.results.record(figures.MEMORY_IDLE, size, name, idle / 1e6)
        server.load("phone", ["--connections", "8", "--count", "100000", "--people", str(size)])
        read = processes.anonymous_bytes(server.process.pid)
        lab.results.record(figures.MEMORY_READ, size, name, read / 1e6)


def lateness(lab, size, writers, p50, p99):
    """A store of its own, as many reminders waiting as others have contacts, beside a bare timer."""
    programs = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = subprocess.run(
        [sys.executable, os.path.join(programs, "lateness.py"), lab.options.callbookd,
         os.path.join(programs, ".build", "timer"), "--pending", str(size),
         "--writers", str(writers)], stdout=subprocess.PIPE, text=True, check=False)
    if found.returncode != 0:
        raise processes.Failure(f"lateness.py ended with {found.returncode}")
    measured = json.loads(found.stdout)
    for subject, name in (("callbook", "reminders"), ("timer", "bare")):
        # The store keeps whole milliseconds: of both the end of the one in which it was.
        lab.results.record(p50, size, subject, int(measured[name]["p50_ms"]) + 1)
        lab.results.record(p99, size, subject, int(measured[name]["p99_ms"]) + 1)


def syncs_during(server, mode, options):
    """How often the server synced a file during a run, and the run's figures."""
    with tempfile.NamedTemporaryFile("r") as counts:
        tracer = processes.spawn(
            ["strace", "-c", "-f", "-e", "trace=fdatasync,fsync", "-o", counts.name, "-p",
             str(server.process.pid)], stderr=subprocess.PIPE, text=True)
        tracer.stderr.readline()  # "Process N attached"
        measured = server.load(mode, options)
        time.sleep(0.2)
        tracer.send_signal(signal.SIGINT)
        tracer.communicate()
        calls = re.findall(r"^\s*\S+\s+\S+\s+\S+\s+(\d+)\s.*f(?:data)?sync$", counts.read(), re.M)
    return sum(int(call) for call in calls), measured


def syncs(lab, size):
    for name in lab.names:
        reader = lab.readers[name, size]
        writer = lab.writers.get((name, size)) or lab.copy_for_adds(name, size)
        count, _ = syncs_during(
            reader, "phone", ["--count", "20000", "--connections", "4", "--people", str(size)])
        lab.results.record(figures.SYNCS_OF_READS, size, name, count)
        count, one = syncs_during(writer, "add", ["--count", "500", "--warmup", "0"])
        lab.results.record(figures.SYNCS_AN_ADD, size, name, count / one["count"])
        options = ["--count", "5000", "--connections", "32", "--warmup", "0"]
        count, many = syncs_during(writer, "add", options)
        lab.results.record(figures.ADDS_A_SYNC, size, name, many["count"] / max(count, 1))
