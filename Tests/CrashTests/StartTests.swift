import CallbookTesting
import Glibc
import Testing

/// What the daemon says and does when it cannot start, as a process: message, exit status, files.
struct StartTests {
  /// - Returns: the exit status and what was said.
  private func refusedStart(
    in area: TestDirectory, wrapper: [String] = [], stateDirectory: String? = nil
  ) throws -> (status: CInt, said: String) {
    let daemon = try Daemon(in: area, wrapper: wrapper, stateDirectory: stateDirectory)
    guard try daemon.isReady() == false else {
      daemon.kill()
      return (0, daemon.output)
    }
    return (daemon.status, daemon.output)
  }

  private func hasRecovered(_ area: TestDirectory) throws -> Bool {
    let status = try #require(Client(area.socket)?.ask("system.status"))
    return status.contains(#""recovered":true"#)
  }

  private func stoppedStore() throws -> TestDirectory {
    let area = try TestDirectory()
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady(), "\(daemon.output)")
    do {
      let client = try #require(Client(area.socket))
      try #require(client.ask("contact.add", #"{"name":"Li Na"}"#)?.contains("c1") == true)
    }
    try #require(daemon.stop() == 0)
    return area
  }

  @Test func `a clean stop leaves no log and no socket, and the next start recovers nothing`()
    throws
  {
    let area = try stoppedStore()
    #expect(bytes(of: area.file("callbook.db-wal")).isEmpty)
    #expect(access(area.socket, F_OK) != 0)
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady())
    #expect(try hasRecovered(area) == false)
    daemon.kill()
    let after = try Daemon(in: area)
    try #require(try after.isReady(), "a stale socket is replaced")
    #expect(try hasRecovered(area) == false, "nothing was written")
    #expect(after.stop() == 0)
  }

  @Test func `a kill leaves a log, which the next start recovers and says so`() throws {
    let area = try stoppedStore()
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady())
    do {
      let client = try #require(Client(area.socket))
      try #require(client.ask("contact.add", #"{"name":"Wang Wu"}"#)?.contains("c2") == true)
    }
    daemon.kill()
    #expect(!bytes(of: area.file("callbook.db-wal")).isEmpty)
    let after = try Daemon(in: area)
    try #require(try after.isReady())
    #expect(try hasRecovered(area))
    let client = try #require(Client(area.socket))
    #expect(client.ask("contact.get", #"{"id":"c2"}"#)?.contains("Wang Wu") == true)
    #expect(after.stop() == 0)
  }

  @Test func `a damaged store, a newer one and no store are refused and left as they were`() throws
  {
    let area = try stoppedStore()
    let good = bytes(of: area.store)
    var newer = good
    newer[63] = 99
    var damaged = good
    for place in 100..<4096 { damaged[place] = 0x5A }
    for (content, mention) in [
      (newer, "has schema 99"), (damaged, "damaged"), (Array("hello, world".utf8), "not a store"),
    ] {
      try write(content, to: area.store)
      unlink(area.file("output"))
      let (status, said) = try refusedStart(in: area)
      #expect(status == EX_DATAERR, "\(mention)")
      #expect(said.contains(mention) && said.contains("try: "), "\(said)")
      #expect(bytes(of: area.store) == content)
    }
  }

  @Test func `a second daemon refuses, on the store and on the socket, and the first goes on`()
    throws
  {
    let area = try TestDirectory()
    let first = try Daemon(in: area)
    try #require(try first.isReady())
    let other = try TestDirectory()
    let second = try Program(
      [try Daemon.path(), "--state-directory", area.path, "--socket", other.socket],
      output: other.file("output"))
    #expect(second.wait() == EX_TEMPFAIL)
    #expect(text(of: other.file("output")).contains("another callbookd works on the store"))
    let third = try Program(
      [try Daemon.path(), "--state-directory", other.path, "--socket", area.socket],
      output: other.file("output3"))
    #expect(third.wait() == EX_TEMPFAIL)
    let client = try #require(Client(area.socket))
    #expect(client.ask("rpc.ping")?.contains("pong") == true)
    #expect(first.stop() == 0)
  }

  @Test func `a connection for which there is no room is told so, and one that ends makes room`()
    throws
  {
    let area = try TestDirectory()
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady(), "\(daemon.output)")
    var clients: [Client] = []
    var refusal = ""
    for _ in 0..<400 {
      let client = try #require(Client(area.socket))
      guard client.greeting.contains("server.hello") else {
        refusal = client.greeting
        break
      }
      clients.append(client)
    }
    #expect(clients.count >= 32)
    #expect(refusal.contains("TOO_MANY_CONNECTIONS") && refusal.contains("hint"), "\(refusal)")
    #expect(clients[0].ask("rpc.ping")?.contains("pong") == true)
    clients.removeAll()
    var greeting = ""
    for _ in 0..<500 where !greeting.contains("server.hello") {
      greeting = Client(area.socket)?.greeting ?? ""
    }
    #expect(greeting.contains("server.hello"))
    #expect(daemon.stop() == 0)
  }

  @Test(.enabled(if: getuid() == 0, "only root can become somebody else"))
  func `a directory and a store that cannot be written are refused clearly`() throws {
    let area = try stoppedStore()
    chmod(area.file("output"), 0o666)
    let nobody = ["setpriv", "--reuid=65533", "--regid=65533", "--clear-groups"]
    let (status, said) = try refusedStart(in: area, wrapper: nobody)
    #expect(status == EX_CANTCREAT)
    #expect(said.contains("cannot use the state directory"), "\(said)")
    chmod(area.path, 0o777)
    for name in area.names { chown(area.file(name), 65_533, 65_533) }
    chown(area.store, 0, 0)
    chmod(area.store, 0o444)
    let (storeStatus, storeSaid) = try refusedStart(in: area, wrapper: nobody)
    #expect(storeStatus == EX_CANTCREAT)
    #expect(storeSaid.contains("callbook.db: Permission denied"), "\(storeSaid)")
  }
}
