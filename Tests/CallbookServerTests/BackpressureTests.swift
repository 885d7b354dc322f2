import CallbookServer
import Testing

struct BackpressureTests {
  @Test func `a hundred readers that stopped hold little memory and stop nobody`() async throws {
    try await TestServer.run {
      $0.limits.outputBytes = 64 * 1024
      $0.limits.connectionsPerUser = 200
    } _: { server in
      let stopped = try (0..<100).map { _ in try server.client() }
      for client in stopped { try client.send(String(repeating: "big 4096\n", count: 120)) }
      let other = try server.client()
      await server.settle()
      for round in 0..<20 {
        try other.send("\(round)\n")
        #expect(try other.line() == "\(round)")
      }
      let seen = server.desk.seen
      #expect(seen.lines < 100 * 120, "lines were held back")
      #expect(seen.mostPendingBytes <= 64 * 1024 + 4_097)
      for client in stopped {
        #expect(try client.lines(120).allSatisfy { $0?.utf8.count == 4_096 })
      }
      #expect(server.desk.seen.lines == 100 * 120 + 20)
    }
  }

  @Test func `held lines are answered before the end of input`() async throws {
    try await TestServer.run {
      $0.limits.outputBytes = 64 * 1024
    } _: { server in
      let client = try server.client()
      try client.send(String(repeating: "big 50000\n", count: 100) + "last\n")
      try client.endInput()
      await server.settle()
      #expect(server.desk.seen.lines < 100)
      let lines = try client.linesToTheEnd()
      #expect(lines.count == 101)
      #expect(lines.last == "last")
    }
  }

  @Test func `a stream pauses when the output is full and goes on when it is taken`() async throws {
    try await TestServer.run {
      $0.limits.outputBytes = 64 * 1024
    } _: { server in
      let client = try server.client()
      try client.send("stream 200000\n")
      await server.settle()
      #expect(server.desk.seen.mostPendingBytes <= 64 * 1024)
      for number in 0..<200_000 {
        guard try client.line() == "\(number)" else {
          Issue.record("line \(number) is missing")
          return
        }
      }
    }
  }

  @Test func `a peer that takes nothing for ten seconds is closed and reported`() async throws {
    try await TestServer.run { server in
      let client = try server.client()
      let idle = try server.client()
      try client.send("big 1000000\n")
      #expect(server.desk.endsTurns())
      await server.tick(at: 1_000)
      await server.tick(at: 10_999)
      #expect(!server.log.all.contains { if case .stalled = $0 { true } else { false } })
      await server.tick(at: 11_000)
      #expect(server.log.saw { if case .stalled(_, _, 1...1_000_001) = $0 { true } else { false } })
      #expect(server.log.sawClosed(.stalled))
      #expect(client.hangsUp())
      try idle.send("still here\n")
      #expect(try idle.line() == "still here")
    }
  }

  @Test func `one turn takes no more than one read`() async throws {
    try await TestServer.run {
      $0.limits.readBytes = 8 * 1024
    } _: { server in
      let client = try server.client()
      let line = String(repeating: "x", count: 99) + "\n"
      try client.send(String(repeating: line, count: 1_000))
      #expect(try client.lines(1_000).allSatisfy { $0?.utf8.count == 99 })
      // The line that the read before had begun may end in this one.
      #expect(server.desk.seen.longestTurnBytes <= 8 * 1024 + 100)
    }
  }
}
