"""How late reminders fire: `python3 lateness.py CALLBOOKD TIMER [--pending N] [--writers N]`.

A store is filled with reminders that wait for years and with some that fall due, a tenth of a second apart, while the
daemon runs. What the store says afterwards of those is compared with a bare timer loop that sleeps until the same
instants. Nothing may be early.
"""

import argparse
import json
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

DUE = 200
STEP_MS = 100


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("callbookd")
    parser.add_argument("timer")
    parser.add_argument("--pending", type=int, default=100_000)
    parser.add_argument("--writers", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        daemon = start(options, directory)
        stop(daemon)
        first = fill(directory, options.pending)
        instants = [first + number * STEP_MS for number in range(DUE)]
        bare = subprocess.Popen(
            [options.timer], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        bare.stdin.write("\n".join(map(str, instants)))
        bare.stdin.close()
        daemon = start(options, directory)
        if time.time() * 1000 > first:
            sys.exit("the start took too long")
        ending = threading.Event()
        writers = [
            threading.Thread(target=write, args=(directory, number, ending))
            for number in range(options.writers)
        ]
        for writer in writers:
            writer.start()
        time.sleep(max(0, instants[-1] / 1000 - time.time()) + 1)
        ending.set()
        for writer in writers:
            writer.join()
        stop(daemon)
        figures = fired(directory)
        print(
            json.dumps({
                "pending": options.pending, "writers": options.writers,
                "reminders": shown(figures),
                "bare": shown([float(line) for line in bare.stdout.read().split()]),
            }))
        if len(figures) != DUE or min(figures) < 0:
            sys.exit(f"{len(figures)} of {DUE} fired, the earliest {min(figures)} ms after its time")


def start(options, directory):
    daemon = subprocess.Popen(
        [options.callbookd, "--state-directory", directory, "--socket", f"{directory}/s"],
        stderr=subprocess.DEVNULL)
    for _ in range(1000):
        try:
            connect(directory).close()
            return daemon
        except OSError:
            time.sleep(0.02)
    sys.exit("the daemon does not start")


def stop(daemon):
    daemon.terminate()
    daemon.wait()


def connect(directory):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(f"{directory}/s")
    return connection


def fill(directory, pending):
    """Returns when the first one is due: seconds from now, after the rows are in and the daemon is up."""
    store = sqlite3.connect(f"{directory}/callbook.db")
    contact = """INSERT INTO contact (id, uuid, state, kind, name, category, status, rev, created_at, updated_at)
        VALUES (?, randomblob(16), 'live', 'person', 'A', 'merchant', 'active', 1, ?, ?)"""
    reminder = """INSERT INTO reminder (id, subject_kind, subject, kind, occurrence, due, role, provisional, rule,
        revision, planned_at, planned_seq, state)
        VALUES (?, 'contact', ?, 'review.due', '2026-01-01', ?, 'manager', 0, 'review.cycle.merchant', 1, 0, 0,
        'pending')"""
    now = int(time.time() * 1000)
    far = now + 10 * 365 * 86_400_000
    count = pending + DUE
    store.executemany(contact, ((number, now, now) for number in range(1, count + 1)))
    store.executemany(reminder, ((number, number, far + number) for number in range(1, pending + 1)))
    first = int(time.time() * 1000) + 4000 + pending // 100
    store.executemany(
        reminder,
        ((pending + number + 1, pending + number + 1, first + number * STEP_MS) for number in range(DUE)))
    store.commit()
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return first


def write(directory, number, ending):
    connection = connect(directory)
    replies = connection.makefile("r")
    replies.readline()
    count = 0
    while not ending.is_set():
        count += 1
        params = {"name": f"w{number} {count}"}
        line = {"jsonrpc": "2.0", "id": count, "method": "contact.add", "params": params}
        connection.sendall((json.dumps(line) + "\n").encode())
        replies.readline()
    connection.close()


def fired(directory):
    store = sqlite3.connect(f"{directory}/callbook.db")
    return [row[0] for row in store.execute("SELECT ended_at - due FROM reminder WHERE state = 'fired'")]


def shown(milliseconds):
    ordered = sorted(milliseconds)
    return {
        "count": len(ordered), "p50_ms": ordered[len(ordered) // 2],
        "p99_ms": ordered[int(len(ordered) * 0.99)], "max_ms": ordered[-1],
    }


main()
