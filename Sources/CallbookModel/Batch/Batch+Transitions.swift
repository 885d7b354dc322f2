extension Batch {
  /// A new one, which operations has policy's working days to take over.
  package init(
    creating id: BatchID, uuid: UniqueID, month: String?, forms: Int, at now: Instant,
    by user: String?, _ rules: CallbackRules
  ) {
    self.init(
      id: id, uuid: uuid, state: .created, month: month, counts: Counts(forms: Int64(forms)),
      due: rules.calendar.opening(workingDays: rules.policy.batchAcknowledgeDays, after: now)
        .instant,
      createdAt: now, createdBy: user, acknowledgedAt: nil, acknowledgedBy: nil, concludedAt: nil)
  }

  /// Operations takes it over, once.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func acknowledge(
    at now: Instant, by user: String?, _ rules: CallbackRules
  ) throws(CallbookError) {
    guard state == .created else {
      let day = acknowledgedAt.map { " on \(rules.calendar.zone.local($0).date)" } ?? ""
      let who = acknowledgedBy.map { " by \($0)" } ?? ""
      throw CallbookError(
        .wrongState, "\(id) was acknowledged\(day)\(who) already: that is done once",
        hint: "callbook batch get \(id)")
    }
    state = .acknowledged
    (acknowledgedAt, acknowledgedBy) = (now, user)
    due = rules.calendar.opening(workingDays: rules.policy.batchConcludeDays, after: now).instant
  }

  /// Forms are concluded when operations has taken them over.
  ///
  /// - Throws: `WRONG_STATE`.
  package func requireAcknowledged() throws(CallbookError) {
    guard state == .created else { return }
    throw CallbookError(
      .wrongState, "\(id) was not acknowledged yet: its forms cannot be concluded",
      hint: "callbook batch acknowledge \(id)")
  }

  /// A form of it was concluded.
  ///
  /// - Parameter remaining: how many forms have no conclusion.
  /// - Throws: `WRONG_STATE`.
  package mutating func conclude(remaining: Int64, at now: Instant) throws(CallbookError) {
    try requireAcknowledged()
    guard state == .acknowledged, remaining == 0 else { return }
    state = .concluded
    concludedAt = now
    due = nil
  }
}
