import CallbookJSON
import CallbookModel

/// Any reply as a person reads it: lists as tables, things as names and values.
struct ReplyText {
  let method: String
  let run: Run

  func say(_ reply: JSONNode) {
    if let items = reply["items"], items.kind == .array {
      for (name, value) in reply.members where !["items", "next", "head"].contains(name) {
        if !value.isNull { run.say("\(name): \(Layout.cell(Self.text(value, of: name)))") }
      }
      run.say(table(items))
      sayMore(reply["next"])
    } else {
      for line in lines(reply, indent: "") { run.say(line) }
    }
  }

  private func sayMore(_ next: JSONNode?) {
    guard let next, !next.isNull else { return }
    let option = next.kind == .integer ? "--before" : "--after"
    let place = next.string ?? String(decoding: next.rawBytes, as: UTF8.self)
    let words = method.split(separator: ".").map(String.init) + typedAgain + [option, place]
    run.note(Texts.more("callbook \(words.map(ExampleLine.quoted).joined(separator: " "))"))
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
    var table = Table(names.map { Self.title($0) })
    for item in items.elements {
      let cells = Self.flat(item)
      table.add(names.map { cells[$0] ?? "" })
    }
    return table
  }

  /// Names and values that line up; what is in lists of objects follows as lines of their own.
  private func lines(_ object: JSONNode, indent: String) -> [String] {
    guard object.kind == .object else { return [indent + Layout.cell(Self.text(object, of: ""))] }
    let shown = object.members.filter { !$0.value.isNull && !Self.isEmpty($0.value) }
    let width = shown.map { Self.title($0.name).count }.max() ?? 0
    var lines: [String] = []
    for (name, value) in shown {
      let title = CellWidth.padded(Self.title(name), toCells: width)
      if value.kind == .array, value.elements.contains(where: { $0.kind == .object }) {
        lines.append("\(indent)\(Self.title(name))")
        lines += table(value).lines(run.layout).map { "\(indent)  \($0)" }
      } else if value.kind == .object {
        lines.append("\(indent)\(Self.title(name))")
        lines += self.lines(value, indent: indent + "  ")
      } else {
        lines.append("\(indent)\(title)  \(Layout.cell(Self.text(value, of: name)))")
      }
    }
    return lines
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
  private static func flat(_ item: JSONNode) -> [String: String] {
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
  static func who(_ change: JSONNode) -> String {
    change["user"]?.string ?? change["uid"]?.integer.map { $0 == 0 ? "root" : "uid \($0)" } ?? ""
  }

  private static func isEmpty(_ node: JSONNode) -> Bool { node.kind == .array && node.count == 0 }

  private static func title(_ name: String) -> String { name.replacing("_", with: " ") }

  /// A value on one line.
  static func text(_ node: JSONNode, of name: String) -> String {
    switch node.kind {
    case .null: ""
    case .boolean: node.boolean == true ? "yes" : "no"
    case .integer, .number: String(decoding: node.rawBytes, as: UTF8.self)
    case .string:
      name == "at" || name.hasSuffix("_at")
        ? LocalTime.text(ofWire: node.string ?? "") ?? node.string ?? "" : node.string ?? ""
    case .array: node.elements.map { inList($0) }.joined(separator: ", ")
    case .object:
      node.members.map { "\($0.name) \(text($0.value, of: $0.name))" }
        .joined(separator: " ")
    }
  }

  /// A value among others: of a contact point its value, of a contact its name, of a changed field
  /// what it was and is.
  private static func inList(_ node: JSONNode) -> String {
    guard node.kind == .object else { return text(node, of: "") }
    if let value = node["value"]?.string { return value }
    if let id = node["id"]?.string, let name = node["name"]?.string { return "\(id) \(name)" }
    if let field = node["field"]?.string {
      return "\(field): \(node["before"]?.string ?? "–") → \(node["after"]?.string ?? "–")"
    }
    return text(node, of: "")
  }
}
