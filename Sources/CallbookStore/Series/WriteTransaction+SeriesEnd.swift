package import CallbookModel

/// A series that was ended goes on when what that cancelled is brought back.
extension WriteTransaction {
  /// Remembers how a series was ended together with many of its appointments; what goes on with that has
  /// the last word.
  package func noteEnd(
    of new: Series, over old: Series, bulk: Int64
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO series_end (bulk, series, before, until) VALUES (?, ?, ?, ?)
      ON CONFLICT (bulk) DO UPDATE SET until = excluded.until
      """
    ) { row in
      row.bind(bulk)
      row.bind(new.id)
      row.bind(old.until?.description)
      row.bind(new.until?.description)
    }
  }

  /// Takes the end of a series back, unless it was ended in another way since.
  ///
  /// - Returns: the series, where it was.
  package func resumeSeries(endedBy bulk: Int64) throws(CallbookError) -> SeriesID? {
    guard let end = try seriesEnd(bulk) else { return nil }
    let old = try series(end.series)
    guard old.until?.description == end.until else { return nil }
    // Taken back once: what is agreed on later is another matter, also where it ends on the same day.
    try sql.execute("DELETE FROM series_end WHERE bulk = ?") { $0.bind(bulk) }
    var new = old
    new.resume(until: end.before.flatMap { CalendarDate($0) })
    let resumed = try save(new, over: old, event: "series.resumed")
    return resumed.rev == old.rev ? nil : resumed.id
  }
}

extension ReadTransaction {
  /// - Throws: `NOT_FOUND` for the number of something else.
  package func requireSeriesEnd(_ bulk: Int64, of series: SeriesID) throws(CallbookError) {
    guard try seriesEnd(bulk)?.series == series else {
      throw CallbookError(
        .notFound, "\(series) was not ended under that number",
        hint: "callbook series get \(series)")
    }
  }

  fileprivate func seriesEnd(
    _ bulk: Int64
  ) throws(CallbookError) -> (series: SeriesID, before: String?, until: String?)? {
    try sql.first(
      "SELECT series, before, until FROM series_end WHERE bulk = ?", { $0.bind(bulk) },
      { ($0.identifier(0), $0.textOrNil(1), $0.textOrNil(2)) })
  }
}
