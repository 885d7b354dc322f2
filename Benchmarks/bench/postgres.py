"""A PostgreSQL 15 of our own: Unix socket only, durable as it comes."""

import copy
import os
import pwd
import signal
import subprocess
import time

from . import processes
from .processes import Failure

SCRIPTS = os.path.join(os.path.dirname(processes.BUILT), "postgres")
BINARIES = "/usr/lib/postgresql/15/bin"
SETTINGS = {
    "listen_addresses": "",
    "fsync": "on",
    "synchronous_commit": "on",
    "shared_buffers": "256MB",
    "max_connections": "100",
    "logging_collector": "off",
}


class Cluster:
    def __init__(self, directory):
        self.directory = directory
        self.data = os.path.join(directory, "data")
        self.process = None
        # PostgreSQL refuses to run as root.
        self.identity = {}
        os.makedirs(directory)
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(directory, account.pw_uid, account.pw_gid)
            self.identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def start(self):
        # In the C.UTF-8 locale Chinese characters are letters, or pg_trgm would ignore them.
        processes.output_of(
            [f"{BINARIES}/initdb", "-D", self.data, "-U", "bench", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync"], cwd="/", **self.identity)
        command = [f"{BINARIES}/postgres", "-D", self.data, "-k", self.directory]
        for name, value in SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        with open(os.path.join(self.directory, "log"), "ab") as log:
            self.process = processes.spawn(
                command, stdout=log, stderr=subprocess.STDOUT, cwd="/", **self.identity)
        self._wait()

    def _wait(self):
        until_s = time.monotonic() + 60
        while time.monotonic() < until_s:
            try:
                processes.output_of([f"{BINARIES}/psql", *self.psql_options("postgres"), "-c",
                                     "SELECT 1"])
                return
            except Failure:
                if self.process.poll() is not None:
                    raise Failure("PostgreSQL ended at its start") from None
                time.sleep(0.05)
        raise Failure("PostgreSQL did not start within 60 s")

    def stop(self):
        if self.process is not None:
            processes.stop(self.process, by=signal.SIGINT)
            self.process = None

    def psql_options(self, database):
        return ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.directory, "-U",
                "bench", "-d", database]

    def psql(self, database, *arguments):
        return processes.output_of(
            [f"{BINARIES}/psql", *self.psql_options(database), *arguments])


class Database:
    """One data set in the cluster."""

    name = "postgres"

    def __init__(self, cluster, size):
        self.cluster = cluster
        self.database = f"contacts{size}"
        self.conninfo_options = ""
        self.next_person = 10_000_000

    def fill(self, csv):
        """Creates and loads it; seconds from the first table to the last index."""
        self.cluster.psql("postgres", "-c", f"CREATE DATABASE {self.database}")
        begun_s = time.monotonic()
        self.cluster.psql(self.database, "-f", os.path.join(SCRIPTS, "schema.sql"))
        self.cluster.psql(self.database, "-v", f"file={csv}", "-f",
                          os.path.join(SCRIPTS, "load.sql"))
        self.cluster.psql(self.database, "-f", os.path.join(SCRIPTS, "indexes.sql"))
        return time.monotonic() - begun_s

    def planning_each_query(self):
        """The same data, but a prepared statement is planned for the values that it is given: a
        text of two characters then scans the table, which is faster than the whole index."""
        other = copy.copy(self)
        other.conninfo_options = "-c plan_cache_mode=force_custom_plan"
        return other

    def pin(self, cores):
        processes.pin(self.cluster.process.pid, cores)

    def load(self, mode, options):
        conninfo = (f"host={self.cluster.directory} user=bench dbname={self.database}"
                    f" options='{self.conninfo_options}'")
        figures = processes.json_of(
            [processes.program("load-pg"), "--server", conninfo, "--mode", mode, "--first",
             str(self.next_person)] + options)
        self.next_person = figures["next"]
        return figures

    def query_command(self, phone):
        """The command that a shell script would ask with."""
        query = ("SELECT c.*, p.kind, p.value FROM point found JOIN contact c ON c.id ="
                 " found.contact JOIN point p ON p.contact = c.id WHERE found.kind = 'phone'"
                 f" AND found.normal = '+86{phone}'")
        return [f"{BINARIES}/psql", *self.cluster.psql_options(self.database), "-c", query]
