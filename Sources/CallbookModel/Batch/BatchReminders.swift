/// A batch as its reminders depend on it.
package struct BatchReminders: Sendable, Equatable {
  package let batch: BatchID
  package let state: Batch.State
  /// By when the next step is to be done; nil when it is concluded.
  package let due: Instant?

  package init(batch: BatchID, state: Batch.State, due: Instant?) {
    self.batch = batch
    self.state = state
    self.due = due
  }
}

extension ReminderKind {
  /// It is time to take a batch over, or to have concluded its forms.
  package static let batchDue = Self("batch.due")
  /// Nobody has.
  package static let batchOverdue = Self("batch.overdue")
}

extension BatchReminders: Reminding {
  /// Operations hears of the next step when it is due, and managers some working days later.
  package func reminders(
    policy: Policy, calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder] {
    guard let due else { return [] }
    // The calendar may have changed since the time was chosen.
    let told = try calendar.nextWorkingMinute(notBefore: due)
    let overdue = calendar.opening(workingDays: policy.batchEscalateDays, after: told.instant)
    return [
      reminder(
        .batchDue, told, for: .operations,
        rule: state == .created ? "batch.acknowledge" : "batch.conclude"),
      reminder(.batchOverdue, overdue, for: .manager, rule: "batch.escalate"),
    ]
  }

  private func reminder(
    _ kind: ReminderKind, _ due: PlannedInstant, for role: Role, rule: String
  ) -> Reminder {
    Reminder(
      of: Subject(batch), kind, occurrence: state.rawValue, due: due.instant, for: .role(role),
      isProvisional: due.isProvisional, rule: rule)
  }
}
