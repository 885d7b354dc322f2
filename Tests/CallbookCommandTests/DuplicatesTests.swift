import CallbookTesting
import Glibc
import Testing

@testable import callbook

/// What an import does with contacts that are there, also when it is cut off.
@Suite(.needsDaemon) struct DuplicatesTests {
  private static let policies = ["skip", "merge", "add"]
  private static let gb18030 =
    #filePath.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" }
    + "/CallbookFormatsTests/Samples/contacts-gb18030.csv"

  private func contacts(_ daemon: TestDaemon) -> [String] {
    daemon.typed("contact", "export", "--format", "jsonl").output.split(separator: "\n")
      .map { line in
        // The UID of a row without one is of this store.
        line.firstRange(of: "\"kind\"").map { String(line[$0.lowerBound...]) } ?? String(line)
      }
  }

  @Test(arguments: policies) func `the same file again changes nothing`(policy: String) throws {
    let daemon = try TestDaemon()
    let rejects = daemon.directory + "/rejects.csv"
    let words = [
      "contact", "import", Self.gb18030, "--reject", rejects, "--duplicates", policy, "--json",
    ]
    let first = Typed(words, socket: daemon.socket)
    let (before, head) = (contacts(daemon), daemon.typed("audit", "head").output)
    #expect(before.count > 200, "\(first.output)\(first.errors)")
    let second = Typed(words, socket: daemon.socket)
    #expect(second.output.hasPrefix(#"{"added":0,"alike":0,"merged":0,"#), "\(second.output)")
    #expect(contacts(daemon) == before)
    #expect(daemon.typed("audit", "head").output == head)
  }

  @Test func `each policy says and does what it is called`() throws {
    let file = "姓名,职位,手机,邮箱\n王小明,大店长,199 0000 1234,ming@example.com\n"
    let outcomes = [
      "skip": "added 0, known already 1, rejected 0\n",
      "merge": "added 0, merged 1, known already 0, rejected 0\n",
      "add": "added 1 (1 may be there already), known already 0, rejected 0\n",
    ]
    for policy in Self.policies {
      let daemon = try TestDaemon()
      let path = daemon.directory + "/in.csv"
      try write(Array(file.utf8), to: path)
      _ = daemon.typed("contact", "add", "王小明", "--title", "店长", "--phone", "19900001234")
      let before = contacts(daemon)
      let typed = daemon.typed("contact", "import", path, "--duplicates", policy)
      #expect(typed.output == outcomes[policy], "\(policy): \(typed.errors)")
      let after = contacts(daemon)
      switch policy {
      case "skip": #expect(after == before)
      case "merge":
        #expect(after.count == 1 && after[0].contains("ming@") && after[0].contains(#""店长""#))
        #expect(typed.errors.contains("line 2: c1 gets what it lacks"))
      default:
        #expect(after.count == 2 && after[0] == before[0] && after[1].contains("大店长"))
        #expect(typed.errors.contains("line 2 was added as c2; it may be c1"))
      }
    }
    #expect(Typed(["contact", "import", "x", "--duplicates", "replace"]).status == .usage)
  }

  @Test func `a dry run says the same and does nothing`() throws {
    let daemon = try TestDaemon()
    let path = daemon.directory + "/in.csv"
    try write(Array("姓名,手机\n王一,19900000001\n王二,19900000001\n".utf8), to: path)
    _ = daemon.typed("contact", "add", "王一", "--phone", "19900000001", "--notes", "x")
    let before = contacts(daemon)
    let typed = daemon.typed("contact", "import", path, "--duplicates", "merge", "--dry-run")
    #expect(
      typed.output
        == "would add 1 (1 may be there already), merged 1, known already 0, rejected 0\n",
      "\(typed.errors)")
    #expect(contacts(daemon) == before)
  }

  /// Half of the rows come twice, once with more in them.
  private func rows(_ seed: UInt64) -> [UInt8] {
    var random = RandomRows(seed: seed, count: 500)
    var bare = RandomRows(seed: seed + 1, count: 400, hasUID: false)
    return random.bytes() + bare.bytes()
      + (0..<900).flatMap {
        Array(
          #"{"name":"客户\#($0 % 450)","notes":"第\#($0)行","points":[{"kind":"phone","value":"1990001\#(1000 + $0 % 450)"},{"kind":"wechat","value":"wx\#($0)"}]}"#
            .utf8) + [0x0A]
      }
  }

  @Test(arguments: policies)
  func `an import that is cut off and run again ends as one that was not`(policy: String) throws {
    let whole = try shop()
    let path = whole.directory + "/in.jsonl"
    try write(rows(7), to: path)
    let words = ["contact", "import", path, "--duplicates", policy]
    #expect(Typed(words, socket: whole.socket).status == .done)
    let wanted = contacts(whole)

    let cut = try shop()
    let command = try cut.spawn(words)
    try waitForContact("c250", cut, from: command)
    command.kill(SIGKILL)
    #expect(command.wait() == -SIGKILL)
    #expect(contacts(cut).count < wanted.count)

    let second = try cut.spawn(words)
    try waitForContact("c750", cut, from: second)
    // The daemon dies under the second one, which goes on by itself when it is back.
    cut.kill()
    try cut.start()
    #expect(second.wait() == 0)
    #expect(contacts(cut) == wanted)
    #expect(cut.typed("audit", "verify").status == .done)
  }

  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    #expect(daemon.typed("staff", "add", "daemon", "--role", "agent").status == .done)
    return daemon
  }

  /// Asks until it is there, for as long as the command is at work.
  private func waitForContact(_ id: String, _ daemon: TestDaemon, from command: Child) throws {
    while !command.hasEnded {
      if daemon.typed("contact", "get", id).status == .done { return }
    }
    Issue.record("the import ended before \(id) came")
  }
}
