package import CallbookModel

extension WaitingReview: StoredSubject {
  package static var kind: String { Review.noun }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> WaitingReview? {
    guard let review = try store.review(ReviewID(number)) else { return nil }
    return try store.sql.first(
      "SELECT owner, status FROM live_contact WHERE id = ?", { $0.bind(review.contact) },
      { row throws(CallbookError) in
        WaitingReview(of: review, owner: row.integerOrNil(0), status: try row.word(1))
      })
  }

  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      "SELECT id FROM review WHERE state = 'open' AND id > ? ORDER BY id LIMIT ?",
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// Notes that a manager was told.
  package func fired(
    _ fired: FiredReminder, in store: WriteTransaction
  ) throws(CallbookError) {
    guard fired.reminder.kind == .reviewEscalated, review.state == .open else { return }
    var escalated = review
    escalated.escalatedAt = store.at
    try store.save(escalated, over: review, event: "review.escalated")
  }
}
