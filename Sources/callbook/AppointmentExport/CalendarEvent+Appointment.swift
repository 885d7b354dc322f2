import CallbookFormats
import CallbookJSON
import CallbookModel

extension CalendarEvent {
  /// - Parameters:
  ///   - node: of `appointment.list`; nil when something is missing without which it is no event.
  ///   - places: what people call them, by their names.
  init?(_ node: JSONNode, places: [String: String], alarms: [Int], _ texts: Texts) {
    func instant(_ member: String) -> Instant? { node[member]?.string.flatMap { Instant($0) } }
    guard let uid = node["uuid"]?.string, let sequence = node["sequence"]?.integer,
      let created = instant("created_at"), let modified = instant("updated_at"),
      let start = instant("start_at"), let end = instant("end_at"),
      let kind = node["kind"]?.string, let state = node["state"]?.string
    else { return nil }
    let kindWord = texts.word("kind", kind)
    self.init(
      uid: uid, sequence: Int(sequence), created: created, lastModified: modified, start: start,
      end: end, status: Self.status(ofState: state),
      summary: texts.eventSummary(
        kindWord, node["name"]?.string ?? node["contact"]?.string ?? ""))
    location = node["place"]?.string.map { places[$0] ?? $0 }
    details = Self.details(node, texts)
    categories = [kindWord]
    self.alarms = alarms
  }

  /// Tentative until the customer says that they come; what took place, or did not, was no less
  /// certain (RFC 5545, section 3.8.1.11).
  private static func status(ofState state: String) -> Status {
    switch state {
    case "booked": .tentative
    case "cancelled": .cancelled
    default: .confirmed
    }
  }

  /// Names and values, a line each.
  private static func details(_ node: JSONNode, _ texts: Texts) -> String {
    var lines: [String] = []
    for member in ["id", "state", "contact", "assignee", "terminal", "no_show_by", "note"] {
      guard let text = node[member]?.string else { continue }
      lines.append(texts.pair(texts.title(of: member), texts.word(member, text)))
    }
    if let reason = node["cancellation"]?["reason"]?.string {
      lines.append(texts.pair(texts.title(of: "reason"), texts.word("reason", reason)))
    }
    return lines.joined(separator: "\n")
  }
}
