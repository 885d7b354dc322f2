import CallbookJSON
import CallbookModel

/// The changes of a contact for a person's eyes: each with a line for every field, what it was and
/// what it is.
struct HistoryText {
  private static let indent = 2

  private let run: Run
  private var texts: Texts { run.texts }

  init(_ run: Run) {
    self.run = run
  }

  func say(_ items: JSONNode) {
    for item in items.elements {
      guard let change = item["change"] else { continue }
      sayHead(change)
      guard let values = item["values"], values.count > 0 else {
        let fields = change["fields"]?.elements.compactMap(\.string).map(texts.path) ?? []
        if !fields.isEmpty { run.say(indented: fields.joined(separator: texts.listSeparator)) }
        continue
      }
      var list = FieldList()
      for value in values.elements {
        let field = value["field"]?.string ?? ""
        // What the daemon makes of a number follows from the number.
        if field.hasSuffix("/normal") { continue }
        list.add(texts.path(field), difference(value["before"], value["after"], field))
      }
      for line in list.lines(run.layout, indent: Self.indent) { run.say(line) }
    }
  }

  private func sayHead(_ change: JSONNode) {
    let reply = ReplyText(method: "contact.history", run: run)
    let words = ["seq", "at", "user", "event"].map { name in
      name == "user" ? reply.who(change) : change[name].map { reply.text($0, of: name) } ?? ""
    }
    let head = Layout.cell(words.filter { !$0.isEmpty }.joined(separator: "  "))
    let lines = run.layout.indented(by: Self.indent).wrapped(head)
    for (number, line) in lines.enumerated() {
      let margin = String(repeating: " ", count: number == 0 ? 0 : Self.indent)
      run.say(run.layout.heading(margin + line))
    }
  }

  /// What it was and is; only what it is where there was nothing.
  private func difference(_ before: JSONNode?, _ after: JSONNode?, _ field: String) -> String {
    before?.string == nil
      ? "+ \(text(after, field))" : "\(text(before, field)) → \(text(after, field))"
  }

  /// A value as the ledger keeps it: lists with a separator that nobody types, times, yes as `true`.
  private func text(_ node: JSONNode?, _ field: String) -> String {
    guard let stored = node?.string else { return "–" }
    let member = field.split(separator: "/").last.map(String.init) ?? field
    if stored.utf8.contains(0x1F) || member == "tags" {
      return stored.split(separator: "\u{1F}").joined(separator: texts.listSeparator)
    }
    if stored == "true", ["preferred", "do_not_use"].contains(member) { return texts.answer(true) }
    return texts.clock.text(ofWire: stored) ?? texts.word(member, stored)
  }
}
