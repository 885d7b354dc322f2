import CallbookServer
import Testing

struct DrainTests {
  @Test func `what is in flight is answered and no further line is read`() async throws {
    try await TestServer.run { server in
      let busy = try server.client()
      let idle = try server.client()
      try busy.send("late reply\n")
      #expect(server.desk.hasAsked())
      await server.server.stopAccepting()
      async let drained = server.server.drain(within: .seconds(10))
      #expect(await server.isDraining())
      #expect(try idle.line() == nil)
      try busy.send("too late\n")
      await server.settle()
      server.desk.release()
      #expect(try busy.linesToTheEnd() == ["late reply"])
      #expect(await drained)
      #expect(server.desk.seen.lines == 1)
    }
  }

  @Test func `a drain that takes too long is given up`() async throws {
    try await TestServer.run { server in
      let busy = try server.client()
      try busy.send("late reply\n")
      #expect(server.desk.hasAsked())
      #expect(await server.server.drain(within: .milliseconds(1)) == false)
      await server.server.close()
      #expect(server.log.sawClosed(.server))
      #expect(try busy.line() == nil)
    }
  }

  @Test func `an idle server drains at once`() async throws {
    try await TestServer.run { server in
      #expect(await server.server.drain(within: .seconds(10)))
    }
  }

  @Test func `a peer that comes during the drain is told so`() async throws {
    try await TestServer.run { server in
      #expect(await server.server.drain(within: .seconds(10)))
      let late = try BlockingClient(server.path)
      #expect(try late.linesToTheEnd() == ["refused: draining"])
    }
  }

  @Test func `a reply that is being sent is sent in full`() async throws {
    try await TestServer.run { server in
      let client = try server.client()
      try client.send("big 2000000\n")
      #expect(server.desk.endsTurns())
      async let drained = server.server.drain(within: .seconds(10))
      #expect(await server.isDraining())
      #expect(try client.line()?.utf8.count == 2_000_000)
      #expect(try client.line() == nil)
      #expect(await drained)
    }
  }
}
