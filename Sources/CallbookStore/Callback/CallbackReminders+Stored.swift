package import CallbookModel

extension CallbackReminders: StoredSubject {
  package static var kind: String { Callback.noun }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> CallbackReminders? {
    try store.sql.first(
      """
      SELECT state, assignee, next, ended_at,
        (SELECT count(*) FROM callback_attempt a WHERE a.callback = k.id)
      FROM callback k WHERE id = ?
      """,
      { $0.bind(number) },
      { row throws(CallbookError) in
        CallbackReminders(
          callback: CallbackID(number), state: try row.word(0), assignee: row.integerOrNil(1),
          next: row.isNull(2) ? nil : row.instant(2), attempts: Int(row.integer(4)),
          endedAt: row.isNull(3) ? nil : row.instant(3))
      })
  }

  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      """
      SELECT id FROM callback WHERE id > ? AND (next IS NOT NULL OR state = 'exhausted')
      ORDER BY id LIMIT ?
      """,
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// The reminder itself is all that happens.
  package func fired(_ fired: FiredReminder, in store: WriteTransaction) {}
}
