package import CallbookModel

extension ReadTransaction {
  /// Every place, by short name.
  package func places(withClosed: Bool) throws(CallbookError) -> [Place] {
    try sql.all(
      """
      SELECT name, title, capacity, state, rev, created_at FROM place
      WHERE state = 'open' OR ? ORDER BY name
      """,
      { $0.bind(withClosed) }, { row throws(CallbookError) in try Place(row) })
  }

  /// - Returns: nil when there is no place of that name, open or closed.
  package func placeIfKnown(_ name: PlaceName) throws(CallbookError) -> Place? {
    try sql.first(
      "SELECT name, title, capacity, state, rev, created_at FROM place WHERE name = ?",
      { $0.bind(name.text) }, { row throws(CallbookError) in try Place(row) })
  }

  /// - Throws: `NOT_FOUND`.
  package func place(_ name: PlaceName) throws(CallbookError) -> Place {
    guard let place = try placeIfKnown(name) else {
      throw CallbookError(
        .notFound, "there is no place of that name", hint: "callbook place list",
        violations: [Violation("/place", "is not the short name of a place")])
    }
    return place
  }
}

extension Place {
  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    self.init(
      name: try row.placeName(0), title: row.text(1), capacity: Int(row.integer(2)),
      state: try row.word(3), rev: row.integer(4), createdAt: row.instant(5))
  }
}
