/// A reminder as the schedule keeps it: with what became of it.
package struct PlannedReminder: Sendable, Equatable {
  package let id: ReminderID
  package let reminder: Reminder
  /// By which revision of policy and calendar it was planned.
  package let revision: Int64
  package let plannedAt: Instant
  /// The newest entry of the ledger when it was planned: the change that it follows from.
  package let plannedSeq: Int64
  package let retries: Int
  /// When it is tried again after it failed.
  package let retryAt: Instant?
  package let end: End?

  package enum State: String, Sendable, CaseIterable {
    case pending
    case fired
    /// Another one of the same subject that was overdue, too, fired for it.
    case merged
    /// The subject has no such reminder any more.
    case withdrawn
    /// When it could have fired it was of no use any more.
    case expired
    /// It could not be processed, however often it was tried.
    case failed
  }

  /// How it ended: once, and for good.
  package struct End: Sendable, Equatable {
    package let state: State
    package let at: Instant
    /// The newest entry of the ledger then: its own when it fired.
    package let seq: Int64
    /// Fired more than a minute after it was due.
    package let isLate: Bool
    /// The one that it merged into.
    package let into: ReminderID?
    /// A word of a closed set, or the reason of the error that it failed of.
    package let reason: String?

    package init(
      _ state: State, at: Instant, seq: Int64, isLate: Bool = false, into: ReminderID? = nil,
      reason: String? = nil
    ) {
      self.state = state
      self.at = at
      self.seq = seq
      self.isLate = isLate
      self.into = into
      self.reason = reason
    }
  }

  package init(
    id: ReminderID, reminder: Reminder, revision: Int64, plannedAt: Instant, plannedSeq: Int64,
    retries: Int, retryAt: Instant?, end: End?
  ) {
    self.id = id
    self.reminder = reminder
    self.revision = revision
    self.plannedAt = plannedAt
    self.plannedSeq = plannedSeq
    self.retries = retries
    self.retryAt = retryAt
    self.end = end
  }

  package var state: State { end?.state ?? .pending }
  /// When it is looked at next.
  package var wake: Instant { retryAt ?? reminder.due }
}
