import CallbookClient
import CallbookJSON
import CallbookModel

/// Asks for appointments a page at a time, also for those that do not take place any more.
struct AppointmentPages {
  private static let pageItems = 500

  private let run: Run
  private let client: Client

  init(_ run: Run, _ client: Client) {
    self.run = run
    self.client = client
  }

  /// - Parameter take: is given each in the order in which they start; a node holds until it returns.
  func read(
    from first: Instant?, until last: Instant?,
    _ take: (JSONNode) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    var after: String?
    repeat {
      let page = try client.call(run.call("appointment.list", params(first, last, after)))
      for item in page["items"]?.elements.map({ $0 }) ?? [] { try take(item) }
      after = page["next"]?.string
    } while after != nil
  }

  private func params(_ first: Instant?, _ last: Instant?, _ after: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("all")
    json.value(true)
    if let first { json.member("from", first.description) }
    if let last { json.member("until", last.description) }
    for name in ["assignee", "place"] {
      if let text = run.given.text(name) { json.member(name, text) }
    }
    json.member("limit", Self.pageItems)
    if let after { json.member("after", after) }
    json.endObject()
    return json.bytes
  }
}

extension CallbookError {
  /// A newer daemon's answers have what would be lost in silence.
  static let appointmentNotRead = CallbookError(
    .protocolMismatch, "the daemon gives appointments that this command cannot read",
    hint: "callbook appointment list --json")
}
