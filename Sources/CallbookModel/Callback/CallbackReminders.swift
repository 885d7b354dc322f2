/// A callback as its reminders depend on it.
package struct CallbackReminders: Sendable, Equatable {
  package let callback: CallbackID
  package let state: Callback.State
  /// The number of the member of staff who is to call.
  package let assignee: Int64?
  /// When to try next; nil when it has ended.
  package let next: Instant?
  /// How many calls were made.
  package let attempts: Int
  package let endedAt: Instant?

  package init(
    callback: CallbackID, state: Callback.State, assignee: Int64?, next: Instant?, attempts: Int,
    endedAt: Instant?
  ) {
    self.callback = callback
    self.state = state
    self.assignee = assignee
    self.next = next
    self.attempts = attempts
    self.endedAt = endedAt
  }
}

extension ReminderKind {
  /// It is time to call.
  package static let callbackDue = Self("callback.due")
  /// Nobody has called.
  package static let callbackOverdue = Self("callback.overdue")
  /// Nobody could be reached.
  package static let callbackExhausted = Self("callback.exhausted")
}

extension CallbackReminders: Reminding {
  /// Of an open one, when to call for whoever is to, and a while later for managers; of one that was
  /// given up, at once for managers.
  package func reminders(
    policy: Policy, calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder] {
    if state == .exhausted, let endedAt {
      return [
        reminder(
          .callbackExhausted, PlannedInstant(instant: endedAt, isProvisional: false),
          for: .role(.manager), rule: "callback.attempts")
      ]
    }
    guard let next else { return [] }
    // The calendar may have changed since the time was chosen.
    let due = try calendar.nextWorkingMinute(notBefore: next)
    let overdue = try calendar.adding(
      workingMinutes: policy.callbackEscalateMinutes, to: due.instant)
    return [
      reminder(
        .callbackDue, due, for: assignee.map { .staff($0) } ?? .role(.manager),
        rule: attempts == 0 ? "callback.first_attempt" : "callback.back_off"),
      reminder(.callbackOverdue, overdue, for: .role(.manager), rule: "callback.escalate"),
    ]
  }

  private func reminder(
    _ kind: ReminderKind, _ due: PlannedInstant, for audience: Reminder.Audience, rule: String
  ) -> Reminder {
    Reminder(
      of: Subject(kind: Callback.noun, number: callback.number), kind,
      occurrence: "after \(attempts)", due: due.instant, for: audience,
      isProvisional: due.isProvisional, rule: rule)
  }
}
