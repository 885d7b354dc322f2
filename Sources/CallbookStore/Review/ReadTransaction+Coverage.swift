package import CallbookModel

extension ReadTransaction {
  /// All live contacts that are not blocked, counted by everything that decides whether they were
  /// verified in time: far fewer groups than contacts.
  ///
  /// - Parameter owner: a user name; nil for the contacts of all.
  package func verifiedContacts(
    of owner: String?
  ) throws(CallbookError) -> [ReviewCoverage.Group] {
    try sql.all(
      """
      SELECT s.user, c.category, c.review_cycle, e.contact IS NOT NULL,
        max(coalesce(c.verified_on, ''), coalesce(p.verified_on, '')) AS verified, count(*)
      FROM live_contact c
        LEFT JOIN staff s ON s.id = c.owner
        LEFT JOIN (SELECT DISTINCT contact FROM emergency WHERE contact IS NOT NULL) e
          ON e.contact = c.id
        LEFT JOIN (
          SELECT contact, max(verified_on) AS verified_on FROM point
          WHERE verified_on IS NOT NULL GROUP BY contact
        ) p ON p.contact = c.id
      WHERE c.status <> 'blocked' AND (s.user = ? OR ?)
      GROUP BY 1, 2, 3, 4, verified
      """,
      { row in
        row.bind(owner)
        row.bind(owner == nil)
      },
      { row throws(CallbookError) in
        ReviewCoverage.Group(
          owner: row.textOrNil(0), category: try row.word(1),
          ownCycle: row.textOrNil(2).flatMap { ReviewCycle($0) }, isEmergency: row.boolean(3),
          verifiedOn: CalendarDate(row.text(4)), count: row.integer(5))
      })
  }
}
