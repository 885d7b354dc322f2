import Testing

@testable import callbook

/// What the shop and a contact had to do with each other, as somebody at the counter types and reads it.
@Suite(.needsDaemon) struct InteractionCommandTests {
  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for words in [
      ["contact", "add", "王小明", "--phone", "199 0000 0001"],
      [
        "interaction", "add", "c1", "call", "问流量费何时扣", "--direction", "in", "--reached", "--point",
        "m1",
      ],
      ["interaction", "add", "c1", "note", "周一休息"],
      ["callback", "plan", "c1", "--terminal", "SN-1"],
      ["callback", "attempt", "k1", "--outcome", "no_answer", "--note", "响了很久"],
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(typed.errors)")
    }
    return daemon
  }

  @Test func `a card shows the last ones, newest first`() throws {
    let card = try shop().typed("card", "c1").output
    let section = card.split(separator: "\n").drop { $0 != "last interactions" }.dropFirst()
    let lines = section.prefix { $0.hasPrefix("  ") }
    #expect(lines.count == 3, "\(card)")
    #expect(lines.first?.contains("no_answer  响了很久 ") == true, "\(card)")
    #expect(lines.first?.hasSuffix(" k1") == true, "\(card)")
    #expect(lines.last?.contains("call  in") == true, "\(card)")
    #expect(lines.last?.hasSuffix("问流量费何时扣") == true, "\(card)")
  }

  @Test func `a card says it in Chinese`() throws {
    let daemon = try shop()
    let card = Typed(["card", "c1"], socket: daemon.socket, in: .chinese).output
    for part in ["\n最近互动\n", "通话  来", "备忘", "通话  去", "无人接听"] {
      #expect(card.contains(part), "\(part): \(card)")
    }
  }

  @Test func `the list goes on from page to page, and a slip is gone from it`() throws {
    let daemon = try shop()
    let first = daemon.typed("interaction", "list", "c1", "--limit", "2")
    #expect(first.output.contains("响了很久") && !first.output.contains("问流量费"), "\(first.output)")
    let command = try #require(first.errors.split(separator: "callbook ").last)
    let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
    let second = Typed(words, socket: daemon.socket)
    #expect(second.output.contains("问流量费何时扣"), "\(words) \(second.errors)")
    let retracted = daemon.typed("interaction", "retract", "i2", "--reason", "记错了联系人")
    #expect(retracted.status == .done, "\(retracted.errors)")
    #expect(!daemon.typed("interaction", "list", "c1").output.contains("周一休息"))
    let all = daemon.typed("interaction", "list", "c1", "--all").output
    #expect(all.contains("周一休息") && all.contains("记错了联系人"), "\(all)")
  }
}
