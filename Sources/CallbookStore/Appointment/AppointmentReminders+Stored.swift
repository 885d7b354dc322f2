package import CallbookModel

extension AppointmentReminders: StoredSubject {
  package static var kind: String { Appointment.noun }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> AppointmentReminders? {
    try store.sql.first(
      """
      SELECT a.state, a.start_at, a.assignee, c.owner, a.arranged_at, a.assigned_at
      FROM appointment a JOIN contact c ON c.id = a.contact WHERE a.id = ?
      """,
      { $0.bind(number) },
      { row throws(CallbookError) in
        AppointmentReminders(
          appointment: AppointmentID(number), state: try row.word(0), start: row.instant(1),
          assignee: row.integerOrNil(2), owner: row.integerOrNil(3), arrangedAt: row.instant(4),
          assignedAt: row.instant(5))
      })
  }

  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      """
      SELECT id FROM appointment WHERE id > ? AND state IN ('booked', 'confirmed')
      ORDER BY id LIMIT ?
      """,
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// From now on somebody has to tell the customer, until they have or it begins.
  package func fired(_ fired: FiredReminder, in store: WriteTransaction) throws(CallbookError) {
    guard fired.reminder.kind == .appointmentTell else { return }
    try store.requireTelling(of: appointment, since: fired.reminder.due)
  }
}

extension WriteTransaction {
  /// Has the customer told of an appointment as it is; `today` lists that until it was done.
  func requireTelling(
    of appointment: AppointmentID, since instant: Instant
  ) throws(CallbookError) {
    try sql.execute("UPDATE appointment SET tell_at = ? WHERE id = ?") { row in
      row.bind(instant)
      row.bind(appointment)
    }
  }
}
