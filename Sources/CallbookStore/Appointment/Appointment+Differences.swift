import CallbookModel

extension Appointment: RecordedFields {
  /// Every field as text, by the name under which the ledger and the wire know it.
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("contact", contact.description), ("kind", kind.rawValue), ("state", state.rawValue),
      ("start_at", start.description), ("end_at", end.description), ("place", place?.text),
      ("assignee", assignee), ("terminal", terminal), ("channel", channel.rawValue),
      ("note", note), ("sequence", String(sequence)), ("no_show_by", noShowBy?.rawValue),
      ("override", override), ("cancellation", cancellation?.ledgerText),
      ("series", series?.description), ("occurrence", occurrence?.description),
      ("exception", isException.map { String($0) }), ("told_at", toldAt?.description),
    ]
  }
}

extension Appointment.Cancellation {
  fileprivate var ledgerText: String {
    [
      reason.text, party.rawValue, channel.rawValue, at.description,
      termsAcknowledged ? "acknowledged" : nil, text,
    ].compactMap { $0 }.joined(separator: " ")
  }
}
