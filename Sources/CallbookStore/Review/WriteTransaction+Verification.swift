package import CallbookModel

extension WriteTransaction {
  /// Notes that somebody was really reached: a callback, a complaint, a review. The next review counts
  /// from that day, and one that waited only for its cycle has been satisfied by it.
  ///
  /// - Parameters:
  ///   - day: of the shop's clocks. One before the last that is known changes nothing.
  ///   - user: the user name of whoever reached them.
  ///   - point: where, if that is one of the contact's points.
  /// - Throws: `NOT_FOUND`; `INVALID_PARAMS` for a day that is still to come.
  package func noteRealContact(
    _ contact: ContactID, on day: CalendarDate, by user: String?, how: VerificationMeans,
    at point: PointID? = nil
  ) throws(CallbookError) {
    guard let contact = try survivor(of: contact) else { throw .noContact(contact) }
    guard day <= today else { throw .dayToCome }
    let verification = Verification(on: day, by: user, how: how)
    if try verify(contact, verification) {
      try reviewPlanChanged(of: contact, .satisfied, by: verification)
    }
    guard let point else { return }
    let old = try self.contact(contact, withRemoved: true)
    let current = try currentPoint(point)
    guard let place = old.points.firstIndex(where: { $0.id == current }),
      old.points[place].verifiedOn.map({ $0 <= day }) ?? true
    else { return }
    var new = old
    new.points[place].verify(verification)
    _ = try save(new, over: old, event: "point.verified")
  }

  /// Notes what a file says of when somebody was reached: only what is later than what is known, so that
  /// the same file again changes nothing.
  ///
  /// - Returns: whether it says something new.
  /// - Throws: `INVALID_PARAMS` for a day that is still to come.
  @discardableResult
  package func noteImported(
    _ verification: Verification, of contact: ContactID
  ) throws(CallbookError) -> Bool {
    guard verification.on <= today else { throw .dayToCome }
    let known = try ownVerification(of: contact)
    guard known.map({ $0.on < verification.on }) ?? true else { return false }
    guard try verify(contact, verification) else { return false }
    try reviewPlanChanged(of: contact, .satisfied, by: verification)
    return true
  }

  /// By the shop's clocks.
  package var today: CalendarDate { planning.calendar.zone.local(at).date }

  /// - Returns: whether it says something new.
  private func verify(
    _ contact: ContactID, _ verification: Verification
  ) throws(CallbookError) -> Bool {
    let known = try ownVerification(of: contact)
    guard known.map({ $0.on <= verification.on && $0 != verification }) ?? true else {
      return false
    }
    try replace(known, by: verification, of: contact, event: "contact.verified")
    return true
  }

  /// What said that the contact was reached was a slip; what else is known holds then.
  func takeBack(
    _ said: Verification, of contact: ContactID, for other: Verification?
  ) throws(CallbookError) {
    guard said != other, try ownVerification(of: contact) == said else { return }
    try replace(said, by: other, of: contact, event: "contact.unverified")
  }

  private func replace(
    _ known: Verification?, by verification: Verification?, of contact: ContactID, event: String
  ) throws(CallbookError) {
    try write(verification, to: contact)
    let changes = [
      FieldChange(
        "verified_on", before: known?.on.description, after: verification?.on.description),
      FieldChange("verified_by", before: known?.by, after: verification?.by),
      FieldChange(
        "verified_how", before: known?.how?.rawValue, after: verification?.how?.rawValue),
    ]
    try record(event, .contact(contact), changes.filter { $0.before != $0.after })
  }

  // MARK: What the contact itself says, beside its points

  private func write(_ verification: Verification?, to contact: ContactID) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE contact SET verified_on = ?, verified_by = (SELECT id FROM staff WHERE user = ?),
        verified_how = ?
      WHERE id = ?
      """
    ) { row in
      row.bind(verification?.on.description)
      row.bind(verification?.by)
      row.bind(verification?.how?.rawValue)
      row.bind(contact)
    }
  }

  // MARK: Merging

  func joinVerification(
    of other: ContactID, to survivor: ContactID
  ) throws(CallbookError) -> MergeRecord.VerificationChange? {
    let before = try ownVerification(of: survivor)
    guard let after = try ownVerification(of: other), before.map({ $0.on < after.on }) ?? true
    else { return nil }
    try write(after, to: survivor)
    return MergeRecord.VerificationChange(before: before, after: after)
  }

  /// Whoever was reached since was reached as the survivor.
  func partVerification(
    _ change: MergeRecord.VerificationChange?, from survivor: ContactID
  ) throws(CallbookError) {
    guard let change, try ownVerification(of: survivor) == change.after else { return }
    try write(change.before, to: survivor)
  }
}

extension CallbookError {
  fileprivate static let dayToCome = CallbookError(
    .invalidParams, "nobody was reached on a day that is still to come",
    violations: [Violation("/on", "must not be after today")])
}
