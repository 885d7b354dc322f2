/// A review as its reminders depend on it (DOMAIN R2).
package struct WaitingReview: Sendable, Equatable {
  package let review: Review
  /// The number of the member of staff who looks after the contact.
  package let owner: Int64?
  package let status: ContactStatus

  package init(of review: Review, owner: Int64?, status: ContactStatus) {
    self.review = review
    self.owner = owner
    self.status = status
  }
}

extension ReminderKind {
  /// Somebody asked for a review: what its cycle asks for was said by ``reviewDue``.
  package static let reviewOpened = Self("review.opened")
  package static let reviewAgain = Self("review.again")
  package static let reviewEscalated = Self("review.escalated")
}

extension WaitingReview: Reminding {
  /// The owner hears of it, hears of it again, and then a manager does: counted in working days from
  /// when the owner was told first, so that a daemon that was down leaves them their time.
  package func reminders(policy: Policy, calendar: WorkCalendar) -> [Reminder] {
    guard review.state == .open, status != .blocked else { return [] }
    let told = max(review.due, review.openedAt)
    let again = calendar.opening(workingDays: policy.reviewRemindAgainDays, after: told)
    let escalation = calendar.opening(workingDays: policy.reviewEscalateDays, after: told)
    let owner = owner.map { Reminder.Audience.staff($0) } ?? .role(.manager)
    var reminders: [Reminder] = []
    if review.cause != .cycle {
      reminders.append(
        reminder(
          .reviewOpened, PlannedInstant(instant: told, isProvisional: false), owner,
          "review.\(review.cause.rawValue)"))
    }
    reminders.append(
      reminder(
        .reviewAgain, again, owner, "review.remind_again",
        // Then a manager is told instead.
        usefulUntil: escalation.instant > again.instant ? escalation.instant : nil))
    reminders.append(
      reminder(.reviewEscalated, escalation, .role(.manager), "review.escalate"))
    return reminders
  }

  private func reminder(
    _ kind: ReminderKind, _ due: PlannedInstant, _ audience: Reminder.Audience, _ rule: String,
    usefulUntil: Instant? = nil
  ) -> Reminder {
    Reminder(
      of: Subject(kind: Review.noun, number: review.id.number), kind, occurrence: "",
      due: due.instant, usefulUntil: usefulUntil, for: audience,
      isProvisional: due.isProvisional, rule: rule)
  }
}
