"""The data sets and the servers that hold them."""

import os
import shutil
import sys

from . import processes
from .postgres import Cluster, Database
from .servers import Callbook, Echo, Reference, ask


class Lab:
    """Everything that runs; close it and nothing does."""

    def __init__(self, directory, options, results):
        self.directory = directory
        self.options = options
        self.results = results
        self.echo = Echo(os.path.join(directory, "echo"))
        self.cluster = None
        self.servers = [self.echo]
        self.readers = {}  # (name, size) -> a server whose store stays as it was loaded
        self.writers = {}  # (name, size) -> a server with a copy of it, for adds
        self.csv = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for server in self.servers:
            try:
                server.stop()
            except processes.Failure as failure:
                print(f"at the end: {failure}", file=sys.stderr)
        if self.cluster:
            self.cluster.stop()

    @property
    def names(self):
        """The servers with a store, in the order in which a round asks them."""
        return ["reference"] + (["callbook"] if self.options.callbookd else [])

    def make(self, name, directory):
        path = os.path.join(self.directory, directory)
        if name == "reference":
            server = Reference(path)
        else:
            server = Callbook(path, self.options.callbookd, self.options.callbook)
        self.servers.append(server)
        return server

    def discard(self, server):
        server.stop()
        self.servers.remove(server)
        shutil.rmtree(server.directory)

    def generate(self, size):
        self.csv[size] = os.path.join(self.directory, f"{size}.csv")
        with open(self.csv[size], "w") as file:
            file.write(processes.output_of([processes.program("generate"), str(size)]))
        os.chmod(self.csv[size], 0o644)

    def filled(self, name, size, directory):
        """A running server with the data set; and the seconds that filling took."""
        server = self.make(name, directory)
        if name == "callbook":
            server.start()
        seconds = server.fill(self.csv[size])
        if name != "callbook":
            server.start()
        last_phone = str(19_900_000_001 + 2 * (size - 1))
        server.first_request = ("contact.get", {"phone": last_phone})
        ask(server.socket, *server.first_request)
        return server, seconds

    def start_postgres(self):
        self.cluster = Cluster(os.path.join(self.directory, "postgres"))
        self.cluster.start()

    def copy_for_adds(self, name, size):
        """A fresh copy of a store, so that adds of earlier runs make nothing bigger or slower."""
        old = self.writers.pop((name, size), None)
        reader = self.readers[name, size]
        if name == "postgres":
            writer = Database(self.cluster, size)
            writer.database += "_adds"
            self.cluster.psql("postgres", "-c", f"DROP DATABASE IF EXISTS {writer.database}", "-c",
                              f"CREATE DATABASE {writer.database} TEMPLATE {reader.database}")
        else:
            if old:
                self.discard(old)
            reader.stop()
            writer = self.make(name, f"{name}-{size}-adds")
            writer.first_request = reader.first_request
            shutil.copytree(reader.directory, writer.directory, dirs_exist_ok=True,
                            ignore=shutil.ignore_patterns("socket", "log"))
            reader.start()
            writer.start()
        self.writers[name, size] = writer
        os.sync()
        return writer

    def run(self, server, mode, *, connections=1, depth=1, client_core=None, seconds=None,
            people=None, extra=()):
        """One measured run with the server's own load generator."""
        options = ["--connections", str(connections), "--seconds",
                   str(seconds or self.options.seconds), "--seed", str(self.results.round + 1)]
        if depth > 1:
            options += ["--depth", str(depth)]
        if client_core is not None:
            options += ["--core", str(client_core)]
        if people is not None:
            options += ["--people", str(people)]
        return server.load(mode, options + list(extra))

    def run_on_two_cores(self, server, mode, **options):
        server.pin([processes.SERVER_CORE])
        return self.run(server, mode, client_core=processes.CLIENT_CORE, **options)

    def run_on_one_core(self, server, mode, **options):
        server.pin([processes.SERVER_CORE])
        return self.run(server, mode, client_core=processes.SERVER_CORE, **options)

    def run_free(self, server, mode, **options):
        server.pin(processes.ALL_CORES)
        return self.run(server, mode, **options)
