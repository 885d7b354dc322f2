package import CallbookModel

extension ReadTransaction {
  /// - Throws: `NOT_FOUND`.
  package func batch(_ id: BatchID) throws(CallbookError) -> Batch {
    let statement = try sql.prepare(composed: "\(Self.batchRows) WHERE b.id = ?")
    let found = try sql.all(
      statement, { $0.bind(id) }, { row throws(CallbookError) in try Batch(row) })
    guard let batch = found.first else {
      throw CallbookError(.notFound, "there is no batch \(id)", hint: "callbook batch list")
    }
    return batch
  }

  /// The newest first.
  ///
  /// - Parameter state: nil for all.
  package func batches(
    _ state: Batch.State?, after: BatchID?, limit: Int
  ) throws(CallbookError) -> [Batch] {
    let statement = try sql.prepare(
      composed: """
        \(Self.batchRows) WHERE (?1 IS NULL OR b.state = ?1) AND (?2 IS NULL OR b.id < ?2)
        ORDER BY b.id DESC LIMIT ?3
        """)
    return try sql.all(
      statement,
      { row in
        row.bind(state?.rawValue)
        row.bind(after?.number)
        row.bind(Int64(limit))
      }, { row throws(CallbookError) in try Batch(row) })
  }

  /// The forms that are in no batch yet, in their order.
  ///
  /// - Parameter month: of the calls, such as `2026-05`; nil for all.
  package func formsToHandOver(
    month: String?, limit: Int
  ) throws(CallbookError) -> [FormID] {
    try sql.all(
      """
      SELECT id FROM form WHERE batch IS NULL AND (?1 IS NULL OR month = ?1) ORDER BY id LIMIT ?2
      """,
      { row in
        row.bind(month)
        row.bind(Int64(limit))
      }, { $0.identifier(0) })
  }

  /// How many forms are in no batch yet.
  package func countOfFormsToHandOver() throws(CallbookError) -> Int64 {
    try sql.first("SELECT count(*) FROM form WHERE batch IS NULL") { $0.integer(0) } ?? 0
  }

  /// How many forms of a batch have no conclusion.
  package func openForms(of batch: BatchID) throws(CallbookError) -> Int64 {
    try sql.first(
      """
      SELECT count(*) FROM form f
      WHERE batch = ? AND NOT EXISTS (SELECT 1 FROM form_conclusion c WHERE c.form = f.id)
      """, { $0.bind(batch) }, { $0.integer(0) }) ?? 0
  }

  /// Rows for `Batch.init(_:)`.
  private static let batchRows = """
    SELECT b.id, b.uuid, b.state, b.month, b.due, b.created_at, cr.user, b.acknowledged_at,
      ak.user, b.concluded_at,
      (SELECT count(*) FROM form f WHERE f.batch = b.id),
      (SELECT count(*) FROM form f WHERE f.batch = b.id
        AND EXISTS (SELECT 1 FROM form_conclusion c WHERE c.form = f.id)),
      (SELECT count(*) FROM form f WHERE f.batch = b.id AND f.version > f.handed_version)
    FROM batch b
      LEFT JOIN staff cr ON cr.id = b.created_by
      LEFT JOIN staff ak ON ak.id = b.acknowledged_by
    """
}

extension Batch {
  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    self.init(
      id: row.identifier(0), uuid: row.uniqueID(1), state: try row.word(2),
      month: row.textOrNil(3),
      counts: Counts(
        forms: row.integer(10), concluded: row.integer(11), amended: row.integer(12)),
      due: row.isNull(4) ? nil : row.instant(4), createdAt: row.instant(5),
      createdBy: row.textOrNil(6), acknowledgedAt: row.isNull(7) ? nil : row.instant(7),
      acknowledgedBy: row.textOrNil(8), concludedAt: row.isNull(9) ? nil : row.instant(9))
  }
}
