package import CallbookModel

extension ReadTransaction {
  /// What the contact itself says, beside its points.
  package func ownVerification(of contact: ContactID) throws(CallbookError) -> Verification? {
    try sql.first(
      """
      SELECT c.verified_on, s.user, c.verified_how
      FROM contact c LEFT JOIN staff s ON s.id = c.verified_by
      WHERE c.id = ? AND c.verified_on IS NOT NULL
      """,
      { $0.bind(contact) }, { row throws(CallbookError) in try Verification(row, from: 0) })
  }

  package func review(_ id: ReviewID) throws(CallbookError) -> Review? {
    try reviews(where: "r.id = ?") { $0.bind(id) }.first
  }

  /// The review that waits for somebody, if one does.
  package func openReview(of contact: ContactID) throws(CallbookError) -> Review? {
    try reviews(where: "r.contact = ? AND r.state = 'open'") { $0.bind(contact) }.first
  }

  /// When somebody was reached last, as the contact itself or one of its points says.
  package func lastVerification(of contact: ContactID) throws(CallbookError) -> Verification? {
    try sql.first(
      """
      SELECT v.verified_on, s.user, v.verified_how FROM (
        SELECT verified_on, verified_by, verified_how FROM contact WHERE id = ?
        UNION ALL SELECT verified_on, verified_by, verified_how FROM point WHERE contact = ?
      ) v LEFT JOIN staff s ON s.id = v.verified_by
      WHERE v.verified_on IS NOT NULL
      ORDER BY v.verified_on DESC, v.verified_how IS NULL LIMIT 1
      """,
      { row in
        row.bind(contact)
        row.bind(contact)
      }, { row throws(CallbookError) in try Verification(row, from: 0) })
  }

  /// When a contact is reviewed next; nil while a review waits, and for one that is not reviewed.
  package func nextReviewDue(of contact: ContactID) throws(CallbookError) -> Instant? {
    try pendingReminders(of: .contact(contact)).first { $0.reminder.kind == .reviewDue }?
      .reminder.due
  }

  /// How many reviews wait for a user: handing the contacts over hands them over.
  package func openReviews(ofContactsOf user: String) throws(CallbookError) -> Int64 {
    try sql.first(
      """
      SELECT count(*) FROM review r JOIN live_contact c ON c.id = r.contact
      WHERE r.state = 'open' AND c.owner = (SELECT id FROM staff WHERE user = ?)
      """,
      { $0.bind(user) }, { $0.integer(0) }) ?? 0
  }

  /// - Parameter condition: a part of the program's text; the review is `r`.
  func reviews(
    where condition: String, _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [Review] {
    try sql.all(
      sql.prepare(composed: "\(Review.selection) WHERE \(condition)"), bind,
      { row throws(CallbookError) in try Review(row) })
  }
}

extension Review {
  /// The columns that ``init(_:)`` reads.
  static let selection = """
    SELECT r.id, r.rev, r.contact, r.cause, r.due, r.opened_at,
      (SELECT user FROM staff s WHERE s.id = r.opened_by), r.escalated_at, r.state, r.ended_at,
      (SELECT user FROM staff s WHERE s.id = r.ended_by), r.outcome, r.reason, r.how, r.merged_into
    FROM review r
    """

  init(_ row: SQLStatement) throws(CallbookError) {
    self.init(
      id: row.identifier(0), rev: row.integer(1), contact: row.identifier(2),
      cause: try row.word(3), due: row.instant(4), openedAt: row.instant(5),
      openedBy: row.textOrNil(6), escalatedAt: row.isNull(7) ? nil : row.instant(7),
      state: try row.word(8), end: try Self.end(row))
  }

  private static func end(_ row: SQLStatement) throws(CallbookError) -> End? {
    guard !row.isNull(9) else { return nil }
    return End(
      at: row.instant(9), by: row.textOrNil(10), outcome: row.isNull(11) ? nil : try row.word(11),
      reason: row.textOrNil(12), how: row.isNull(13) ? nil : try row.word(13),
      mergedInto: row.identifierOrNil(14))
  }
}

extension Verification {
  /// From three columns: the day, the user name, how.
  init(_ row: SQLStatement, from column: Int32) throws(CallbookError) {
    guard let on = CalendarDate(row.text(column)) else {
      throw CallbookError(.storeCorrupt, "the store holds a day that is none")
    }
    self.init(
      on: on, by: row.textOrNil(column + 1),
      how: row.isNull(column + 2) ? nil : try row.word(column + 2))
  }
}
