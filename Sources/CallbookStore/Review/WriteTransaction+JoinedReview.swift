import CallbookModel

/// The open review of a contact that is merged away goes with it, and comes back.
extension WriteTransaction {
  /// One open review remains, due as early as either; leaves the ledger alone.
  func joinReview(
    of other: ContactID, to survivor: ContactID
  ) throws(CallbookError) -> MergeRecord.JoinedReview? {
    guard let before = try openReview(of: other) else { return nil }
    var after = before
    guard let ownBefore = try openReview(of: survivor) else {
      after.contact = survivor
      return MergeRecord.JoinedReview(before: before, after: try write(after, over: before))
    }
    var ownAfter = ownBefore
    try after.merge(into: &ownAfter, at: at)
    return MergeRecord.JoinedReview(
      before: before, after: try write(after, over: before), ownBefore: ownBefore,
      ownAfter: try write(ownAfter, over: ownBefore))
  }

  func recordJoinedReview(
    _ joined: MergeRecord.JoinedReview?, to survivor: ContactID
  ) throws(CallbookError) {
    guard let joined else { return }
    let isMoved = joined.ownAfter == nil
    try record(
      isMoved ? "review.moved" : "review.merged", .review(joined.after.id),
      joined.after.changes(since: joined.before))
    try reconcile(.review(joined.after.id))
    if let before = joined.ownBefore, let after = joined.ownAfter {
      let changes = after.changes(since: before)
      if !changes.isEmpty { try record("review.raised", .review(after.id), changes) }
      try reconcile(.review(after.id))
    }
  }

  /// The contact's review waits for it again. The survivor was answered for since, perhaps: nobody
  /// asked then who it was.
  func partReview(
    _ joined: MergeRecord.JoinedReview?, of survivor: ContactID, to other: ContactID
  ) throws(CallbookError) {
    guard let joined, let review = try review(joined.after.id) else { return }
    var parted = review
    if joined.ownAfter != nil {
      if parted.state == .merged { try parted.part() }
    } else if parted.state == .open, parted.contact == survivor {
      parted.contact = other
    }
    if parted != review { _ = try write(parted, over: review) }
    if let before = joined.ownBefore, let after = joined.ownAfter,
      let own = try self.review(before.id), own.state == .open
    {
      var restored = own
      if own.due == after.due { restored.due = before.due }
      if own.cause == after.cause { restored.cause = before.cause }
      if restored != own { _ = try write(restored, over: own) }
    }
  }

  func recordPartedReview(
    _ joined: MergeRecord.JoinedReview?, of survivor: ContactID, to other: ContactID
  ) throws(CallbookError) {
    guard let joined, let review = try review(joined.after.id) else { return }
    if review.contact == other, review.state == .open {
      try record("review.parted", .review(review.id), review.changes(since: joined.after))
      try reconcile(.review(review.id))
    } else {
      _ = try openReview(
        of: other, because: joined.before.cause, due: joined.before.due, by: nil)
    }
    if let own = joined.ownBefore { try reconcile(.review(own.id)) }
  }
}
