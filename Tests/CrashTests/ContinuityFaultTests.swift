import CallbookTesting
import Glibc
import Testing

/// The log beside the store on a disk that is full or fails; the store itself is well.
@Suite(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "strace is not installed"))
struct ContinuityFaultTests {
  private func add(_ client: Client, _ name: String) -> String {
    client.ask("contact.add", #"{"name":"\#(name)"}"#) ?? "gone"
  }

  /// A store with one contact, whose numbers are declared up to the last: the next add declares more.
  private func fullyUsedStore() throws -> TestDirectory {
    let area = try TestDirectory()
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady(), "\(daemon.output)")
    #expect(add(try #require(Client(area.socket)), "kept").contains("c1"))
    #expect(daemon.stop() == 0)
    let log = text(of: area.file("continuity.log"))
    try write(log.replacing("ids c 10001", with: "ids c 1").utf8, to: area.file("continuity.log"))
    return area
  }

  /// A daemon whose calls on the continuity log fail as strace is told.
  private func daemon(in area: TestDirectory, _ injection: String) throws -> Daemon {
    let log = area.file("continuity.log")
    if access(log, F_OK) != 0 { try write([], to: log) }
    return try Daemon(
      in: area,
      wrapper: [
        "strace", "-f", "-qq", "-o", area.file("trace"), "-P", log, "-e", "inject=\(injection)",
      ])
  }

  @Test func `a full disk refuses changes, loses nothing, and heals without a restart`() throws {
    let area = try fullyUsedStore()
    let daemon = try daemon(in: area, "write:error=ENOSPC:when=1..2")
    try #require(try daemon.isReady(), "\(daemon.output)")
    do {
      let client = try #require(Client(area.socket))
      for _ in 1...2 {
        let reply = add(client, "refused")
        #expect(reply.contains("DISK_FULL") && reply.contains(#""committed":"no""#), "\(reply)")
        #expect(reply.contains("continuity.log") && reply.contains("df -h"), "\(reply)")
        #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("kept") == true)
        #expect(client.ask("system.status")?.contains("disk full") == true)
      }
      #expect(add(client, "next").contains(#""id":"c2""#))
      #expect(client.ask("system.status")?.contains(#""store":"ready""#) == true)
      #expect(client.ask("audit.verify")?.contains(#""problems":[]"#) == true)
    }
    #expect(daemon.stop() == 0)
    #expect(text(of: area.file("continuity.log")).contains("\nids c 10002\n"))
  }

  @Test(arguments: ["write:error=EIO:when=1+", "fsync:error=EIO:when=1+"])
  func `a failing disk stops changes, reads go on, and a restart is well`(
    _ injection: String
  ) throws {
    let area = try fullyUsedStore()
    let daemon = try daemon(in: area, injection)
    try #require(try daemon.isReady(), "\(daemon.output)")
    do {
      let client = try #require(Client(area.socket))
      for _ in 1...2 {
        let reply = add(client, "refused")
        #expect(reply.contains("STORE_FAILING") && reply.contains(#""committed":"no""#), "\(reply)")
      }
      #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("kept") == true)
      #expect(client.ask("system.status")?.contains(#""store":"failed""#) == true)
    }
    #expect(daemon.stop() == 0)
    let after = try Daemon(in: area)
    try #require(try after.isReady(), "\(after.output)")
    do {
      let client = try #require(Client(area.socket))
      #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("kept") == true)
      #expect(add(client, "next").contains(#""id":"c2""#), "what was refused used no number")
      #expect(client.ask("audit.verify")?.contains(#""problems":[]"#) == true)
    }
    #expect(after.stop() == 0)
  }

  @Test(arguments: ["write:error=ENOSPC:when=1+", "write:error=EIO:when=1+"])
  func `a new store that cannot be noted is not begun, and the next start begins it`(
    _ injection: String
  ) throws {
    let area = try TestDirectory()
    let refused = try daemon(in: area, injection)
    try #require(try refused.isReady() == false)
    #expect(refused.status == EX_IOERR)
    #expect(
      refused.output.contains("continuity.log") && refused.output.contains("try: "),
      "\(refused.output)")
    let after = try Daemon(in: area)
    try #require(try after.isReady(), "\(after.output)")
    #expect(add(try #require(Client(area.socket)), "first").contains(#""id":"c1""#))
    #expect(after.stop() == 0)
    let log = text(of: area.file("continuity.log"))
    #expect(log.split(separator: "\n").count { $0.hasPrefix("instance ") } == 1, "\(log)")
  }

  @Test(arguments: ["write:error=ENOSPC:when=1+", "fsync:error=EIO:when=1+"])
  func `a stop that cannot note the head says so, and the next start loses nothing`(
    _ injection: String
  ) throws {
    let area = try TestDirectory()
    do {
      let daemon = try Daemon(in: area)
      try #require(try daemon.isReady(), "\(daemon.output)")
      #expect(add(try #require(Client(area.socket)), "kept").contains("c1"))
      #expect(daemon.stop() == 0)
    }
    let daemon = try daemon(in: area, injection)
    try #require(try daemon.isReady(), "\(daemon.output)")
    #expect(add(try #require(Client(area.socket)), "also kept").contains("c2"))
    #expect(daemon.stop() == 0)
    #expect(daemon.output.contains("continuity.log"), "\(daemon.output)")
    for _ in 1...2 {
      let after = try Daemon(in: area)
      try #require(try after.isReady(), "\(after.output)")
      do {
        let client = try #require(Client(area.socket))
        #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("kept") == true)
        #expect(client.ask("contact.get", #"{"id":"c2"}"#)?.contains("also kept") == true)
      }
      #expect(after.stop() == 0)
    }
  }
}
