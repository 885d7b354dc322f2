import Testing

@testable import callbook

/// `callbook review` as somebody at a terminal sees it.
@Suite(.needsDaemon) struct ReviewWalkTests {
  private static let prompt = "q leave, ?: "
  private let daemon: TestDaemon

  init() throws {
    daemon = try TestDaemon()
    for (name, digits) in [("王小明", "1234"), ("李娜", "5678"), ("赵强", "9012")] {
      let added = daemon.typed("contact", "add", name, "--phone", "199 0000 \(digits)")
      #expect(added.status == .done, "\(added.errors)")
    }
    for contact in ["c1", "c2", "c3"] {
      #expect(daemon.typed("review", "open", contact).status == .done)
    }
  }

  private func walk(language: String = "C.UTF-8") throws -> PseudoTerminal {
    try PseudoTerminal(
      TestDaemon.program("callbook"), ["review", "--everybody", "--socket", daemon.socket],
      language: language)
  }

  private func outcome(_ review: String) -> String {
    daemon.typed("review", "get", review, "--json").output
  }

  @Test func `card after card is answered by single keys, left, and gone on with`() throws {
    let first = try walk()
    let card = try #require(first.shown(until: Self.prompt))
    #expect(card.contains("1 of 3  v1") && card.contains("王小明"), "\(card)")
    first.type("?")
    #expect(first.shown(until: Self.prompt)?.contains("nobody could be reached") == true)
    // A cursor key is none of them.
    first.type("\u{1B}[D")
    #expect(first.shown(until: Self.prompt) != nil)
    first.type("c")
    #expect(first.shown(until: "document: ") != nil)
    first.type("v")
    #expect(first.shown(until: "Enter: ")?.contains("1  199 0000 1234") == true)
    first.type("1")
    #expect(first.shown(until: "confirmed; the next review is on") != nil)
    #expect(first.shown(until: Self.prompt)?.contains("2 of 3  v2") == true)
    first.type("q")
    #expect(first.rest().contains("left at 2 of 3, 1 answered"))
    #expect(outcome("v1").contains("\"how\": \"visit\""))
    #expect(daemon.typed("contact", "get", "c1", "--json").output.contains("\"verified_how\""))

    let second = try walk()
    #expect(second.shown(until: Self.prompt)?.contains("1 of 2  v2") == true)
    second.type("w")
    #expect(second.shown(until: "goes back: ") != nil)
    second.type("停业装修\n")
    #expect(second.shown(until: "waived; the next review is on") != nil)
    #expect(second.shown(until: Self.prompt)?.contains("2 of 2  v3") == true)
    second.type("s")
    #expect(second.rest().contains("1 of 2 answered"))
    #expect(outcome("v2").contains("停业装修"))
    #expect(outcome("v3").contains("\"state\": \"open\""))
  }

  @Test func `a correction asks for the fields, and a refused one is asked again`() throws {
    let walk = try walk()
    #expect(walk.shown(until: Self.prompt) != nil)
    walk.type("e")
    #expect(walk.shown(until: "name [王小明]: ") != nil)
    walk.type("\n")
    #expect(walk.shown(until: "title []: ") != nil)
    walk.type("店长\n")
    for field in ["organisation []: ", "notes []: "] {
      #expect(walk.shown(until: field) != nil)
      walk.type("\n")
    }
    #expect(walk.shown(until: "phone [199 0000 1234]: ") != nil)
    walk.type("none at all\n")
    #expect(walk.shown(until: "for none: ") != nil)
    walk.type("\n")
    #expect(walk.shown(until: "document: ") != nil)
    walk.type("p")
    #expect(walk.shown(until: Self.prompt)?.contains("is not a phone number") == true)
    walk.type("e")
    for (question, answer) in [
      ("name [王小明]: ", ""), ("title []: ", "店长"), ("organisation []: ", ""), ("notes []: ", ""),
      ("phone [199 0000 1234]: ", "-"), ("for none: ", "199 0000 4321"),
      ("for none: ", "wechat xm-wang"), ("for none: ", ""),
    ] {
      #expect(walk.shown(until: question) != nil, "\(question)")
      walk.type(answer + "\n")
    }
    #expect(walk.shown(until: "document: ") != nil)
    walk.type("p")
    #expect(walk.shown(until: "corrected; the next review is on") != nil)
    #expect(walk.shown(until: Self.prompt) != nil)
    walk.type("\u{3}")
    #expect(walk.rest().contains("left at 2 of 3"))
    let contact = daemon.typed("contact", "get", "c1", "--json").output
    #expect(contact.contains("店长") && contact.contains("199 0000 4321"))
    #expect(contact.contains("xm-wang") && !contact.contains("199 0000 1234"))
  }

  @Test func `it speaks Chinese, too`() throws {
    let walk = try walk(language: "zh_CN.UTF-8")
    #expect(walk.shown(until: "离开, ?: ")?.contains("第 1/3 张") == true)
    walk.type("u")
    #expect(walk.shown(until: "联系不上；下次检查") != nil)
    walk.type("q")
    #expect(walk.rest().contains("已处理 1 项"))
  }

  @Test func `what is no terminal is told what to type, and programs get the list`() {
    let typed = daemon.typed("review")
    #expect(typed.status == .usage && typed.errors.contains("callbook review list --mine"))
    let list = daemon.typed("review", "--everybody", "--json")
    #expect(list.status == .done && list.output.contains("\"v3\""))
    #expect(daemon.typed("review", "--json").status == .no)
  }
}
