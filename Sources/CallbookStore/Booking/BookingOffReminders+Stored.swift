package import CallbookModel

extension BookingOffReminders: StoredSubject {
  package static var kind: String { BookingOff.noun }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> BookingOffReminders? {
    guard let off = try store.existingBookingOff(BookingOffID(number)) else { return nil }
    let requester = try off.approval.requestedBy.flatMap { user throws(CallbookError) in
      try store.staffNumber(user)
    }
    return BookingOffReminders(of: off, requester: requester)
  }

  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      """
      SELECT o.id FROM booking_off o JOIN approval a ON a.kind = 'booking_off' AND a.subject = o.id
      WHERE o.id > ? AND a.state IN ('pending', 'approved') ORDER BY o.id LIMIT ?
      """,
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// Puts on record that booking went off or on, ends a request that nobody decided about, and has the
  /// follow-up wait until somebody says what came of it.
  package func fired(
    _ fired: FiredReminder, in store: WriteTransaction
  ) throws(CallbookError) {
    switch fired.reminder.kind {
    case .bookingOff: try store.record("booking_off.began", .bookingOff(off.id), [])
    case .bookingOn: try store.record("booking_off.ended", .bookingOff(off.id), [])
    case .bookingFollowUp:
      try store.sql.execute("UPDATE booking_off SET follow_up_due = ? WHERE id = ?") { row in
        row.bind(fired.reminder.due)
        row.bind(off.id)
      }
    case .bookingExpired:
      var expired = off
      guard expired.expire() else { return }
      _ = try store.save(expired, over: off, event: "booking_off.expired")
    default: break
    }
  }
}
