package import CallbookModel

extension ReadTransaction {
  /// A form as one of its versions says; the newest when none is named.
  ///
  /// - Throws: `NOT_FOUND`.
  package func form(
    _ id: FormID, version: Int64? = nil
  ) throws(CallbookError) -> CallbackForm {
    let statement = try sql.prepare(
      composed: "\(Self.formRows) WHERE f.id = ? AND v.version = coalesce(?, f.version)")
    let found = try sql.all(
      statement,
      { row in
        row.bind(id)
        row.bind(version)
      }, { row throws(CallbookError) in try CallbackForm(row) })
    if let form = found.first { return form }
    guard let version else {
      throw CallbookError(.notFound, "there is no form \(id)", hint: "callbook form list")
    }
    let newest = try self.form(id).newest
    throw CallbookError(
      .notFound, "\(id) has no version \(version); the newest is \(newest)",
      hint: "callbook form get \(id)")
  }

  /// The form that has a transaction number, in whatever way it is typed.
  package func form(withTransaction typed: String) throws(CallbookError) -> FormID? {
    try sql.first(
      "SELECT id FROM form WHERE transaction_key = ?",
      { $0.bind(FormAnswers.transactionKey(typed)) }, { $0.identifier(0) })
  }

  /// Rows for `CallbackForm.init(_:)`.
  static let formRows = """
    SELECT f.id, f.uuid, v.version, f.version, f.callback, k.contact, c.name, w.user, op.user,
      f.called_at, au.user, v.written_at, v.why, f.created_at, f.month, v.point,
      v.transaction_number, v.terminal, v.problem, v.solution, v.running_state, v.satisfaction,
      v.comment
    FROM form f
      JOIN form_version v ON v.form = f.id
      JOIN callback k ON k.id = f.callback
      JOIN contact c ON c.id = k.contact
      LEFT JOIN staff w ON w.id = c.owner
      LEFT JOIN staff op ON op.id = f.operator
      LEFT JOIN staff au ON au.id = v.author
    """
}

/// Which forms a list is of. Every condition that is given must hold.
package struct FormFilter: Sendable {
  package var contact: ContactID?
  package var `operator`: String?
  /// Such as `2026-05`.
  package var month: String?
  package var runningState: FormAnswers.RunningState?
  /// Only with a satisfaction of at most this.
  package var mostSatisfaction: Int64?
  /// Only what an agent may see: entered by them, or of a contact of theirs.
  package var visibleTo: String?

  package init() {}
}

extension ReadTransaction {
  /// Forms as their newest versions say, the newest form first.
  package func forms(
    _ filter: FormFilter, after: FormID?, limit: Int
  ) throws(CallbookError) -> [CallbackForm] {
    var conditions = ["v.version = f.version"]
    var values: [String] = []
    func require(_ condition: String, _ value: String?) {
      guard let value else { return }
      conditions.append(condition)
      values.append(value)
    }
    require("k.contact = CAST(? AS INTEGER)", filter.contact.map { String($0.number) })
    require("op.user = ?", filter.operator)
    require("f.month = ?", filter.month)
    require("v.running_state = ?", filter.runningState?.rawValue)
    require("v.satisfaction <= CAST(? AS INTEGER)", filter.mostSatisfaction.map { String($0) })
    require("f.id < CAST(? AS INTEGER)", after.map { String($0.number) })
    if let user = filter.visibleTo {
      conditions.append("(op.user = ? OR w.user = ?)")
      values += [user, user]
    }
    let statement = try sql.prepare(
      composed: """
        \(Self.formRows) WHERE \(conditions.joined(separator: " AND ")) ORDER BY f.id DESC LIMIT ?
        """)
    return try sql.all(
      statement,
      { row in
        for value in values { row.bind(value) }
        row.bind(Int64(limit))
      }, { row throws(CallbookError) in try CallbackForm(row) })
  }
}

extension CallbackForm {
  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    let answers = FormAnswers(
      point: row.identifierOrNil(15), transaction: row.textOrNil(16), terminal: row.textOrNil(17),
      problem: row.textOrNil(18), solution: row.textOrNil(19), runningState: try row.word(20),
      satisfaction: row.integerOrNil(21), comment: row.textOrNil(22))
    self.init(
      id: row.identifier(0), uuid: row.uniqueID(1), version: row.integer(2),
      newest: row.integer(3), callback: row.identifier(4), contact: row.identifier(5),
      answers: answers, operator: row.textOrNil(8), calledAt: row.instant(9),
      author: row.textOrNil(10), writtenAt: row.instant(11), why: row.textOrNil(12),
      createdAt: row.instant(13), month: row.text(14))
    name = row.text(6)
    owner = row.textOrNil(7)
  }
}
