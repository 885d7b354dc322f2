package import CallbookModel

extension WriteTransaction {
  package func nextFormID() -> FormID { ids.take() }

  /// Adds a form with its first version.
  ///
  /// - Parameter form: nothing that has to be there is missing in it.
  /// - Throws: `ALREADY_EXISTS` when its transaction number is on another one.
  package func insert(_ form: CallbackForm) throws(CallbookError) {
    let key = try freeTransactionKey(of: form)
    try sql.execute(
      """
      INSERT INTO form (id, uuid, callback, version, transaction_key, operator, called_at, month,
        created_at)
      VALUES (?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?, ?)
      """
    ) { row in
      row.bind(form.id)
      row.bind(form.uuid)
      row.bind(form.callback)
      row.bind(form.version)
      row.bind(key)
      row.bind(form.operator)
      row.bind(form.calledAt)
      row.bind(form.month)
      row.bind(form.createdAt)
    }
    try insertVersion(of: form)
    try record(
      "form.added", .form(form.id),
      [FieldChange("callback", before: nil, after: form.callback.description)]
        + form.answers.changes(since: nil))
  }

  /// Adds a version; those before stay as they are.
  ///
  /// - Returns: the form as it is now; the old one when nothing differs.
  /// - Throws: `ALREADY_EXISTS` when its transaction number is on another one.
  package func amend(
    _ old: CallbackForm, to answers: FormAnswers, why: String?
  ) throws(CallbookError) -> CallbackForm {
    let changes = answers.changes(since: old.answers)
    guard !changes.isEmpty else { return old }
    var form = old
    form.answers = answers
    form.version = old.newest + 1
    form.newest = form.version
    form.author = actor.user
    form.writtenAt = at
    form.why = why
    let key = try freeTransactionKey(of: form)
    try sql.execute("UPDATE form SET version = ?, transaction_key = ? WHERE id = ?") { row in
      row.bind(form.version)
      row.bind(key)
      row.bind(form.id)
    }
    try insertVersion(of: form)
    try record(
      "form.amended", .form(form.id), changes + [FieldChange("why", before: nil, after: why)])
    return form
  }

  /// Puts on record that a form was refused because its transaction number is on another one.
  package func noteRefusal(
    of callback: CallbackID, for form: FormID, month: String
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO form_refusal (at, month, operator, callback, form)
      VALUES (?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?)
      """
    ) { row in
      row.bind(at)
      row.bind(month)
      row.bind(actor.user)
      row.bind(callback)
      row.bind(form)
    }
    try record(
      "form.refused", .form(form),
      [FieldChange("callback", before: nil, after: callback.description)])
  }

  private func freeTransactionKey(of form: CallbackForm) throws(CallbookError) -> String {
    let typed = form.answers.transaction ?? ""
    if let other = try self.form(withTransaction: typed), other != form.id {
      throw .transactionKnown(other)
    }
    return FormAnswers.transactionKey(typed)
  }

  private func insertVersion(of form: CallbackForm) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO form_version (form, version, written_at, author, point, transaction_number,
        terminal, problem, solution, running_state, satisfaction, comment, why)
      VALUES (?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(form.id)
      row.bind(form.version)
      row.bind(form.writtenAt)
      row.bind(form.author)
      row.bind(form.answers.point)
      row.bind(form.answers.transaction)
      row.bind(form.answers.terminal)
      row.bind(form.answers.problem)
      row.bind(form.answers.solution)
      row.bind(form.answers.runningState?.rawValue)
      row.bind(form.answers.satisfaction)
      row.bind(form.answers.comment)
      row.bind(form.why)
    }
    try insertFields(of: form)
  }
}

extension FormAnswers {
  private var fieldTexts: [(field: String, text: String?)] {
    [
      ("point", point?.description), ("transaction", transaction), ("terminal", terminal),
      ("problem", problem), ("solution", solution), ("running_state", runningState?.rawValue),
      ("satisfaction", satisfaction.map { String($0) }), ("comment", comment),
    ]
  }

  private func fieldChanges(since old: FormAnswers?) -> [FieldChange] {
    let keys = (old?.fields.entries ?? []).map(\.key) + fields.entries.map(\.key)
    return Set(keys).sorted().compactMap { key in
      let (before, after) = (old?.fields[key]?.storedText, fields[key]?.storedText)
      return before == after ? nil : FieldChange("fields/\(key)", before: before, after: after)
    }
  }

  /// What differs; everything when there was nothing before.
  fileprivate func changes(since old: FormAnswers?) -> [FieldChange] {
    let before = old?.fieldTexts
    return fieldTexts.enumerated().compactMap { place, new in
      let text = before?[place].text
      return text == new.text ? nil : FieldChange(new.field, before: text, after: new.text)
    } + fieldChanges(since: old)
  }
}

extension CallbookError {
  package static func transactionKnown(_ form: FormID) -> CallbookError {
    CallbookError(
      .alreadyExists, "this transaction number is on form \(form) already",
      hint: "callbook form get \(form)",
      violations: [Violation("/transaction", "is on \(form)")],
      details: ["form": .text(form.description)])
  }
}
