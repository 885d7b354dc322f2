import CallbookClient
import CallbookJSON
import CallbookModel

/// Asks for appointments a page at a time, also for those that do not take place any more.
struct AppointmentPages {
  private let run: Run
  private let pages: TimePages

  init(_ run: Run, _ client: Client) {
    self.run = run
    pages = TimePages(run, client, "appointment.list")
  }

  /// - Parameter take: is given each in the order in which they start; a node holds until it returns.
  func read(
    from first: Instant?, until last: Instant?,
    _ take: (JSONNode) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    try pages.read(from: first, until: last, narrow, take)
  }

  private func narrow(_ json: inout JSONWriter) {
    json.key("all")
    json.value(true)
    for name in ["assignee", "place"] {
      if let text = run.given.text(name) { json.member(name, text) }
    }
  }
}

extension CallbookError {
  /// A newer daemon's answers have what would be lost in silence.
  static let appointmentNotRead = CallbookError(
    .protocolMismatch, "the daemon gives appointments that this command cannot read",
    hint: "callbook appointment list --json")
}
