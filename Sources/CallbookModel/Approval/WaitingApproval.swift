/// Something that waits for a manager's decision, as its reminders depend on it.
package struct WaitingApproval: Sendable, Equatable {
  package let subject: Subject
  package let requested: ReminderKind
  package let expired: ReminderKind
  package let requestedAt: Instant
  /// The number of the member of staff who asked.
  package let requester: Int64?
  /// From when on nobody can decide about it.
  package let expiry: PlannedInstant

  package init(
    _ subject: Subject, requested: ReminderKind, expired: ReminderKind, requestedAt: Instant,
    requester: Int64?, expiry: PlannedInstant
  ) {
    self.subject = subject
    self.requested = requested
    self.expired = expired
    self.requestedAt = requestedAt
    self.requester = requester
    self.expiry = expiry
  }
}

extension WaitingApproval: Reminding {
  /// Managers hear of it at once, and again while it waits; whoever asked hears when it expires.
  package func reminders(policy: Policy, calendar: WorkCalendar) -> [Reminder] {
    let again = calendar.opening(workingDays: policy.approvalRemindAgainDays, after: requestedAt)
    return [
      reminder(
        requested, PlannedInstant(instant: requestedAt, isProvisional: false), "asked",
        for: .role(.manager), usefulUntil: expiry.instant, rule: "approval"),
      reminder(
        requested, again, "again", for: .role(.manager), usefulUntil: expiry.instant,
        rule: "approval.remind_again"),
      reminder(
        expired, expiry, "expired", for: requester.map { .staff($0) } ?? .role(.manager),
        rule: "approval.expire"),
    ]
  }

  /// - Parameter round: which of its kind, of what was asked then.
  private func reminder(
    _ kind: ReminderKind, _ due: PlannedInstant, _ round: String,
    for audience: Reminder.Audience, usefulUntil: Instant? = nil, rule: String
  ) -> Reminder {
    Reminder(
      of: subject, kind, occurrence: "\(requestedAt.millisecondsSince1970) \(round)",
      due: due.instant, usefulUntil: usefulUntil, for: audience,
      isProvisional: due.isProvisional, rule: rule)
  }
}

extension Approval {
  /// When nobody can decide any more: policy's time after it was asked for.
  ///
  /// - Parameter last: when it would be of no use at the latest.
  package func expiry(
    _ policy: Policy, _ calendar: WorkCalendar, atLatest last: Instant?
  ) -> PlannedInstant {
    let expiry = calendar.opening(workingDays: policy.approvalExpireDays, after: requestedAt)
    guard let last, last < expiry.instant else { return expiry }
    return PlannedInstant(instant: last, isProvisional: false)
  }
}
