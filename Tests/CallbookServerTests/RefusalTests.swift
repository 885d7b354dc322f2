import CallbookServer
import Glibc
import Synchronization
import Testing

struct RefusalTests {
  @Test func `a refused peer reads the whole line although it has sent much already`() async throws
  {
    try await TestServer.run {
      $0.limits.connectionsPerUser = 1
    } _: { server in
      let first = try server.client()
      for _ in 0..<20 {
        let refused = try BlockingClient(server.path)
        try refused.send([UInt8](repeating: 0x78, count: 100_000))
        #expect(try refused.linesToTheEnd() == ["refused: userFull(limit: 1)"])
      }
      #expect(server.log.all.contains(.refused(.userFull(limit: 1), uid: getuid())))
      try first.send("still served\n")
      #expect(try first.line() == "still served")
    }
  }

  @Test func `a refused peer that never closes is closed`() async throws {
    try await TestServer.run {
      $0.limits.connectionsPerUser = 0
      $0.limits.lingerMilliseconds = 1
    } _: { server in
      let refused = try BlockingClient(server.path)
      #expect(try refused.linesToTheEnd() == ["refused: userFull(limit: 0)"])
      #expect(refused.hangsUp())
    }
  }

  @Test func `a crowd of refused peers gets its lines and does not linger`() async throws {
    try await TestServer.run {
      $0.limits.connectionsPerUser = 0
      $0.limits.lingeringRefusals = 0
      $0.limits.lingerMilliseconds = 3_600_000
    } _: { server in
      for _ in 0..<50 {
        let refused = try BlockingClient(server.path)
        #expect(try refused.linesToTheEnd() == ["refused: userFull(limit: 0)"])
        #expect(refused.hangsUp())
      }
    }
  }

  @Test func `one connection is kept for reserved users`() async throws {
    let isReserved = Switch()
    try await TestServer.run {
      $0.limits.connections = 3
      $0.isReserved = { _ in isReserved.value }
    } _: { server in
      let others = try (0..<2).map { _ in try server.client() }
      let refused = try BlockingClient(server.path)
      #expect(try refused.linesToTheEnd() == ["refused: connectionsFull(limit: 3)"])
      isReserved.value = true
      let reserved = try server.client()
      for client in others + [reserved] {
        try client.send("here\n")
        #expect(try client.line() == "here")
      }
    }
  }

  @Test func `a place that is given back is taken by the next`() async throws {
    try await TestServer.run {
      $0.limits.connectionsPerUser = 1
    } _: { server in
      for round in 1...5 {
        do {
          let client = try server.client()
          try client.send("\(round)\n")
          #expect(try client.line() == "\(round)")
        }
        let ended = server.log.sawClosed(.responder, times: round)
        #expect(ended)
        await server.settle()
      }
    }
  }

  private final class Switch: Sendable {
    private let state = Atomic(false)
    var value: Bool {
      get { state.load(ordering: .sequentiallyConsistent) }
      set { state.store(newValue, ordering: .sequentiallyConsistent) }
    }
  }
}
