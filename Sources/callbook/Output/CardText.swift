import CallbookJSON
import CallbookModel

/// The contact card for a person's eyes.
struct CardText {
  private let run: Run
  private let reply: ReplyText
  private var texts: Texts { run.texts }

  init(_ run: Run) {
    self.run = run
    reply = ReplyText(method: "contact.card", run: run)
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
    saySection("fields", card["fields"], ["label", "value"])
    sayPoints(contact["points"])
    sayReview(card["review"])
    saySection("emergency", card["emergency"], ["place", "name", "phone", "relation", "contact"])
    if let duplicates = card["duplicates"], duplicates.count > 0 {
      run.say("")
      let names = Layout.cell(texts.mayBeSame(reply.text(duplicates, of: "")))
      for line in run.layout.wrapped(names) { run.say(line) }
    }
    saySection("merged", card["merged"], ["id", "name", "merged_at", "differing"])
    saySection("callbacks", card["callbacks"], ["id", "next_at", "state", "reason", "assignee"])
    let appointment = ["id", "start_at", "kind", "state", "place", "assignee"]
    saySection("appointments", card["appointments"], appointment)
    saySection("past_appointments", card["past_appointments"], appointment)
    saySection(
      "forms", card["forms"],
      ["id", "called_at", "operator", "running_state", "satisfaction", "problem"])
    saySection(
      "interactions", card["interactions"],
      ["at", "kind", "direction", "user", "outcome", "summary", "subject"])
    saySection("changes", card["changes"], ["at", "user", "event", "fields"])
  }

  private func sayHead(_ contact: JSONNode) {
    let words = ["id", "name", "title", "organisation"].compactMap { contact[$0]?.string }
    for line in run.layout.wrapped(words.map(Layout.cell).joined(separator: "  ")) {
      run.say(run.layout.heading(run.layout.isolated(line)))
    }
    let skipped: Set = ["id", "name", "title", "organisation", "points", "fields", "uuid"]
    var fields = FieldList()
    for (name, value) in contact.members where !skipped.contains(name) && !value.isNull {
      let text = reply.text(value, of: name)
      if !text.isEmpty { fields.add(texts.title(of: name), text) }
    }
    for line in fields.lines(run.layout, indent: 2) { run.say(line) }
  }

  private func sayReview(_ review: JSONNode?) {
    guard let review, !review.isNull else { return }
    var fields = FieldList()
    if let last = review["last_verified"], let day = last["on"]?.string {
      fields.add(
        texts.title(of: "last_verified"),
        texts.lastVerified(
          day, by: last["by"]?.string, how: last["how"]?.string.map { texts.word("how", $0) }))
    }
    if let due = review["next_due"]?.string {
      fields.add(texts.title(of: "next_due"), texts.clock.text(ofWire: due) ?? due)
    }
    if let open = review["open"], let id = open["id"]?.string, let due = open["due"]?.string {
      fields.add(texts.title(of: "open"), "\(id)  \(texts.clock.text(ofWire: due) ?? due)")
    }
    let lines = fields.lines(run.layout, indent: 2)
    guard !lines.isEmpty else { return }
    run.say("")
    run.say(run.layout.heading(texts.section("review")))
    for line in lines { run.say(line) }
  }

  private func sayPoints(_ points: JSONNode?) {
    guard let points, points.count > 0 else { return }
    var table = Table(
      ["kind", "value", "label", "use", "id"],
      titles: ["kind", "value", "label"].map { texts.title(of: $0) } + [
        texts.pointUse, texts.title(of: "id"),
      ])
    for point in points.elements {
      table.add([
        point["kind"].map { reply.text($0, of: "kind") } ?? "", point["value"]?.string ?? "",
        point["label"]?.string ?? "", use(point), point["id"]?.string ?? "",
      ])
    }
    say("points", table)
  }

  /// Whether and when a point is to be used, in words.
  private func use(_ point: JSONNode) -> String {
    var words: [String] = []
    if point["removed_at"]?.string != nil { words.append(texts.pointRemoved) }
    if point["do_not_use"]?.boolean == true { words.append(texts.pointNotToUse) }
    if point["preferred"]?.boolean == true { words.append(texts.pointPreferred) }
    if point["rank"]?.stringEquals("backup") == true { words.append(texts.pointBackup) }
    if point["consent"]?.stringEquals("refused") == true { words.append(texts.pointRefused) }
    if let hours = point["quiet_hours"]?.string { words.append(texts.notWithin(hours)) }
    if let day = point["verified_on"]?.string { words.append(texts.verified(day)) }
    return words.joined(separator: texts.listSeparator)
  }

  private func saySection(_ name: String, _ items: JSONNode?, _ members: [String]) {
    guard let items, items.count > 0 else { return }
    var table = Table(members)
    for item in items.elements {
      table.add(
        members.map { member in
          if member == "user" { return reply.who(item) }
          let value = item[member] ?? item["source"]?[member]
          return value.map { reply.text($0, of: member) } ?? ""
        })
    }
    say(name, table)
  }

  private func say(_ name: String, _ table: Table) {
    run.say("")
    run.say(run.layout.heading(texts.section(name)))
    let inner = run.layout.indented(by: 2).plain
    for line in table.lines(inner, texts, hasHeadings: false) { run.say("  \(line)") }
  }
}
