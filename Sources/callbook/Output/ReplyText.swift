import CallbookJSON
import CallbookModel

/// Any reply as a person reads it: lists as tables, things as names and values.
struct ReplyText {
  let method: String
  let run: Run

  private var texts: Texts { run.texts }

  func say(_ reply: JSONNode) {
    if let items = reply["items"], items.kind == .array {
      sayOthers(reply)
      if method == "contact.history" {
        HistoryText(run).say(items)
      } else {
        run.say(table(items))
      }
      sayMore(reply["next"])
    } else {
      for line in lines(reply, indent: 0) { run.say(line) }
    }
  }

  /// What a reply has beside its items: things as blocks, then what fits a line.
  private func sayOthers(_ reply: JSONNode) {
    let others = reply.members.filter { name, value in
      !["items", "head"].contains(name) && !value.isNull && !Self.isEmpty(value)
        && !(name == "next" && Self.isPlace(value))
    }
    for (name, value) in others where value.kind == .object {
      run.say(run.layout.heading(texts.title(of: name)))
      for line in lines(value, indent: 2) { run.say(line) }
    }
    for (name, value) in others where value.kind != .object {
      run.say(Layout.cell(texts.pair(texts.title(of: name), text(value, of: name))))
    }
  }

  /// Whether it is where the next page begins, and not the next thing.
  private static func isPlace(_ next: JSONNode) -> Bool {
    next.kind == .integer || next.kind == .string
  }

  private func sayMore(_ next: JSONNode?) {
    guard let next, Self.isPlace(next) else { return }
    let option = next.kind == .integer ? "--before" : "--after"
    let place = next.string ?? String(decoding: next.rawBytes, as: UTF8.self)
    let words =
      method.replacing("_", with: "-").split(separator: ".").map(String.init) + typedAgain + [
        option, place,
      ]
    run.note(texts.more("callbook \(words.map(ExampleLine.quoted).joined(separator: " "))"))
  }

  /// What was typed, but for where to go on.
  private var typedAgain: [String] {
    run.given.list.filter { !["after", "before"].contains($0.shape.name) }.flatMap { input in
      switch input.shape.place {
      case .positional: [input.text]
      case .option: [input.shape.typed, input.text]
      case .flag: [input.shape.typed]
      }
    }
  }

  func table(_ items: JSONNode) -> Table {
    let names = Columns.of(method) ?? Self.names(items)
    var table = Table(names)
    for item in items.elements {
      let cells = flat(item)
      table.add(names.map { cells[$0] ?? "" })
    }
    return table
  }

  /// Names and values that line up; what is in lists of objects follows as lines of their own.
  private func lines(_ object: JSONNode, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    guard object.kind == .object else { return [margin + Layout.cell(text(object, of: ""))] }
    var lines: [String] = []
    var fields = FieldList()
    for (name, value) in object.members where !value.isNull && !Self.isEmpty(value) {
      let inner = value.kind == .array && value.elements.contains { $0.kind == .object }
      guard inner || value.kind == .object else {
        fields.add(texts.title(of: name), text(value, of: name))
        continue
      }
      lines += fields.lines(run.layout, indent: indent)
      fields = FieldList()
      lines.append(margin + texts.title(of: name))
      lines +=
        inner
        ? table(value).lines(run.layout.indented(by: indent + 2), texts).map { "\(margin)  \($0)" }
        : self.lines(value, indent: indent + 2)
    }
    return lines + fields.lines(run.layout, indent: indent)
  }

  /// The columns of items that nobody chose columns for: in the order in which they come up.
  private static func names(_ items: JSONNode) -> [String] {
    var names: [String] = []
    for item in items.elements {
      guard item.kind == .object else { return [""] }
      for (name, value) in item.members where !names.contains(name) {
        if value.kind == .object {
          names += value.members.map(\.name).filter { !names.contains($0) }
        } else {
          names.append(name)
        }
      }
    }
    return names
  }

  /// The members of an item, with those of objects in it beside them.
  private func flat(_ item: JSONNode) -> [String: String] {
    guard item.kind == .object else { return ["": text(item, of: "")] }
    var cells: [String: String] = [:]
    for (name, value) in item.members {
      if value.kind == .object {
        cells.merge(flat(value)) { first, _ in first }
      } else {
        cells[name] = text(value, of: name)
      }
    }
    if item["user"]?.isNull == true { cells["user"] = who(item) }
    return cells
  }

  /// Root and the daemon's own user have no name in the shop.
  func who(_ change: JSONNode) -> String {
    change["user"]?.string ?? change["uid"]?.integer.map { $0 == 0 ? "root" : "uid \($0)" } ?? ""
  }

  private static func isEmpty(_ node: JSONNode) -> Bool { node.kind == .array && node.count == 0 }

  /// A value on one line.
  func text(_ node: JSONNode, of name: String) -> String {
    switch node.kind {
    case .null: ""
    case .boolean: texts.answer(node.boolean == true)
    case .integer, .number: String(decoding: node.rawBytes, as: UTF8.self)
    case .string: text(node.string ?? "", of: name)
    case .array:
      node.elements.map { inList($0, of: name) }.joined(separator: texts.listSeparator)
    case .object:
      node.members.map { "\(texts.title(of: $0.name)) \(text($0.value, of: $0.name))" }
        .joined(separator: " ")
    }
  }

  private func text(_ value: String, of name: String) -> String {
    if name == "fields" { return texts.path(value) }
    if Self.isInstant(name) { return texts.clock.text(ofWire: value) ?? value }
    return texts.word(name, value)
  }

  private static func isInstant(_ name: String) -> Bool {
    ["at", "due", "next_due", "from", "until", "moved_to", "free"].contains(name)
      || name.hasSuffix("_at")
  }

  /// A value among others: of a contact point its value, of a contact its name, of a changed field
  /// what it was and is.
  private func inList(_ node: JSONNode, of name: String) -> String {
    guard node.kind == .object else { return text(node, of: name) }
    if let value = node["value"]?.string { return value }
    if let id = node["id"]?.string, let name = node["name"]?.string { return "\(id) \(name)" }
    if let field = node["field"]?.string {
      return
        "\(texts.path(field)): \(node["before"]?.string ?? "–") → \(node["after"]?.string ?? "–")"
    }
    return text(node, of: name)
  }
}
