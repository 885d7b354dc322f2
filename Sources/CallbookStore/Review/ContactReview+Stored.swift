package import CallbookModel

extension ContactReview: StoredSubject {
  package static var kind: String { Contact.noun }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> ContactReview? {
    try store.sql.first(
      """
      SELECT category, status, owner, created_at,
        EXISTS (SELECT 1 FROM emergency e WHERE e.contact = c.id),
        max(
          coalesce(verified_on, ''),
          coalesce((SELECT max(p.verified_on) FROM point p WHERE p.contact = c.id), '')),
        (SELECT max(ended_at) FROM review r WHERE r.contact = c.id AND r.state = 'answered'),
        EXISTS (SELECT 1 FROM review r WHERE r.contact = c.id AND r.state = 'open'),
        (SELECT count(*) FROM review r WHERE r.contact = c.id AND r.state <> 'open'),
        review_cycle
      FROM live_contact c WHERE id = ?
      """,
      { $0.bind(number) },
      { row throws(CallbookError) in
        ContactReview(
          contact: ContactID(number), category: try row.word(0), status: try row.word(1),
          owner: row.integerOrNil(2), ownCycle: row.textOrNil(9).flatMap { ReviewCycle($0) },
          isEmergency: row.boolean(4), createdAt: row.instant(3),
          verifiedOn: CalendarDate(row.text(5)),
          answeredAt: row.isNull(6) ? nil : row.instant(6), endedReviews: row.integer(8),
          isUnderReview: row.boolean(7))
      })
  }

  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      "SELECT id FROM live_contact WHERE id > ? ORDER BY id LIMIT ?",
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// Opens the review that is due, unless one waits already.
  package func fired(
    _ fired: FiredReminder, in store: WriteTransaction
  ) throws(CallbookError) {
    guard !isUnderReview else { return }
    try store.openReview(of: contact, after: fired)
  }
}
