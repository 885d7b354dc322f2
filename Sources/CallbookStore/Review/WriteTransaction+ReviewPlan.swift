import CallbookModel

extension Contact {
  /// What of it the plan of its reviews depends on.
  fileprivate var reviewBasis: ReviewBasis {
    ReviewBasis(
      category: category, status: status, owner: owner, ownCycle: reviewCycle,
      verifiedOn: points.compactMap(\.verifiedOn).max())
  }
}

private struct ReviewBasis: Equatable {
  let category: ContactCategory
  let status: ContactStatus
  /// The user name of whoever looks after it.
  var owner: String?
  let ownCycle: ReviewCycle?
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
      ownCycle: basis.ownCycle, createdAt: contact.createdAt, verifiedOn: basis.verifiedOn)
    for reminder in review.reminders(policy: planning.policy, calendar: planning.calendar) {
      try plan(reminder)
    }
  }

  func reviewBasisChanged(of contact: Contact, from old: Contact) throws(CallbookError) {
    let (before, after) = (old.reviewBasis, contact.reviewBasis)
    guard before != after else { return }
    if before.owner != after.owner { try planAppointments(of: contact.id) }
    var sameOwner = after
    sameOwner.owner = before.owner
    guard before != sameOwner else { return try reviewHolderChanged(of: contact.id) }
    try reviewPlanChanged(
      of: contact.id, before.verifiedOn == after.verifiedOn ? .withdrawn : .satisfied)
  }

  /// Somebody else is reminded from now on, or of another contact; what waits goes on waiting.
  func reviewHolderChanged(of contact: ContactID) throws(CallbookError) {
    if let open = try openReview(of: contact) { try reconcile(.review(open.id)) }
    try reconcile(.contact(contact))
  }

  /// What ends a review that its cycle had asked for and does not any more.
  enum EarlyEnd {
    case satisfied, withdrawn
  }

  /// Lets the open review and the plan of the next one follow from a contact as it is now.
  ///
  /// - Parameter verification: what satisfied the open review, if that is known.
  func reviewPlanChanged(
    of contact: ContactID, _ earlyEnd: EarlyEnd = .withdrawn, by verification: Verification? = nil
  ) throws(CallbookError) {
    if let open = try openReview(of: contact),
      let review = try ContactReview.load(contact.number, in: self)
    {
      if try isStillDue(review) {
        // Nobody is to be reminded, perhaps, or somebody again.
        try reconcile(.review(open.id))
      } else {
        try end(open, earlyEnd, by: verification)
      }
    }
    try reconcile(.contact(contact))
  }

  /// A blocked contact's review waits in silence.
  private func isStillDue(_ review: ContactReview) throws(CallbookError) -> Bool {
    guard review.status != .blocked else { return true }
    let plan = review.plan(policy: planning.policy, calendar: planning.calendar)
    return plan.map { $0.due.instant <= at } ?? false
  }

  private func end(
    _ open: Review, _ earlyEnd: EarlyEnd, by verification: Verification?
  ) throws(CallbookError) {
    var ended = open
    let end = Review.End(at: at, by: verification?.by, how: verification?.how)
    switch earlyEnd {
    case .satisfied:
      if ended.satisfy(end) { try save(ended, over: open, event: "review.satisfied") }
    case .withdrawn:
      if ended.withdraw(end) { try save(ended, over: open, event: "review.withdrawn") }
    }
    // One that somebody asked for waits on, perhaps for somebody else.
    if ended.state == .open { try reconcile(.review(open.id)) }
  }
}
