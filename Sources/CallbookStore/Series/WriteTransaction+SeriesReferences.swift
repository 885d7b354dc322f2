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
