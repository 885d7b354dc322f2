package import CallbookModel

extension WriteTransaction {
  package func nextBatchID() -> BatchID { ids.take() }

  /// Hands forms over as they are now; which ones it was never changes.
  ///
  /// - Parameter forms: in no batch yet.
  package func insert(_ batch: Batch, of forms: [FormID]) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO batch (id, uuid, state, month, due, created_at, created_by)
      VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?))
      """
    ) { row in
      row.bind(batch.id)
      row.bind(batch.uuid)
      row.bind(batch.state)
      row.bind(batch.month)
      row.bind(batch.due)
      row.bind(batch.createdAt)
      row.bind(batch.createdBy)
    }
    for form in forms {
      try sql.execute("UPDATE form SET batch = ?, handed_version = version WHERE id = ?") { row in
        row.bind(batch.id)
        row.bind(form)
      }
    }
    let names = forms.map(\.description).joined(separator: " ")
    try record(
      "batch.created", .batch(batch.id),
      batch.changes(since: nil) + [FieldChange("forms", before: nil, after: names)])
    try reconcile(.batch(batch.id))
  }

  /// Writes what differs between two states of a batch, and what happened to the ledger.
  package func save(
    _ batch: Batch, over old: Batch, event: String
  ) throws(CallbookError) {
    let changes = batch.changes(since: old)
    guard !changes.isEmpty else { return }
    try sql.execute(
      """
      UPDATE batch SET state = ?, due = ?, acknowledged_at = ?,
        acknowledged_by = (SELECT id FROM staff WHERE user = ?), concluded_at = ?
      WHERE id = ?
      """
    ) { row in
      row.bind(batch.state)
      row.bind(batch.due)
      row.bind(batch.acknowledgedAt)
      row.bind(batch.acknowledgedBy)
      row.bind(batch.concludedAt)
      row.bind(batch.id)
    }
    try record(event, .batch(batch.id), changes)
    try reconcile(.batch(batch.id))
  }

  /// Adds what operations made of forms; with the last form of a batch the batch is concluded.
  ///
  /// - Parameter conclusions: each of a form of the batch.
  /// - Throws: `WRONG_STATE` while the batch waits to be acknowledged.
  package func insert(
    _ conclusions: [(form: CallbackForm, conclusion: FormConclusion)], in old: Batch
  ) throws(CallbookError) {
    try old.requireAcknowledged()
    for (form, conclusion) in conclusions { try insert(conclusion, of: form) }
    var batch = old
    try batch.conclude(remaining: openForms(of: old.id), at: at)
    try save(batch, over: old, event: "batch.concluded")
  }

  private func insert(
    _ conclusion: FormConclusion, of form: CallbackForm
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO form_conclusion (form, number, version, conclusion, text, at, by)
      VALUES (?1, (SELECT count(*) + 1 FROM form_conclusion WHERE form = ?1), ?2, ?3, ?4, ?5,
        (SELECT id FROM staff WHERE user = ?6))
      """
    ) { row in
      row.bind(form.id)
      row.bind(conclusion.version)
      row.bind(conclusion.conclusion)
      row.bind(conclusion.text)
      row.bind(conclusion.at)
      row.bind(conclusion.user)
    }
    try record("form.concluded", .form(form.id), conclusion.changes(since: form.conclusion))
  }
}

extension Batch {
  fileprivate func changes(since old: Batch?) -> [FieldChange] {
    [
      ("state", old?.state.rawValue, state.rawValue), ("month", old?.month, month),
      ("due_at", old?.due?.description, due?.description),
    ].filter { $0.1 != $0.2 }.map { FieldChange($0.0, before: $0.1, after: $0.2) }
  }
}

extension FormConclusion {
  fileprivate func changes(since old: FormConclusion?) -> [FieldChange] {
    [
      ("conclusion", old?.conclusion.rawValue, conclusion.rawValue), ("text", old?.text, text),
      ("version", old.map { "\($0.version)" }, "\(version)"),
    ].filter { $0.1 != $0.2 }.map { FieldChange($0.0, before: $0.1, after: $0.2) }
  }
}
