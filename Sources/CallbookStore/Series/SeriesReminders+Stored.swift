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
    try store.noteRetry(of: series.id, at: nil)
  }

  /// A series that nobody looks at must not stop growing: it is tried again on the next day.
  package static func setAside(
    _ number: Int64, in store: WriteTransaction
  ) throws(CallbookError) {
    let calendar = store.bookingRules.calendar
    let tomorrow = calendar.zone.local(store.at).date.advanced(byDays: 1)
    try store.noteRetry(of: SeriesID(number), at: calendar.instant(on: tomorrow, at: 0))
    try store.reconcile(Subject(kind: kind, number: number))
  }
}
