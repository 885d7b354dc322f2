import CallbookProtocol
import CallbookServer
import Glibc
import Testing

struct ConnectionTests {
  @Test func `the server speaks first and knows who connected`() async throws {
    try await TestServer.run { server in
      let client = try BlockingClient(server.path)
      #expect(try client.line() == "hello")
      let peer = try #require(server.desk.seen.peers.first)
      #expect(peer.pid == getpid())
      #expect(peer.uid == getuid())
      #expect(peer.gid == getgid())
    }
  }

  @Test func `a line may be split anywhere`() async throws {
    try await TestServer.run { server in
      let client = try server.client()
      let line = Array("a line 中文\n".utf8)
      for split in 1..<line.count {
        try client.send(Array(line[..<split]))
        #expect(server.desk.endsTurns())
        try client.send(Array(line[split...]))
        #expect(server.desk.endsTurns())
        #expect(try client.line() == "a line 中文", "split at \(split)")
      }
    }
  }

  @Test func `lines that arrive together are one turn`() async throws {
    try await TestServer.run { server in
      let client = try server.client()
      try client.send("one\ntwo\nthree\n")
      #expect(try client.lines(3) == ["one", "two", "three"])
      #expect(server.desk.seen.turns == 1)
    }
  }

  @Test func `a line over the limit is discarded and the next one is answered`() async throws {
    try await TestServer.run { server in
      let client = try server.client()
      try client.send(String(repeating: "x", count: 1 << 20) + "\nnext\n")
      #expect(try client.line() == "too long: \(1 << 20)")
      #expect(try client.line() == "next")
    }
  }

  @Test func `a line of exactly the limit is answered`() async throws {
    try await TestServer.run {
      $0.limits.lineBytes = 100
    } _: { server in
      let client = try server.client()
      let longest = String(repeating: "x", count: 100)
      try client.send(longest + "\n" + longest + "y\n")
      #expect(try client.line() == longest)
      #expect(try client.line() == "too long: 101")
    }
  }

  @Test func `half a line at the end is not a line`() async throws {
    try await TestServer.run { server in
      let client = try server.client()
      try client.send("whole\nhal")
      try client.endInput()
      #expect(try client.linesToTheEnd() == ["whole"])
      #expect(server.log.sawClosed(.responder))
    }
  }

  @Test func `a peer that ended its input still gets late replies`() async throws {
    try await TestServer.run { server in
      let client = try server.client()
      try client.send("late 1\nnow\nlate 2\n")
      try client.endInput()
      #expect(try client.line() == "now")
      #expect(server.desk.hasAsked(2))
      server.desk.release()
      #expect(try client.linesToTheEnd() == ["late 1", "late 2"])
    }
  }

  @Test func `a large reply reaches a peer that ended its input`() async throws {
    try await TestServer.run { server in
      let client = try server.client()
      try client.send("big 3000000\n")
      try client.endInput()
      #expect(server.desk.endsTurns())
      #expect(try client.line()?.utf8.count == 3_000_000)
      #expect(try client.line() == nil)
    }
  }

  @Test func `lines of a peer that is already gone are executed`() async throws {
    try await TestServer.run { server in
      do {
        let client = try server.client()
        try client.send("one\ntwo\n")
      }
      #expect(server.log.sawClosed(.peer) || server.log.sawClosed(.responder))
      #expect(server.desk.seen.lines == 2)
    }
  }

  @Test func `a close asked for by the responder sends what is written and nothing more`()
    async throws
  {
    try await TestServer.run { server in
      let client = try server.client()
      try client.send("big 1000000\nbye\nignored\n")
      try client.send(String(repeating: "more\n", count: 10_000))
      #expect(try client.line()?.utf8.count == 1_000_000)
      #expect(try client.line() == "bye")
      #expect(try client.line() == nil)
      #expect(server.desk.seen.lines == 2)
    }
  }

  @Test func `a peer that does not close is closed when the lingering is over`() async throws {
    try await TestServer.run {
      $0.limits.lingerMilliseconds = 1
    } _: { server in
      let client = try server.client()
      try client.send("bye\n")
      #expect(try client.linesToTheEnd() == ["bye"])
      #expect(client.hangsUp())
      #expect(server.log.sawClosed(.responder))
    }
  }

  @Test func `wakes of many threads lose no reply`() async throws {
    try await TestServer.run { server in
      let clients = try (0..<8).map { _ in try server.client() }
      for client in clients {
        try client.send((0..<50).map { "late \($0)\n" }.joined())
      }
      #expect(server.desk.hasAsked(400))
      server.desk.release()
      for client in clients {
        #expect(try client.lines(50) == (0..<50).map { "late \($0)" })
      }
      #expect(server.desk.seen.wakes <= 400)
    }
  }
}
