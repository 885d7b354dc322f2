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
    let found = try forms(statement) { row in
      row.bind(id)
      row.bind(version)
    }
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

  /// Rows for ``forms(_:_:)``.
  static let formRows = """
    SELECT f.id, f.uuid, v.version, f.version, f.callback, k.contact, c.name, w.user, op.user,
      f.called_at, au.user, v.written_at, v.why, f.created_at, f.month, v.point,
      v.transaction_number, v.terminal, v.problem, v.solution, v.running_state, v.satisfaction,
      v.comment, p.value, f.batch, f.handed_version, fc.conclusion, fc.text, fc.version, fc.at,
      cb.user
    FROM form f
      JOIN form_version v ON v.form = f.id
      JOIN callback k ON k.id = f.callback
      JOIN contact c ON c.id = k.contact
      LEFT JOIN staff w ON w.id = c.owner
      LEFT JOIN staff op ON op.id = f.operator
      LEFT JOIN staff au ON au.id = v.author
      LEFT JOIN point p ON p.id = v.point
      LEFT JOIN form_conclusion fc ON fc.form = f.id
        AND fc.number = (SELECT max(number) FROM form_conclusion WHERE form = f.id)
      LEFT JOIN staff cb ON cb.id = fc.by
    """

  /// The forms of rows, with what the shop's own fields say.
  func forms(
    _ statement: SQLStatement, _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [CallbackForm] {
    var forms = try sql.all(statement, bind) { row throws(CallbookError) in try CallbackForm(row) }
    guard try customFields().has(.form) else { return forms }
    // The statement is done before another is asked: they are shared.
    for place in forms.indices {
      forms[place].answers.fields = try fieldValues(of: forms[place])
    }
    return forms
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
    number = row.textOrNil(23)
    batch = row.identifierOrNil(24)
    handedVersion = row.integerOrNil(25)
    if !row.isNull(26) {
      conclusion = FormConclusion(
        try row.word(26), text: row.textOrNil(27), version: row.integer(28), at: row.instant(29),
        user: row.textOrNil(30))
    }
  }
}
