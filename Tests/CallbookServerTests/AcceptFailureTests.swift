import CallbookServer
import Glibc
import Testing

struct AcceptFailureTests {
  /// In a process of its own, because the limit holds for all of it.
  @Test func `without descriptors the server pauses accepting, then serves who waited`()
    async throws
  {
    await #expect(processExitsWith: .success) {
      try await TestServer.run {
        $0.limits.acceptRetryMilliseconds = 200
      } _: { server in
        let first = try server.client()
        let allowed = try AcceptFailureTests.limitDescriptors(beyond: first.descriptor)
        let waiting = try BlockingClient(server.path)
        try #require(server.log.saw { $0 == .acceptFailed(errno: EMFILE) })
        for round in 0..<100 {
          try first.send("\(round)\n")
          try #require(try first.line() == "\(round)")
        }
        let failures = server.log.all.count { $0 == .acceptFailed(errno: EMFILE) }
        try #require(failures < 10, "the loop spins")
        try AcceptFailureTests.setDescriptors(allowed)
        try #require(try waiting.line() == "hello")
      }
    }
  }

  private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)

  /// Leaves one descriptor to open: enough for a client's end, not for the server's.
  private static func limitDescriptors(beyond open: CInt) throws -> rlimit {
    var allowed = rlimit()
    try #require(getrlimit(resource, &allowed) == 0)
    let next = dup(open)
    close(next)
    try setDescriptors(rlimit(rlim_cur: rlim_t(next) + 1, rlim_max: allowed.rlim_max))
    return allowed
  }

  private static func setDescriptors(_ limit: rlimit) throws {
    var limit = limit
    try #require(setrlimit(resource, &limit) == 0)
  }
}
