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

  @Test func `a history has a line for each field, with what it was and is`() throws {
    let daemon = try TestDaemon()
    let phone = ["--phone", "199 0000 0001"]
    #expect(Typed(["contact", "add", "王小明"] + phone, socket: daemon.socket).status == .done)
    let edit = ["contact", "edit", "c1", "--name", "王晓明", "--tag", "老客", "--tag", "重点"]
    #expect(Typed(edit, socket: daemon.socket).status == .done)
    #expect(daemon.typed("contact", "edit", "c1", "--clear-tags").status == .done)
    let history = daemon.typed("contact", "history", "c1").output.split(separator: "\n")
    let fields = history.map { $0.split(separator: "  ", omittingEmptySubsequences: true) }
      .filter { $0.count == 2 }
    #expect(fields.contains { $0 == ["name", "王小明 → 王晓明"] }, "\(history)")
    #expect(fields.contains { $0 == ["tags", "+ 老客, 重点"] }, "\(history)")
    #expect(fields.contains { $0 == ["tags", "老客, 重点 → –"] }, "\(history)")
    #expect(fields.contains { $0 == ["points m1 value", "+ 199 0000 0001"] }, "\(history)")
    #expect(!history.contains { $0.contains("+86") })
  }

  @Test func `a session in Chinese`() throws {
    let daemon = try TestDaemon()
    func typed(_ words: String...) -> Typed { Typed(words, socket: daemon.socket, in: .chinese) }
    #expect(typed("contact", "add", "王小明", "--phone", "199 0000 0001").output.hasPrefix("编号  c1"))
    let found = typed("find", "wxm").output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(
      found == [
        ["编号", "名称", "类别", "状态", "电话", "匹配项"],
        ["c1", "王小明", "商户", "正常", "199", "0000", "0001", "名称"],
      ])
    let card = typed("card", "c1").output
    #expect(card.contains("  类型      个人") && card.contains("\n联系方式\n  电话  199 0000 0001"))
    #expect(typed("find", "nobody").errors == "callbook: 没有找到\n")
    #expect(typed("contact", "add", "x", "--dry-run").errors == "callbook: 试运行：没有做任何修改\n")
    #expect(
      typed("contact", "get", "c9").errors
        == "callbook: 没有找到\n  原文：there is no contact c9\n  请试：callbook find NAME\n")
    let wrong = typed("contact", "add", "x", "--phone", "abc").errors
    #expect(wrong.hasPrefix("callbook: 参数有误\n  --phone is not a phone number"), "\(wrong)")
    #expect(typed("audit", "verify").output.hasPrefix("账本完整：已检查 1 条"))
    #expect(typed("frobnicate").errors.hasPrefix("callbook: 没有 frobnicate 这个命令\n"))
  }

  @Test func `colours go to terminals that want them, and nowhere else`() throws {
    let daemon = try TestDaemon()
    #expect(daemon.typed("contact", "add", "王小明").status == .done)
    func list(_ columns: Int?, _ environment: [String: String] = [:], _ more: String...) -> String {
      Typed(
        ["contact", "list"] + more, socket: daemon.socket, columns: columns,
        environment: environment
      ).output
    }
    #expect(list(80).hasPrefix("\u{1B}[1mid"))
    for plain in [list(nil), list(80, ["NO_COLOR": "1"]), list(80, [:], "--no-color")] {
      #expect(!plain.contains("\u{1B}") && plain.hasPrefix("id"))
    }
    #expect(list(80, ["NO_COLOR": ""]).contains("\u{1B}"), "an empty one is not set")
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
