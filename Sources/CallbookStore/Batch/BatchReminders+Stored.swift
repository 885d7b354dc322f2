package import CallbookModel

extension BatchReminders: StoredSubject {
  package static var kind: String { Batch.noun }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> BatchReminders? {
    try store.sql.first(
      "SELECT state, due FROM batch WHERE id = ?", { $0.bind(number) },
      { row throws(CallbookError) in
        BatchReminders(
          batch: BatchID(number), state: try row.word(0),
          due: row.isNull(1) ? nil : row.instant(1))
      })
  }

  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      "SELECT id FROM batch WHERE id > ? AND due IS NOT NULL ORDER BY id LIMIT ?",
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// The reminder itself is all that happens.
  package func fired(_ fired: FiredReminder, in store: WriteTransaction) {}
}
