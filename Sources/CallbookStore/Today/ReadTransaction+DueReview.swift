package import CallbookModel

extension ReadTransaction {
  /// Reviews that wait for whoever looks after the contact, the earliest due first.
  package func dueReviews(
    _ filter: DueFilter, limit: Int
  ) throws(CallbookError) -> [DueThing] {
    var found: [DueThing] = []
    for part in filter.parts {
      let statement = try sql.prepare(
        composed: """
          SELECT r.id, r.contact, c.name, s.user, r.due \(Self.openReviews(part))
          ORDER BY r.due, r.id LIMIT ?3
          """)
      found += try sql.all(
        statement,
        { row in
          row.bind(part.number)
          row.bind(filter.before)
          row.bind(Int64(limit))
        },
        { row in
          let id: ReviewID = row.identifier(0)
          return DueThing(
            id: id.description, contact: row.identifier(1), name: row.text(2),
            user: row.textOrNil(3), due: row.instant(4))
        })
    }
    return Array(found.sorted { $0.due < $1.due }.prefix(limit))
  }

  /// - Parameter dayStart: what is due earlier is overdue.
  package func countDueReviews(
    _ filter: DueFilter, dayStart: Instant
  ) throws(CallbookError) -> DueCount {
    var count = DueCount()
    for part in filter.parts {
      let statement = try sql.prepare(
        composed: "SELECT count(*), count(*) FILTER (WHERE r.due < ?3) \(Self.openReviews(part))")
      let found = try sql.all(
        statement,
        { row in
          row.bind(part.number)
          row.bind(filter.before)
          row.bind(dayStart)
        }, { (Int($0.integer(0)), Int($0.integer(1))) })
      count.total += found.first?.0 ?? 0
      count.overdue += found.first?.1 ?? 0
    }
    return count
  }

  private static func openReviews(_ part: DueFilter.Part) -> String {
    """
    FROM live_contact c
      JOIN review r ON r.contact = c.id AND r.state = 'open'
      LEFT JOIN staff s ON s.id = c.owner
    WHERE \(part.condition(on: "c.owner")) AND r.due < ?2
    """
  }
}
