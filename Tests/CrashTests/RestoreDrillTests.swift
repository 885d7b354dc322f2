import CallbookTesting
import Glibc
import Testing

/// Backup and restore by the daemon's own process, as an administrator does it.
struct RestoreDrillTests {
  private func add(_ client: Client, _ name: String) throws -> String {
    let reply = client.ask("contact.add", #"{"name":"\#(name)"}"#) ?? "gone"
    return try #require(between(#""id":""#, "\"", in: reply), "\(reply)")
  }

  private func restore(_ file: String, in area: TestDirectory) throws -> (
    status: CInt, said: String
  ) {
    let said = area.file("said")
    unlink(said)
    let program = try Program(
      [
        try Daemon.path(), "--config", "/dev/null", "--state-directory", area.file("state"),
        "--restore", file,
      ], output: said)
    return (program.wait(), text(of: said))
  }

  private func daemon(in area: TestDirectory) throws -> Daemon {
    let daemon = try Daemon(in: area, stateDirectory: area.file("state"))
    try #require(try daemon.isReady(), "\(daemon.output)")
    return daemon
  }

  @Test func `a drill: follow, back up, work on, restore; nothing is used twice, all is said`()
    throws
  {
    let area = try TestDirectory()
    var daemon = try daemon(in: area)
    let file: String
    let cursor: String
    let lost: String
    do {
      let client = try #require(Client(area.socket))
      _ = client.ask("staff.add", #"{"user":"root","role":["admin"]}"#)
      for name in ["一", "二"] { _ = try add(client, name) }
      let made = try #require(client.ask("backup.create"))
      let name = try #require(between(#""name":""#, "\"", in: made), "\(made)")
      file = area.file("state/backups/\(name)")
      for name in ["三", "四"] { _ = try add(client, name) }
      cursor = try #require(
        between(#""head":""#, "\"", in: client.ask("system.status") ?? ""))
      lost = try #require(between(#""head":""#, "\"", in: client.ask("audit.head") ?? ""))
      let (status, said) = try restore(file, in: area)
      #expect(status == EX_TEMPFAIL, "\(said)")
      #expect(said.contains("systemctl stop callbookd.socket callbookd.service"), "\(said)")
      #expect(try add(client, "五") == "c5")
    }
    #expect(daemon.stop() == 0)
    let (status, said) = try restore(file, in: area)
    #expect(status == 0, "\(said)")
    #expect(said.contains("systemctl start callbookd.socket callbookd.service"), "\(said)")
    #expect(said.contains("\(area.path)/state/replaced/"), "\(said)")
    daemon = try self.daemon(in: area)
    do {
      let client = try #require(Client(area.socket))
      #expect(client.ask("contact.get", #"{"id":"c2"}"#)?.contains("二") == true)
      #expect(client.ask("contact.get", #"{"id":"c3"}"#)?.contains("NOT_FOUND") == true)
      #expect(try add(client, "六") == "c10002", "after everything that may have been handed out")
      let old = client.ask("events.subscribe", #"{"since":"\#(cursor)"}"#)
      #expect(old?.contains("OTHER_HISTORY") == true, "\(old ?? "")")
      let whole = client.ask("audit.verify")
      #expect(whole?.contains(#""intact":true"#) == true, "\(whole ?? "")")
      let gap = client.ask("audit.verify", #"{"head":["\#(lost)"]}"#)
      #expect(gap?.contains(#""intact":false"#) == true, "\(gap ?? "")")
      let last = client.ask("audit.list", #"{"limit":3}"#)
      #expect(last?.contains("store.restored") == true, "\(last ?? "")")
      #expect(client.ask("backup.verify")?.contains(#""intact":true"#) == true)
    }
    #expect(daemon.stop() == 0)
  }

  @Test func `a file that is none is refused with its exit status`() throws {
    let area = try TestDirectory()
    #expect(try restore(area.file("missing"), in: area).status == EX_NOINPUT)
    try write("no store".utf8, to: area.file("text"))
    let (status, said) = try restore(area.file("text"), in: area)
    #expect(status == EX_DATAERR && said.contains("is not a store"), "\(said)")
    #expect(!area.names.contains("state"), "a slip of the hand makes no directory")
  }

  /// Each call that changes the file system is the last one once.
  @Test(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "strace is not installed"))
  func `a restore that is killed leaves the old store or the new one`() throws {
    let template = try TestDirectory()
    let file: String
    do {
      let daemon = try daemon(in: template)
      let client = try #require(Client(template.socket))
      #expect(try add(client, "old") == "c1")
      let made = try #require(client.ask("backup.create"))
      let name = try #require(between(#""name":""#, "\"", in: made), "\(made)")
      file = template.file("state/backups/\(name)")
      #expect(try add(client, "new") == "c2")
      // Killed, so that the newest change is in the log alone.
      daemon.kill()
    }
    var (olds, news) = (0, 0)
    // strace counts each of them by itself.
    for name in ["rename", "mkdir", "unlink", "rmdir", "fsync", "fdatasync"] {
      for count in 1...40 {
        let run = try KilledRestore(of: file, template, killedAt: name, count)
        let isOld = try checkLife(in: run.area, "\(name) \(count)")
        if isOld { olds += 1 } else { news += 1 }
        if run.hasEnded {
          #expect(!isOld)
          break
        }
        try #require(count < 40, "no run came to its end")
      }
    }
    #expect(olds > 10 && news > 10, "\(olds) times the old, \(news) times the new")
  }

  /// - Returns: whether it is the old store that is there.
  private func checkLife(in area: TestDirectory, _ place: String) throws -> Bool {
    let daemon = try daemon(in: area)
    let isOld: Bool
    do {
      let client = try #require(Client(area.socket))
      #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("old") == true, "\(place)")
      isOld = client.ask("contact.get", #"{"id":"c2"}"#)?.contains("new") == true
      let isRestored = client.ask("audit.list")?.contains("store.restored") == true
      #expect(isOld != isRestored, "\(place)")
      #expect(client.ask("audit.verify")?.contains(#""intact":true"#) == true, "\(place)")
      #expect(try add(client, "next") == (isOld ? "c3" : "c10002"), "\(place)")
    }
    #expect(daemon.stop() == 0)
    let left = try names(in: area.file("state"))
    #expect(!left.contains("restored") && !left.contains("restoring"), "\(place): \(left)")
    #expect(left.contains("replaced") == !isOld, "\(place): \(left)")
    return isOld
  }

  private func names(in path: String) throws -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }
}

/// A restore in a copy of a state directory that one call ends.
private struct KilledRestore {
  let area: TestDirectory
  /// Whether it came to its end before that call.
  let hasEnded: Bool

  init(of file: String, _ template: TestDirectory, killedAt call: String, _ count: Int) throws {
    area = try TestDirectory()
    try Program(
      ["cp", "-a", template.file("state"), area.file("state")], output: area.file("copying")
    ).wait()
    let program = try Program(
      [
        "strace", "-f", "-qq", "-o", area.file("trace"), "-e", "trace=\(call)", "-e",
        "inject=\(call):signal=KILL:when=\(count)", try Daemon.path(), "--config", "/dev/null",
        "--state-directory", area.file("state"), "--restore", file,
      ], output: area.file("said"))
    hasEnded = program.wait() == 0
  }
}
