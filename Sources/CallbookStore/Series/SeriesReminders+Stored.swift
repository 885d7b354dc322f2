package import CallbookModel

extension SeriesReminders: StoredSubject {
  package static var kind: String { Series.noun }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> SeriesReminders? {
    try store.existingSeries(SeriesID(number)).map { SeriesReminders(of: $0) }
  }

  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      "SELECT id FROM series WHERE id > ? AND state = 'active' ORDER BY id LIMIT ?",
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// How many one reminder books: it shares its time with others.
  private static let step = 10

  /// Books what is within the horizon; what is left over is due at once again.
  package func fired(_ fired: FiredReminder, in store: WriteTransaction) throws(CallbookError) {
    _ = try store.extend(series, most: Self.step)
  }
}
