import CallbookModel
import CallbookServer
import CallbookTesting
import Glibc
import Testing

struct ListeningSocketTests {
  /// A socket that somebody bound; it listens until the descriptor is closed, the path stays.
  private func bound(to path: String, listening: Bool = true) -> CInt {
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    #expect(withUnixAddress(path) { bind(descriptor, $0, $1) } == 0)
    if listening { #expect(listen(descriptor, 1) == 0) }
    return descriptor
  }

  private func status(_ path: String) throws -> stat {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status
  }

  private func reason(of start: () async throws -> Void) async -> Reason? {
    do {
      try await start()
      return nil
    } catch {
      return (error as? CallbookError)?.reason
    }
  }

  @Test func `only owner and group may connect, whatever the umask`() async throws {
    for mask: mode_t in [0, 0o077] {
      let old = umask(mask)
      defer { umask(old) }
      try await TestServer.run { server in
        let mode = try status(server.path).st_mode & 0o777
        #expect(mode == 0o660)
      }
    }
  }

  @Test func `the socket is given to its group`() async throws {
    let group: UInt32 = getuid() == 0 ? 12_345 : getgid()
    let server = try TestServer()
    try await server.start(group: group)
    #expect(try status(server.path).st_gid == group)
    await server.server.close()
  }

  @Test func `a socket that nobody answers is replaced`() async throws {
    let server = try TestServer()
    close(bound(to: server.path))
    try await server.start()
    _ = try server.client()
    await server.server.close()
  }

  @Test func `a socket in use is left alone`() async throws {
    try await TestServer.run { first in
      let second = try TestServer(in: first.directory)
      #expect(await reason { try await second.start() } == .socketInUse)
      let client = try first.client()
      try client.send("still served\n")
      #expect(try client.line() == "still served")
    }
  }

  @Test func `a socket whose queue is full is in use`() async throws {
    let server = try TestServer()
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    #expect(withUnixAddress(server.path) { bind(descriptor, $0, $1) } == 0)
    #expect(listen(descriptor, 0) == 0)
    let waiting = try BlockingClient(server.path)
    #expect(await reason { try await server.start() } == .socketInUse)
    _ = waiting
  }

  @Test func `of many that start on one path exactly one wins`() async throws {
    let directory = try TestDirectory()
    close(bound(to: directory.file("s")))
    let servers = try (0..<8).map { _ in try TestServer(in: directory) }
    let reasons = await withTaskGroup(of: Reason?.self) { group in
      for server in servers {
        group.addTask { await reason { try await server.start() } }
      }
      return await group.reduce(into: [Reason?]()) { $0.append($1) }
    }
    #expect(reasons.count { $0 == nil } == 1)
    #expect(reasons.count { $0 == .socketInUse } == 7)
    _ = try servers[0].client()
    for server in servers { await server.server.close() }
    #expect(directory.names.isEmpty)
  }

  @Test func `what is not a socket is never removed`() async throws {
    let server = try TestServer()
    close(open(server.path, O_CREAT | O_WRONLY, 0o600))
    #expect(await reason { try await server.start() } == .socketUnusable)
    #expect(try status(server.path).st_mode & S_IFMT == S_IFREG)
    unlink(server.path)
    #expect(symlink("elsewhere", server.path) == 0)
    #expect(await reason { try await server.start() } == .socketUnusable)
    #expect(try status(server.path).st_mode & S_IFMT == S_IFLNK)
  }

  @Test(arguments: [
    ("", "the socket's path is empty or holds a NUL"),
    (
      "/tmp/" + String(repeating: "x", count: 103),
      "the socket's path has 108 bytes; a Unix socket's may have 107"
    ),
    ("/nowhere/s", "the socket's directory cannot be opened: no such directory"),
    (
      "/etc/passwd/s",
      "the socket's directory cannot be opened: a part of the path is not a directory"
    ),
  ])
  func `a path that cannot be is explained`(path: String, message: String) async throws {
    let server = try TestServer()
    do {
      try await server.server.start(listening: .path(path))
      Issue.record("it started")
    } catch {
      #expect(error.reason == .socketUnusable)
      #expect(error.message == message)
    }
  }

  @Test func `a directory that cannot be written is explained`() async throws {
    let server = try TestServer()
    // Root may write anywhere but in /proc.
    let path = getuid() == 0 ? "/proc/s" : "/s"
    #expect(
      await reason { try await server.server.start(listening: .path(path)) } == .socketUnusable)
  }

  @Test func `the path is removed at the end, unless it is another's by then`() async throws {
    let server = try TestServer()
    try await server.start()
    await server.server.close()
    #expect(server.directory.names.isEmpty)

    let robbed = try TestServer()
    try await robbed.start()
    unlink(robbed.path)
    close(bound(to: robbed.path))
    await robbed.server.close()
    #expect(robbed.directory.names == ["s"])
  }

  @Test func `whoever takes the path after the listening ended keeps it`() async throws {
    let first = try TestServer()
    try await first.start()
    await first.server.stopAccepting()
    let second = try TestServer(in: first.directory)
    try await second.start()
    await first.server.close()
    _ = try second.client()
    await second.server.close()
    #expect(first.directory.names.isEmpty)
  }

  @Test func `an inherited socket is served and its path is kept`() async throws {
    let server = try TestServer()
    try await server.server.start(listening: .descriptor(bound(to: server.path)))
    let client = try server.client()
    try client.send("over an inherited socket\n")
    #expect(try client.line() == "over an inherited socket")
    await server.server.close()
    #expect(server.directory.names == ["s"])
  }

  @Test func `a descriptor that does not listen is refused`() async throws {
    let server = try TestServer()
    let descriptor = bound(to: server.path, listening: false)
    defer { close(descriptor) }
    #expect(
      await reason { try await server.server.start(listening: .descriptor(descriptor)) }
        == .socketUnusable)
  }
}
