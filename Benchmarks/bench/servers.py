"""The line servers: the echo, the reference daemon and Callbook."""

import json
import os
import signal
import socket
import time

from . import processes
from .processes import Failure

START_WITHIN_S = 120


def ask(socket_path, method, parameters):
    """One request on a connection of its own; its result."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(START_WITHIN_S)
        connection.connect(socket_path)
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters}
        connection.sendall(json.dumps(request).encode() + b"\n")
        for line in connection.makefile("rb"):
            answer = json.loads(line)
            if answer.get("id") == 1:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']}")
                return answer.get("result")
    raise Failure(f"{method}: the connection closed")


class LineServer:
    """A server on a Unix socket in a directory of its own."""

    name = "server"
    first_request = ("contact.get", {"phone": "19900000000"})

    def __init__(self, directory):
        os.makedirs(directory, exist_ok=True)
        self.directory = directory
        self.socket = os.path.join(directory, "socket")
        self.process = None
        self.next_person = 10_000_000
        self.log = os.path.join(directory, "log")

    def command(self):
        raise NotImplementedError

    def start(self):
        """Starts it; seconds until its first answer."""
        with open(self.log, "ab") as log:
            begun_s = time.monotonic()
            self.process = processes.spawn(self.command(), stdout=log, stderr=log)
        return self._wait_for_answer(begun_s)

    def _wait_for_answer(self, begun_s):
        while True:
            try:
                ask(self.socket, *self.first_request)
                return time.monotonic() - begun_s
            except (FileNotFoundError, ConnectionError):
                pass
            if self.process.poll() is not None:
                raise Failure(f"{self.name} ended at its start: {self._log_end()}")
            if time.monotonic() - begun_s > START_WITHIN_S:
                raise Failure(f"{self.name} did not answer within {START_WITHIN_S} s")
            time.sleep(0.0005)

    def _log_end(self):
        with open(self.log, errors="replace") as log:
            return log.read()[-500:].strip()

    def stop(self):
        if self.process is None:
            return
        process, self.process = self.process, None
        status = processes.stop(process)
        if status != 0:
            raise Failure(f"{self.name} ended with status {status}: {self._log_end()}")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def pin(self, cores):
        processes.pin(self.process.pid, cores)

    def load_command(self, mode, options):
        command = [processes.program("load"), "--server", self.socket, "--mode", mode]
        return command + ["--first", str(self.next_person)] + options

    def load(self, mode, options):
        figures = processes.json_of(self.load_command(mode, options))
        self.next_person = figures["next"]
        return figures


class Echo(LineServer):
    name = "echo"
    first_request = ("rpc.ping", {})

    def command(self):
        return [processes.program("echo"), self.socket]

    def load_command(self, mode, options):
        return super().load_command(mode, options) + ["--echo"]


class Reference(LineServer):
    name = "reference"

    def command(self):
        return [processes.program("reference-daemon"), self.directory, self.socket]

    def fill(self, csv):
        """Loads a data set into the stopped daemon's store; seconds that it took."""
        begun_s = time.monotonic()
        command = [processes.program("reference-daemon"), self.directory, "--import", csv]
        processes.output_of(command)
        return time.monotonic() - begun_s


class Callbook(LineServer):
    name = "callbook"
    first_request = ("rpc.ping", {})

    def __init__(self, directory, daemon, client):
        super().__init__(directory)
        self.daemon = daemon
        self.client = client

    def command(self):
        store = os.path.join(self.directory, "store")
        return [self.daemon, "--state-directory", store, "--socket", self.socket]

    def fill(self, csv):
        """Imports a data set through the running daemon; seconds that it took."""
        begun_s = time.monotonic()
        processes.output_of([self.client, "--socket", self.socket, "contact", "import", csv])
        return time.monotonic() - begun_s
