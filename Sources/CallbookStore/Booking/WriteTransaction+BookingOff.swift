package import CallbookModel

extension WriteTransaction {
  package func nextBookingOffID() -> BookingOffID { ids.take() }

  package func insert(_ off: BookingOff) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO booking_off (id, uuid, place, kind, reason, starts_at, ends_at, follow_up,
        follow_up_on, alternative, rev, created_at)
      VALUES (?, ?, (SELECT id FROM place WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(off.id)
      row.bind(off.uuid)
      row.bind(off.scope.place?.text)
      row.bind(off.scope.kind?.rawValue)
      row.bind(off.plan)
      row.bind(off.rev)
      row.bind(off.createdAt)
    }
    try write(off.approval, of: .bookingOff(off.id))
    try record("booking_off.requested", .bookingOff(off.id), off.changes(since: nil))
    try reconcile(.bookingOff(off.id))
  }

  /// Writes what differs between two states, and what happened to the ledger.
  ///
  /// - Returns: the new one with its revision; the old one when nothing differs.
  package func save(
    _ new: BookingOff, over old: BookingOff, event: String
  ) throws(CallbookError) -> BookingOff {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    var off = new
    off.rev = old.rev + 1
    try sql.execute(
      """
      UPDATE booking_off SET reason = ?, starts_at = ?, ends_at = ?, follow_up = ?,
        follow_up_on = ?, alternative = ?, rev = ?, on_at = ?,
        on_by = (SELECT id FROM staff WHERE user = ?), follow_up_due = ?, followed_up_at = ?,
        followed_up_by = (SELECT id FROM staff WHERE user = ?), follow_up_note = ?
      WHERE id = ?
      """
    ) { row in
      row.bind(off.plan)
      row.bind(off.rev)
      row.bind(off.end?.at)
      row.bind(off.end?.by)
      row.bind(off.followUpDue)
      row.bind(off.followedUp?.at)
      row.bind(off.followedUp?.by)
      row.bind(off.followedUp?.note)
      row.bind(off.id)
    }
    try write(off.approval, of: .bookingOff(off.id))
    try record(event, .bookingOff(off.id), changes)
    try reconcile(.bookingOff(off.id))
    return off
  }

  /// Whoever is no manager any more has approved nothing that is still to begin (EXPECTATIONS: approving).
  func reopenBookingOffs(approvedBy user: String) throws(CallbookError) {
    let found = try bookingOffs(
      """
      WHERE a.state = 'approved' AND o.starts_at > ?
        AND a.decided_by = (SELECT id FROM staff WHERE user = ?) ORDER BY o.id
      """
    ) { row in
      row.bind(at)
      row.bind(user)
    }
    for old in found {
      var new = old
      guard new.lapse(of: user, at: at) else { continue }
      _ = try save(new, over: old, event: "booking_off.reopened")
    }
  }
}

extension SQLStatement {
  fileprivate func bind(_ plan: BookingOff.Plan) {
    bind(plan.reason)
    bind(plan.from)
    bind(plan.until)
    bind(plan.followUp)
    bind(plan.followUpOn.description)
    bind(plan.alternative)
  }
}

extension BookingOff: RecordedFields {
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("scope", scope.words), ("reason", reason), ("from", from.description),
      ("until", until?.description), ("follow_up", followUp),
      ("follow_up_on", followUpOn.description), ("alternative", alternative),
      ("on_at", end?.at.description), ("on_by", end?.by),
      ("followed_up_at", followedUp?.at.description), ("followed_up_by", followedUp?.by),
      ("follow_up_note", followedUp?.note),
    ] + approval.fieldTexts
  }
}
