package import CallbookModel

extension ReadTransaction {
  /// An appointment with the name and the owner of its contact.
  ///
  /// - Throws: `NOT_FOUND`.
  package func appointment(_ id: AppointmentID) throws(CallbookError) -> Appointment {
    let statement = try sql.prepare(composed: "\(Self.appointmentRows) WHERE a.id = ?")
    guard let appointment = try appointments(statement, { $0.bind(id) }).first else {
      throw CallbookError(
        .notFound, "there is no appointment \(id)", hint: "callbook appointment list")
    }
    return appointment
  }

  /// How many appointments that are still to take place somebody was given.
  package func activeAppointments(assignedTo user: String) throws(CallbookError) -> Int64 {
    try sql.first(
      """
      SELECT count(*) FROM appointment
      WHERE assignee = (SELECT id FROM staff WHERE user = ?)
        AND state IN ('booked', 'confirmed')
      """, { $0.bind(user) }, { $0.integer(0) }) ?? 0
  }

  /// The appointments of a contact that are to take place still, the next one first.
  package func activeAppointments(of contact: ContactID) throws(CallbookError) -> [Appointment] {
    let statement = try sql.prepare(
      composed: """
        \(Self.appointmentRows)
        WHERE a.contact = ? AND a.state IN ('booked', 'confirmed') ORDER BY a.start_at, a.id
        """)
    return try appointments(statement) { $0.bind(contact) }
  }

  /// The last appointments of a contact that are over or were cancelled, the latest first.
  package func pastAppointments(
    of contact: ContactID, limit: Int
  ) throws(CallbookError) -> [Appointment] {
    let statement = try sql.prepare(
      composed: """
        \(Self.appointmentRows)
        WHERE a.contact = ? AND a.state NOT IN ('booked', 'confirmed')
        ORDER BY a.start_at DESC, a.id DESC LIMIT ?
        """)
    return try appointments(statement) { row in
      row.bind(contact)
      row.bind(Int64(limit))
    }
  }

  /// What happened to the appointments of a contact, newest first.
  func appointmentHistory(
    of contact: ContactID, before seq: Int64, limit: Int
  ) throws(CallbookError) -> [LedgerEntry] {
    try sql.all(
      """
      SELECT seq, at, uid, pid, user, method, event, kind, subject, fields, digest FROM ledger
      WHERE seq < ?1 AND kind = 'appointment'
        AND subject IN (SELECT id FROM appointment WHERE contact = ?2)
      ORDER BY seq DESC LIMIT ?3
      """,
      { row in
        row.bind(seq)
        row.bind(contact)
        row.bind(Int64(limit))
      }, { LedgerEntry($0) })
  }

  /// Rows for ``appointments(_:_:)``.
  static let appointmentRows = """
    SELECT a.id, a.uuid, a.rev, a.kind, a.state, a.contact, a.start_at, a.end_at, p.name, s.user,
      a.terminal, a.channel, a.note, a.sequence, a.override, a.series, a.occurrence, b.user,
      a.created_at, c.name, o.user, a.no_show_by, a.updated_at, a.arranged_at, a.assigned_at, a.tell_at,
      a.told_at, a.cancel_at, a.cancel_reason, a.cancel_text, a.cancel_party, x.user,
      a.cancel_channel, a.cancel_terms, a.exception
    FROM appointment a
      JOIN contact c ON c.id = a.contact
      LEFT JOIN staff o ON o.id = c.owner
      LEFT JOIN place p ON p.id = a.place
      LEFT JOIN staff s ON s.id = a.assignee
      LEFT JOIN staff b ON b.id = a.booked_by
      LEFT JOIN staff x ON x.id = a.cancel_by
    """

  func appointments(
    _ statement: SQLStatement, _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [Appointment] {
    try sql.all(statement, bind) { row throws(CallbookError) in try Appointment(row) }
  }
}

extension Appointment {
  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    self.init(
      id: row.identifier(0), uuid: row.uniqueID(1), rev: row.integer(2), kind: try row.word(3),
      state: try row.word(4), contact: row.identifier(5),
      span: AppointmentSpan(from: row.instant(6), to: row.instant(7)),
      place: try row.placeNameOrNil(8), assignee: row.textOrNil(9), terminal: row.textOrNil(10),
      channel: try row.word(11), note: row.textOrNil(12), sequence: Int(row.integer(13)),
      override: row.textOrNil(14), series: row.identifierOrNil(15),
      occurrence: row.instantOrNil(16),
      bookedBy: row.textOrNil(17), createdAt: row.instant(18))
    name = row.text(19)
    owner = row.textOrNil(20)
    setCourse(
      Course(
        noShowBy: row.isNull(21) ? nil : try row.word(21),
        cancellation: try Cancellation(row), updatedAt: row.instant(22),
        arrangedAt: row.instant(23), assignedAt: row.instant(24), tellAt: row.instantOrNil(25),
        toldAt: row.instantOrNil(26), isException: row.boolean(34) ? true : nil))
  }
}

extension Appointment.Cancellation {
  fileprivate init?(_ row: SQLStatement) throws(CallbookError) {
    guard let at = row.instantOrNil(27) else { return nil }
    self.init(
      try row.cancelReason(28), text: row.textOrNil(29), party: try row.word(30),
      by: row.textOrNil(31),
      channel: try row.word(32), at: at, termsAcknowledged: row.boolean(33))
  }
}

extension SQLStatement {
  func instantOrNil(_ column: Int32) -> Instant? { isNull(column) ? nil : instant(column) }

  func cancelReason(_ column: Int32) throws(CallbookError) -> CancelReason {
    guard let reason = CancelReason(text(column)) else {
      throw CallbookError(.storeCorrupt, "the store holds a reason that is none")
    }
    return reason
  }

  func placeName(_ column: Int32) throws(CallbookError) -> PlaceName {
    guard let name = PlaceName(text(column)) else {
      throw CallbookError(.storeCorrupt, "the store holds a place whose name is none")
    }
    return name
  }

  func placeNameOrNil(_ column: Int32) throws(CallbookError) -> PlaceName? {
    isNull(column) ? nil : try placeName(column)
  }
}
