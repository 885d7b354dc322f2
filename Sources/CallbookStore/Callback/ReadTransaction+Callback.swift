package import CallbookModel

extension ReadTransaction {
  /// A callback with its attempts, the name and the owner of its contact.
  ///
  /// - Throws: `NOT_FOUND`.
  package func callback(_ id: CallbackID) throws(CallbookError) -> Callback {
    let statement = try sql.prepare(composed: "\(Self.callbackRows) WHERE k.id = ?")
    guard
      let callback = try callbacks(statement, { $0.bind(id) }).first
    else {
      throw CallbookError(
        .notFound, "there is no callback \(id)", hint: "callbook callback list")
    }
    return callback
  }

  /// The callbacks of a contact that somebody still has to make, the next one first.
  package func openCallbacks(of contact: ContactID) throws(CallbookError) -> [Callback] {
    let statement = try sql.prepare(
      composed:
        "\(Self.callbackRows) WHERE k.contact = ? AND k.next IS NOT NULL ORDER BY k.next, k.id")
    return try callbacks(statement) { $0.bind(contact) }
  }

  /// The open callback of a contact that is about the same terminal or, of those without one, has
  /// the same occasion: there is one at most.
  package func openCallback(
    of contact: ContactID, terminal: String?, occasion: Callback.Occasion
  ) throws(CallbookError) -> Callback? {
    let matter = Callback.matter(terminal: terminal, occasion: occasion)
    return try openCallbacks(of: contact).first { $0.matter == matter }
  }

  /// What happened to the callbacks of a contact and to their forms, newest first.
  func callbackHistory(
    of contact: ContactID, before seq: Int64, limit: Int
  ) throws(CallbookError) -> [LedgerEntry] {
    try sql.all(
      """
      SELECT seq, at, uid, pid, user, method, event, kind, subject, fields, digest FROM ledger
      WHERE seq < ?1 AND (
        kind = 'callback' AND subject IN (SELECT id FROM callback WHERE contact = ?2)
        OR kind = 'form' AND subject IN (
          SELECT f.id FROM form f JOIN callback k ON k.id = f.callback WHERE k.contact = ?2))
      ORDER BY seq DESC LIMIT ?3
      """,
      { row in
        row.bind(seq)
        row.bind(contact)
        row.bind(Int64(limit))
      }, { LedgerEntry($0) })
  }

  /// How many callbacks somebody has to make.
  package func openCallbacks(assignedTo user: String) throws(CallbookError) -> Int64 {
    try sql.first(
      """
      SELECT count(*) FROM callback
      WHERE assignee = (SELECT id FROM staff WHERE user = ?) AND next IS NOT NULL
      """, { $0.bind(user) }, { $0.integer(0) }) ?? 0
  }

  /// Rows for ``callbacks(_:_:)``.
  static let callbackRows = """
    SELECT k.id, k.uuid, k.rev, k.contact, k.terminal, k.occasion, k.reason, a.user, k.state, k.due,
      k.next, k.late, k.created_at, k.ended_at, e.user, k.end_cause, k.end_note, c.name, o.user, f.id, k.next_point
    FROM callback k
      JOIN contact c ON c.id = k.contact
      LEFT JOIN staff o ON o.id = c.owner
      LEFT JOIN staff a ON a.id = k.assignee
      LEFT JOIN staff e ON e.id = k.ended_by
      LEFT JOIN form f ON f.callback = k.id
    """

  func callbacks(
    _ statement: SQLStatement, _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [Callback] {
    let rows = try sql.all(statement, bind) { row throws(CallbookError) in try CallbackRow(row) }
    // The statement is done before another is asked: they are shared.
    var callbacks: [Callback] = []
    for row in rows { callbacks.append(row.callback(try attempts(of: row.id))) }
    return callbacks
  }

  private func attempts(of id: CallbackID) throws(CallbookError) -> [CallbackAttempt] {
    try sql.all(
      """
      SELECT a.at, s.user, a.point, a.outcome, a.until, a.note, a.corrected
      FROM callback_attempt a LEFT JOIN staff s ON s.id = a.by
      WHERE a.callback = ? ORDER BY a.number
      """, { $0.bind(id) }
    ) { row throws(CallbookError) in
      CallbackAttempt(
        at: row.instant(0), user: row.textOrNil(1), point: row.identifierOrNil(2),
        outcome: try row.word(3), until: row.isNull(4) ? nil : row.instant(4),
        note: row.textOrNil(5), isCorrected: row.boolean(6))
    }
  }
}

/// A callback without its attempts.
private struct CallbackRow {
  let id: CallbackID
  private let bare: Callback

  init(_ row: SQLStatement) throws(CallbookError) {
    id = row.identifier(0)
    var end: Callback.End?
    if !row.isNull(13) {
      end = Callback.End(
        at: row.instant(13), user: row.textOrNil(14),
        cause: row.isNull(15) ? nil : try row.word(15), note: row.textOrNil(16))
    }
    var callback = Callback(
      id: id, uuid: row.uniqueID(1), rev: row.integer(2), contact: row.identifier(3),
      terminal: row.textOrNil(4), occasion: try row.word(5), reason: row.textOrNil(6),
      assignee: row.textOrNil(7), state: try row.word(8), due: row.instant(9),
      next: row.isNull(10) ? nil : row.instant(10), isLate: row.boolean(11),
      createdAt: row.instant(12), end: end)
    callback.setNextPoint(row.identifierOrNil(20))
    callback.name = row.text(17)
    callback.owner = row.textOrNil(18)
    callback.form = row.identifierOrNil(19)
    bare = callback
  }

  func callback(_ attempts: [CallbackAttempt]) -> Callback {
    var callback = bare
    callback.setAttempts(attempts)
    return callback
  }
}
