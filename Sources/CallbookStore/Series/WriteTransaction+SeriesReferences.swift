import CallbookModel

/// Series follow their contact when it is merged, and back.
extension WriteTransaction {
  func moveSeries(
    of other: ContactID, to survivor: ContactID
  ) throws(CallbookError) -> [SeriesID] {
    let moved: [SeriesID] = try sql.all(
      "SELECT id FROM series WHERE contact = ? ORDER BY id", { $0.bind(other) },
      { $0.identifier(0) })
    try sql.execute("UPDATE series SET contact = ?, rev = rev + 1 WHERE contact = ?") {
      $0.bind(survivor)
      $0.bind(other)
    }
    return moved
  }

  /// With what went on with a series that was merged, and what either booked since: whose these are is
  /// known.
  func withSeries(
    _ old: MergeRecord, from survivor: ContactID
  ) throws(CallbookError) -> MergeRecord {
    var record = old
    var series = old.series ?? []
    var appointments = old.appointments ?? []
    var known = Set(appointments)
    var place = 0
    while place < series.count {
      series += try sql.all(
        "SELECT id FROM series WHERE continues = ? AND contact = ? ORDER BY id",
        { row in
          row.bind(series[place])
          row.bind(survivor)
        }, { $0.identifier(0) }
      ).filter { !series.contains($0) }
      appointments += try sql.all(
        "SELECT id FROM appointment WHERE series = ? AND contact = ? ORDER BY id",
        { row in
          row.bind(series[place])
          row.bind(survivor)
        }, { $0.identifier(0) }
      ).filter { known.insert($0).inserted }
      place += 1
    }
    (record.series, record.appointments) = (series, appointments)
    return record
  }

  func returnSeries(
    _ series: [SeriesID], of survivor: ContactID, to other: ContactID
  ) throws(CallbookError) {
    for id in series {
      try sql.execute("UPDATE series SET contact = ?, rev = rev + 1 WHERE id = ? AND contact = ?") {
        $0.bind(other)
        $0.bind(id)
        $0.bind(survivor)
      }
    }
  }

  /// Puts on record where merging or parting moved series.
  func recordMoved(
    _ series: [SeriesID], from other: ContactID, to survivor: ContactID
  ) throws(CallbookError) {
    for id in series where try self.series(id).contact == survivor {
      try record(
        "series.carried", .series(id),
        [FieldChange("contact", before: other.description, after: survivor.description)])
      try retryNow(id)
    }
  }
}
