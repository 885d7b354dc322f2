import CallbookJSON
import CallbookModel

/// The contact card for a person's eyes.
struct CardText {
  private let run: Run

  init(_ run: Run) {
    self.run = run
  }

  /// The cards that a reply is or has; none when it is something else.
  static func cards(in reply: JSONNode) -> [JSONNode] {
    func isCard(_ node: JSONNode) -> Bool { node["contact"]?["points"] != nil }
    return isCard(reply) ? [reply] : reply.members.map(\.value).filter(isCard)
  }

  func say(_ cards: [JSONNode]) {
    for (place, card) in cards.enumerated() {
      if place > 0 { run.say("") }
      say(card)
    }
  }

  func say(_ card: JSONNode) {
    guard let contact = card["contact"] else { return }
    sayHead(contact)
    sayPoints(contact["points"])
    saySection("emergency", card["emergency"], ["place", "name", "phone", "relation", "contact"])
    if let duplicates = card["duplicates"], duplicates.count > 0 {
      run.say("")
      run.say("may be the same as \(Layout.cell(ReplyText.text(duplicates, of: "")))")
    }
    saySection("merged", card["merged"], ["id", "name", "merged_at", "differing"])
    saySection("last changes", card["changes"], ["at", "user", "event", "fields"])
  }

  private func sayHead(_ contact: JSONNode) {
    let words = ["id", "name", "title", "organisation"].compactMap { contact[$0]?.string }
    run.say(run.layout.heading(words.map(Layout.cell).joined(separator: "  ")))
    let skipped: Set = ["id", "name", "title", "organisation", "points", "uuid"]
    let shown = contact.members.filter { name, value in
      !skipped.contains(name) && !value.isNull && !ReplyText.text(value, of: name).isEmpty
    }
    let width = shown.map(\.name.count).max() ?? 0
    for (name, value) in shown {
      let title = CellWidth.padded(name.replacing("_", with: " "), toCells: width)
      run.say("  \(title)  \(Layout.cell(ReplyText.text(value, of: name)))")
    }
  }

  private func sayPoints(_ points: JSONNode?) {
    guard let points, points.count > 0 else { return }
    var table = Table(["kind", "value", "label", "use", "id"])
    for point in points.elements {
      let words = ["kind", "value", "label"].map { point[$0]?.string ?? "" }
      table.add(words + [Self.use(point), point["id"]?.string ?? ""])
    }
    say("points", table)
  }

  /// Whether and when a point is to be used, in words.
  private static func use(_ point: JSONNode) -> String {
    var words: [String] = []
    if point["removed_at"]?.string != nil { words.append("removed") }
    if point["do_not_use"]?.boolean == true { words.append("do not use") }
    if point["preferred"]?.boolean == true { words.append("preferred") }
    if point["rank"]?.stringEquals("backup") == true { words.append("backup") }
    if point["consent"]?.stringEquals("refused") == true { words.append("refused") }
    if let hours = point["quiet_hours"]?.string { words.append("not \(hours)") }
    if let day = point["verified_on"]?.string { words.append("verified \(day)") }
    return words.joined(separator: ", ")
  }

  private func saySection(_ title: String, _ items: JSONNode?, _ names: [String]) {
    guard let items, items.count > 0 else { return }
    var table = Table(names)
    for item in items.elements {
      table.add(
        names.map { name in
          if name == "user" { return ReplyText.who(item) }
          return item[name].map { ReplyText.text($0, of: name) } ?? ""
        })
    }
    say(title, table)
  }

  private func say(_ title: String, _ table: Table) {
    run.say("")
    run.say(run.layout.heading(title))
    let inner = Layout(columns: run.layout.columns.map { $0 - 2 }, isColoured: false)
    for line in table.lines(inner).dropFirst() { run.say("  \(line)") }
  }
}
