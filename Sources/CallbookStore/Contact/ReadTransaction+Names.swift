import CallbookModel

extension ReadTransaction {
  /// Reads every contact's name into the index that finds them. Those that were merged away are in
  /// it, too: who looks for one finds what became of it.
  func fill(_ names: NameIndex) throws(CallbookError) {
    var after: Int64 = 0
    while true {
      let entries = try sql.all(
        """
        SELECT c.id, c.name, coalesce(o.name, c.organisation), c.kind
        FROM contact c LEFT JOIN live_contact o ON o.id = c.organisation_id
        WHERE c.id > ? AND c.state IN ('live', 'merged') ORDER BY c.id LIMIT 5000
        """,
        { $0.bind(after) },
        { row in
          NameIndex.Entry(
            id: row.integer(0), name: row.text(1), company: row.textOrNil(2),
            isPerson: row.text(3) == ContactKind.person.rawValue)
        })
      guard let last = entries.last else { break }
      names.fill(entries)
      after = last.id
      // The fill is no one look at the store: giving the snapshot back lets the log be started anew.
      try renewSnapshot()
    }
    names.finishFilling()
  }

  /// Looks at the store as it is now: for long work on rows that do not change or may be newer.
  func renewSnapshot() throws(CallbookError) {
    try sql.execute("COMMIT")
    try sql.execute("BEGIN")
  }
}
