import Testing

@testable import callbook

/// A session at the counter against a real daemon.
@Suite(.needsDaemon) struct CounterTests {
  @Test func `what was added is found, shown and changed`() throws {
    let daemon = try TestDaemon()
    let added = daemon.typed(
      "contact", "add", "王小明", "--title", "店主", "--phone", "199 0000 0001", "--email",
      "a@example.com", "--json")
    #expect(added.status == .done, "\(added.errors)")
    #expect(added.output == "{\n  \"id\": \"c1\",\n  \"rev\": 1,\n  \"duplicates\": []\n}\n")
    let found = daemon.typed("find", "wxm")
    #expect(found.output.contains("王小明") && found.output.contains("199 0000 0001"))
    let card = daemon.typed("card", "c1")
    #expect(card.output.hasPrefix("c1  王小明  店主\n"))
    #expect(card.output.contains("phone  199 0000 0001"))
    #expect(daemon.typed("contact", "edit", "c1", "--clear-title", "--if-rev", "1").status == .done)
    #expect(!daemon.typed("card", "c1").output.hasPrefix("c1  王小明  店主"))
    #expect(daemon.typed("contact", "list", "--jsonl").output.split(separator: "\n").count == 1)
    #expect(daemon.typed("contact", "get", "--phone", "19900000001").output.contains("王小明"))
  }

  @Test func `a dry run changes nothing and says so`() throws {
    let daemon = try TestDaemon()
    let typed = daemon.typed("contact", "add", "王小明", "--dry-run")
    #expect(typed.status == .done)
    #expect(typed.errors == "callbook: \(Texts(.english).dryRunDone)\n")
    #expect(daemon.typed("contact", "list").status == .no)
  }

  @Test func `the same key makes one contact`() throws {
    let daemon = try TestDaemon()
    let first = daemon.typed("contact", "add", "王小明", "--key", "k-1", "--jsonl")
    daemon.kill()
    try daemon.start()
    #expect(daemon.typed("contact", "add", "王小明", "--key", "k-1", "--jsonl").output == first.output)
    #expect(daemon.typed("contact", "list", "--jsonl").output.split(separator: "\n").count == 1)
  }

  @Test func `all that is wrong is named as it was typed`() throws {
    let daemon = try TestDaemon()
    let typed = daemon.typed("contact", "add", "x", "--phone", "abc", "--email", "a@b", "--json")
    #expect(typed.status == .badData)
    #expect(typed.output.isEmpty)
    #expect(typed.errors.contains("  --phone (the 1st) is not a phone number"), "\(typed.errors)")
    #expect(typed.errors.contains("  --email (the 2nd) is not an email address"))
  }

  @Test func `an emergency list is set and read in one command each`() throws {
    let daemon = try TestDaemon()
    #expect(daemon.typed("emergency", "set", "--person", "刘电工,199 0000 7777").status == .done)
    #expect(daemon.typed("emergency").output.contains("刘电工  199 0000 7777"))
  }

  @Test func `a ledger that is intact is said to be so`() throws {
    let daemon = try TestDaemon()
    #expect(daemon.typed("contact", "add", "王小明").status == .done)
    #expect(daemon.typed("audit", "verify").output.hasPrefix("the ledger is intact: 1 entries"))
  }

  @Test func `what was added twice is found, merged, and taken apart again`() throws {
    let daemon = try TestDaemon()
    let points = ["--phone", "199 0000 0001"]
    #expect(Typed(["contact", "add", "王小明"] + points, socket: daemon.socket).status == .done)
    #expect(Typed(["contact", "add", "王晓明"] + points, socket: daemon.socket).status == .done)
    let listed = daemon.typed("contact", "duplicates").output
    #expect(listed.contains("c1 王小明, c2 王晓明"), "\(listed)")
    let tried = daemon.typed("contact", "merge", "c1", "c2", "--dry-run")
    #expect(tried.status == .done && tried.output.contains("merged"), "\(tried.errors)")
    #expect(daemon.typed("contact", "get", "c2", "--jsonl").output.contains(#""id":"c2""#))
    let merged = daemon.typed("contact", "merge", "c1", "c2")
    #expect(merged.output.hasPrefix("c1  王小明\n"), "\(merged.errors)")
    #expect(merged.output.contains("name: 王晓明 → 王小明"), "\(merged.output)")
    daemon.kill()
    try daemon.start()
    #expect(daemon.typed("card", "c2").output.hasPrefix("c1  王小明\n"))
    #expect(daemon.typed("find", "晓明", "--jsonl").output.contains(#""id":"c1""#))
    #expect(daemon.typed("contact", "duplicates").status == .no)
    let parted = daemon.typed("contact", "unmerge", "c2")
    #expect(parted.output.hasPrefix("c2  王晓明\n"), "\(parted.errors)")
    #expect(parted.output.contains("\nc1  王小明\n"))
    #expect(daemon.typed("find", "晓明", "--jsonl").output.contains(#""id":"c2""#))
  }
}
