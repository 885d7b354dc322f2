package import CallbookModel

extension WriteTransaction {
  /// Opens a review because its reminder fired.
  func openReview(of contact: ContactID, after fired: FiredReminder) throws(CallbookError) {
    try insert(
      Review(
        id: ids.take(), contact: contact, cause: .cycle, due: fired.reminder.due, openedAt: at),
      after: fired.id)
  }

  /// Has a contact reviewed without waiting for its cycle: because somebody asks for it, or because
  /// somebody else was reached at its number. A review that waits already becomes this one.
  ///
  /// - Parameters:
  ///   - due: when; now when it is nil.
  ///   - user: the user name of whoever asks; nil for nobody of the staff.
  /// - Throws: `NOT_FOUND`.
  package func openReview(
    of contact: ContactID, because cause: Review.Cause, due: Instant? = nil, by user: String?
  ) throws(CallbookError) -> Review {
    guard let contact = try survivor(of: contact) else { throw .noContact(contact) }
    let due = due ?? at
    if let open = try openReview(of: contact) {
      var sooner = open
      sooner.due = min(open.due, due)
      if cause.outranks(open.cause) { sooner.cause = cause }
      return try save(sooner, over: open, event: "review.raised")
    }
    let review = Review(
      id: ids.take(), contact: contact, cause: cause, due: due, openedAt: at, openedBy: user)
    try insert(review, after: nil)
    try reconcile(.contact(contact))
    return review
  }

  private func insert(_ review: Review, after reminder: ReminderID?) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO review (id, rev, contact, cause, reminder, due, opened_at, opened_by, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?), 'open')
      """
    ) { row in
      row.bind(review.id)
      row.bind(review.rev)
      row.bind(review.contact)
      row.bind(review.cause)
      row.bind(reminder)
      row.bind(review.due)
      row.bind(review.openedAt)
      row.bind(review.openedBy)
    }
    try record("review.opened", .review(review.id), review.changes(since: nil))
    try reconcile(.review(review.id))
  }

  /// Writes what differs between two states of a review, and plans its reminders again.
  ///
  /// - Returns: the review with its new revision; the old one when nothing differs.
  @discardableResult
  package func save(
    _ new: Review, over old: Review, event: String
  ) throws(CallbookError) -> Review {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    let saved = try write(new, over: old)
    try record(event, .review(saved.id), changes)
    try reconcile(.review(saved.id))
    // The next one is planned when this one has ended.
    if saved.state != old.state { try reconcile(.contact(saved.contact)) }
    return saved
  }

  /// Leaves ledger and reminders alone.
  func write(_ new: Review, over old: Review) throws(CallbookError) -> Review {
    var review = new
    review.rev = old.rev + 1
    try sql.execute(
      """
      UPDATE review SET rev = ?, contact = ?, cause = ?, due = ?, escalated_at = ?, state = ?,
        ended_at = ?, ended_by = (SELECT id FROM staff WHERE user = ?), outcome = ?, reason = ?,
        how = ?, merged_into = ?
      WHERE id = ?
      """
    ) { row in
      row.bind(review.rev)
      row.bind(review.contact)
      row.bind(review.cause)
      row.bind(review.due)
      row.bind(review.escalatedAt)
      row.bind(review.state)
      row.bind(review.end?.at)
      row.bind(review.end?.by)
      row.bind(review.end?.outcome?.rawValue)
      row.bind(review.end?.reason)
      row.bind(review.end?.how?.rawValue)
      row.bind(review.end?.mergedInto)
      row.bind(review.id)
    }
    return review
  }
}

extension Review.Cause {
  /// A wrong number is the strongest reason, a cycle the weakest.
  fileprivate func outranks(_ other: Review.Cause) -> Bool {
    switch self {
    case .cycle: false
    case .hand: other == .cycle
    case .wrongNumber: true
    }
  }
}

extension Review: RecordedFields {
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("contact", contact.description), ("cause", cause.rawValue), ("due", due.description),
      ("opened_by", openedBy), ("escalated_at", escalatedAt?.description),
      ("state", state.rawValue), ("outcome", end?.outcome?.rawValue), ("reason", end?.reason),
      ("how", end?.how?.rawValue), ("merged_into", end?.mergedInto?.description),
    ]
  }
}
