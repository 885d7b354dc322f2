package import CallbookModel

extension Contact {
  /// What of it the plan of its reviews depends on.
  var reviewBasis: ReviewBasis {
    ReviewBasis(
      category: category, status: status, owner: owner,
      verifiedOn: points.filter { $0.removedAt == nil }.compactMap(\.verifiedOn).max())
  }
}

struct ReviewBasis: Equatable {
  let category: ContactCategory
  let status: ContactStatus
  /// The user name of whoever looks after it.
  let owner: String?
  let verifiedOn: CalendarDate?
}

extension WriteTransaction {
  /// Plans the first review of a contact that is being added: it is known already that nothing waits
  /// for it, so that an import pays for one row.
  func planFirstReview(of contact: Contact) throws(CallbookError) {
    let basis = contact.reviewBasis
    let review = ContactReview(
      contact: contact.id, category: basis.category, status: basis.status,
      owner: try basis.owner.flatMap { user throws(CallbookError) in try staffNumber(user) },
      createdAt: contact.createdAt, verifiedOn: basis.verifiedOn)
    for reminder in review.reminders(policy: planning.policy, calendar: planning.calendar) {
      try plan(reminder)
    }
  }

  /// Opens a review because its reminder fired.
  func openReview(of contact: ContactID, after fired: FiredReminder) throws(CallbookError) {
    let id: ReviewID = ids.take()
    try sql.execute(
      """
      INSERT INTO review (id, contact, reminder, due, opened_at, state) VALUES (?, ?, ?, ?, ?, 'open')
      """
    ) { row in
      row.bind(id)
      row.bind(contact)
      row.bind(fired.id)
      row.bind(fired.reminder.due)
      row.bind(at)
    }
    try record(
      "review.opened", .review(id),
      [
        FieldChange("contact", before: nil, after: contact.description),
        FieldChange("due", before: nil, after: fired.reminder.due.description),
      ])
  }

  /// Opens a review at once because a call showed that the details are wrong; none where one waits.
  package func openReview(
    of contact: ContactID, because callback: CallbackID
  ) throws(CallbookError) {
    guard try openReview(of: contact) == nil else { return }
    let id: ReviewID = ids.take()
    try sql.execute(
      "INSERT INTO review (id, contact, due, opened_at, state) VALUES (?, ?, ?, ?, 'open')"
    ) { row in
      row.bind(id)
      row.bind(contact)
      row.bind(at)
      row.bind(at)
    }
    try record(
      "review.opened", .review(id),
      [
        FieldChange("contact", before: nil, after: contact.description),
        FieldChange("callback", before: nil, after: callback.description),
      ])
    try reconcile(.contact(contact))
  }

  /// A contact that was merged away is reviewed as the one that it became part of: its review goes
  /// there, or ends where that has one already.
  func moveReview(of other: ContactID, to survivor: ContactID) throws(CallbookError) {
    guard let review = try openReview(of: other) else { return }
    let subject = Subject.review(review.id)
    if try openReview(of: survivor) == nil {
      try sql.execute("UPDATE review SET contact = ? WHERE id = ?") { row in
        row.bind(survivor)
        row.bind(review.id)
      }
      try record(
        "review.moved", subject,
        [FieldChange("contact", before: other.description, after: survivor.description)])
    } else {
      try sql.execute("UPDATE review SET state = 'closed', closed_at = ? WHERE id = ?") { row in
        row.bind(at)
        row.bind(review.id)
      }
      try record(
        "review.closed", subject,
        [
          FieldChange(
            "state", before: Review.State.open.rawValue, after: Review.State.closed.rawValue)
        ])
    }
  }
}

extension ReadTransaction {
  /// The review that waits for somebody, if one does.
  package func openReview(of contact: ContactID) throws(CallbookError) -> Review? {
    try sql.first(
      "SELECT id, contact, due, opened_at, state FROM review WHERE contact = ? AND state = 'open'",
      { $0.bind(contact) },
      { row throws(CallbookError) in
        Review(
          id: row.identifier(0), contact: row.identifier(1), due: row.instant(2),
          openedAt: row.instant(3), state: try row.word(4))
      })
  }
}
