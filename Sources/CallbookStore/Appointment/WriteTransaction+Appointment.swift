package import CallbookModel

extension WriteTransaction {
  /// By what bookings are checked now.
  package var bookingRules: BookingRules {
    BookingRules(policy: planning.policy, calendar: planning.calendar)
  }

  package func nextAppointmentID() -> AppointmentID { ids.take() }

  /// - Parameter notes: what else the ledger is to say.
  package func insert(
    _ appointment: Appointment, notes: [FieldChange] = []
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO appointment (id, uuid, contact, kind, terminal, channel, note, series, occurrence,
        booked_by, created_at, state, start_at, end_at, place, assignee, sequence, override,
        arranged_at, assigned_at, rev, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?, ?, ?,
        (SELECT id FROM place WHERE name = ?), (SELECT id FROM staff WHERE user = ?), ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(appointment.id)
      row.bind(appointment.uuid)
      row.bind(appointment.contact)
      row.bind(appointment.kind)
      row.bind(appointment.terminal)
      row.bind(appointment.channel)
      row.bind(appointment.note)
      row.bind(appointment.series)
      row.bind(appointment.occurrence)
      row.bind(appointment.bookedBy)
      row.bind(appointment.createdAt)
      row.bindAgreed(appointment)
      row.bind(appointment.rev)
      row.bind(appointment.updatedAt)
    }
    try record(
      "appointment.booked", .appointment(appointment.id),
      appointment.changes(since: nil) + notes + skippedReminders(of: appointment))
    try reconcile(.appointment(appointment.id))
  }

  /// Writes what differs between two states of an appointment, and what happened to the ledger.
  ///
  /// - Parameter notes: what else the ledger is to say.
  /// - Returns: the appointment with its new revision; the old one when nothing differs.
  package func save(
    _ new: Appointment, over old: Appointment, event: String, notes: [FieldChange] = []
  ) throws(CallbookError) -> Appointment {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    var appointment = new
    appointment.rev = old.rev + 1
    appointment.updatedAt = at
    try write(appointment)
    let skipped =
      appointment.arrangedAt == old.arrangedAt ? [] : skippedReminders(of: appointment)
    try record(event, .appointment(appointment.id), changes + notes + skipped)
    try noteCourse(of: appointment, since: old)
    if !appointment.state.isActive || appointment.span != old.span {
      try expireCancelRequest(of: appointment.id)
    }
    try reconcile(.appointment(appointment.id))
    return appointment
  }

  private func write(_ appointment: Appointment) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE appointment SET state = ?, start_at = ?, end_at = ?,
        place = (SELECT id FROM place WHERE name = ?),
        assignee = (SELECT id FROM staff WHERE user = ?), sequence = ?, override = ?,
        arranged_at = ?, assigned_at = ?, rev = ?, updated_at = ?, no_show_by = ?, tell_at = ?,
        told_at = ?, cancel_reason = ?, cancel_text = ?, cancel_party = ?,
        cancel_by = (SELECT id FROM staff WHERE user = ?), cancel_channel = ?, cancel_at = ?,
        cancel_terms = ?, series = ?, occurrence = ?, exception = ?
      WHERE id = ?
      """
    ) { row in
      row.bindAgreed(appointment)
      row.bind(appointment.rev)
      row.bind(appointment.updatedAt)
      row.bind(appointment.noShowBy?.rawValue)
      row.bind(appointment.tellAt)
      row.bind(appointment.toldAt)
      row.bind(appointment.cancellation)
      row.bind(appointment.series)
      row.bind(appointment.occurrence)
      row.bind(appointment.isException == true)
      row.bind(appointment.id)
    }
  }

  /// Why the customer is not told at some lead times: they had passed when the time was agreed.
  private func skippedReminders(of appointment: Appointment) -> [FieldChange] {
    guard appointment.state.isActive else { return [] }
    let leads = AppointmentReminders(
      appointment: appointment.id, state: appointment.state, start: appointment.start,
      assignee: nil, owner: nil, arrangedAt: appointment.arrangedAt,
      assignedAt: appointment.assignedAt
    ).skipped(by: planning.policy)
    return leads.map { FieldChange("skipped/\($0) min before", before: nil, after: "too_late") }
  }
}

extension SQLStatement {
  /// What moving changes: state to assigned_at, in the order of the statements above.
  fileprivate func bindAgreed(_ appointment: Appointment) {
    bind(appointment.state)
    bind(appointment.start)
    bind(appointment.end)
    bind(appointment.place?.text)
    bind(appointment.assignee)
    bind(Int64(appointment.sequence))
    bind(appointment.override)
    bind(appointment.arrangedAt)
    bind(appointment.assignedAt)
  }

  fileprivate func bind(_ cancellation: Appointment.Cancellation?) {
    bind(cancellation?.reason.text)
    bind(cancellation?.text)
    bind(cancellation?.party.rawValue)
    bind(cancellation?.by)
    bind(cancellation?.channel.rawValue)
    bind(cancellation?.at)
    bind(cancellation.map { Int64($0.termsAcknowledged ? 1 : 0) })
  }
}
