package import CallbookModel

/// One of many that a request moved, and where it was before.
package struct BulkMove: Sendable, Equatable {
  package let bulk: Int64
  /// In the order in which they were moved.
  package let number: Int64
  package let appointment: AppointmentID
  package let before: Appointment.Whereabouts
  /// Of the appointment as it was moved: another one now says that it was moved or cancelled since.
  package let sequence: Int
}

extension ReadTransaction {
  /// When many were moved under a number.
  ///
  /// - Throws: `NOT_FOUND`.
  package func moveBulkDate(_ bulk: Int64) throws(CallbookError) -> Instant {
    let at = try sql.first(
      "SELECT created_at FROM move_bulk WHERE id = ?", { $0.bind(bulk) }, { $0.instant(0) })
    guard let at else {
      throw CallbookError(
        .notFound, "nothing was moved under that number", hint: "callbook appointment list")
    }
    return at
  }

  /// What was moved under a number and is not back yet, the last one first: what was moved into the
  /// place of another has to leave it before.
  package func moves(
    ofBulk bulk: Int64, before number: Int64?, limit: Int
  ) throws(CallbookError) -> [BulkMove] {
    try sql.all(
      """
      SELECT number, appointment, state, start_at, end_at, tell_at, told_at, sequence FROM bulk_move
      WHERE bulk = ? AND number < ? ORDER BY number DESC LIMIT ?
      """,
      { row in
        row.bind(bulk)
        row.bind(number ?? .max)
        row.bind(Int64(limit))
      },
      { row throws(CallbookError) in
        BulkMove(
          bulk: bulk, number: row.integer(0), appointment: row.identifier(1),
          before: Appointment.Whereabouts(
            state: try row.word(2), span: AppointmentSpan(from: row.instant(3), to: row.instant(4)),
            tellAt: row.instantOrNil(5), toldAt: row.instantOrNil(6)),
          sequence: Int(row.integer(7)))
      })
  }

  /// Whether an appointment was moved under a number, and is not back yet.
  package func isMoved(_ appointment: AppointmentID, byBulk bulk: Int64) throws(CallbookError)
    -> Bool
  {
    try sql.first(
      "SELECT EXISTS (SELECT 1 FROM bulk_move WHERE bulk = ? AND appointment = ?)",
      { row in
        row.bind(bulk)
        row.bind(appointment)
      }, { $0.boolean(0) }) ?? false
  }
}

extension WriteTransaction {
  /// Begins to move many, so that they can be moved back together.
  package func beginMoveBulk() throws(CallbookError) -> Int64 {
    let number = try nextBulk()
    try sql.execute(
      """
      INSERT INTO move_bulk (id, created_at, created_by)
      VALUES (?, ?, (SELECT id FROM staff WHERE user = ?))
      """
    ) { row in
      row.bind(number)
      row.bind(at)
      row.bind(actor.user)
    }
    return number
  }

  /// Nobody can take what was cancelled for what was moved.
  func nextBulk() throws(CallbookError) -> Int64 {
    try sql.first(
      """
      SELECT 1 + max(coalesce((SELECT max(id) FROM cancel_bulk), 0),
        coalesce((SELECT max(id) FROM move_bulk), 0))
      """
    ) { $0.integer(0) } ?? 1
  }

  /// Moves one of many; nobody agreed on that with the customer, who is to be told at once.
  package func move(
    _ old: Appointment, to span: AppointmentSpan, bulk: Int64
  ) throws(CallbookError) -> Appointment {
    var new = old
    // Why it was booked against a rule holds again when it is moved back.
    try new.move(
      to: span, place: old.place, assignee: old.assignee, override: old.override, at: at)
    new.requireTelling(since: at)
    let saved = try save(
      new, over: old, event: "appointment.moved",
      notes: [FieldChange("bulk", before: nil, after: String(bulk))])
    try keep(old.whereabouts, of: saved, bulk)
    return saved
  }

  private func keep(
    _ before: Appointment.Whereabouts, of moved: Appointment, _ bulk: Int64
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO bulk_move
        (bulk, number, appointment, state, start_at, end_at, tell_at, told_at, sequence)
      VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM bulk_move WHERE bulk = ?1), ?2, ?3, ?4,
        ?5, ?6, ?7, ?8)
      """
    ) { row in
      row.bind(bulk)
      row.bind(moved.id)
      row.bind(before.state)
      row.bind(before.span.start)
      row.bind(before.span.end)
      row.bind(before.tellAt)
      row.bind(before.toldAt)
      row.bind(Int64(moved.sequence))
    }
  }

  /// Moves one of many back. Whoever asks for it checks the slot.
  ///
  /// - Throws: `WRONG_STATE` when it was changed since.
  package func moveBack(
    _ move: BulkMove, _ old: Appointment
  ) throws(CallbookError) -> Appointment {
    var new = old
    try new.moveBack(to: move.before, at: at)
    let saved = try save(
      new, over: old, event: "appointment.moved_back",
      notes: [FieldChange("bulk", before: String(move.bulk), after: nil)])
    try sql.execute("DELETE FROM bulk_move WHERE bulk = ? AND number = ?") { row in
      row.bind(move.bulk)
      row.bind(move.number)
    }
    return saved
  }
}
