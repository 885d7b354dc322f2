"""Child processes that never outlive this one, and where they may run."""

import contextlib
import ctypes
import json
import os
import signal
import subprocess

PR_SET_PDEATHSIG = 1
BUILT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), ".build")
ALL_CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE = ALL_CORES[0]
CLIENT_CORE = ALL_CORES[-1]

_libc = ctypes.CDLL(None)


class Failure(Exception):
    """A run that cannot give a figure; its text goes to the reader."""


def program(name):
    """The path of a program that the Makefile built."""
    return os.path.join(BUILT, name)


def _die_with_parent():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def spawn(command, **options):
    return subprocess.Popen(command, preexec_fn=_die_with_parent, **options)


def stop(process, by=signal.SIGTERM, within_s=60):
    """Ends a child in good order, or by force when it takes too long."""
    if process.poll() is None:
        process.send_signal(by)
    try:
        return process.wait(within_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise Failure(f"{process.args[0]} did not stop within {within_s} s")


def output_of(command, **options):
    """What a program that must succeed printed."""
    process = spawn(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    try:
        out, error = process.communicate()
    except BaseException:
        process.kill()
        process.wait()
        raise
    if process.returncode != 0:
        shown = " ".join(str(word) for word in command)
        raise Failure(f"{shown}: status {process.returncode}: {(out + error).strip()[-500:]}")
    return out


def json_of(command, **options):
    return json.loads(output_of(command, **options))


def pin(process_id, cores):
    """Keeps a process, its children and all their threads on these cores."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        for task in os.listdir(f"/proc/{process_id}/task"):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                os.sched_setaffinity(int(task), cores)
                with open(f"/proc/{process_id}/task/{task}/children") as children:
                    for child in children.read().split():
                        pin(int(child), cores)


def anonymous_bytes(process_id):
    """Memory of the process that no file backs (RssAnon)."""
    with open(f"/proc/{process_id}/status") as status:
        for line in status:
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    raise Failure(f"process {process_id} has no RssAnon")
