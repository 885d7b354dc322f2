package import CallbookModel
import CallbookStore

/// A reminder as it is shown: ids only, nothing of what it is about.
package struct ReminderLine: Codable, Sendable, Equatable {
  package let id: ReminderID
  /// What it is for, such as `review.due`.
  package let kind: String
  /// The id of what it is about.
  package let subject: String
  package let due: Instant
  /// From then on it is of no use; nil when it always is.
  package let usefulUntil: Instant?
  /// For whom: a user name, or a role.
  package let user: String?
  package let role: Role?
  /// Whether it was planned before the holidays of its year were known.
  package let provisional: Bool
  /// The rule that planned it: a setting of the policy.
  package let rule: String
  /// pending, fired, merged, withdrawn, expired or failed.
  package let state: String
  package let endedAt: Instant?
  /// Whether it fired more than a minute after it was due.
  package let late: Bool?
  /// The one that it merged into.
  package let into: ReminderID?
  /// Why it ended without firing.
  package let reason: String?
  /// How often it was tried in vain.
  package let retries: Int?
  package let retryAt: Instant?

  private enum CodingKeys: String, CodingKey {
    case id, kind, subject, due
    case usefulUntil = "useful_until"
    case user, role, provisional, rule, state
    case endedAt = "ended_at"
    case late, into, reason, retries
    case retryAt = "retry_at"
  }

  init(_ planned: PlannedReminder, in store: ReadTransaction) throws(CallbookError) {
    let reminder = planned.reminder
    id = planned.id
    kind = reminder.kind.rawValue
    subject = reminder.subject.description
    due = reminder.due
    usefulUntil = reminder.usefulUntil
    switch reminder.audience {
    case .staff(let number):
      user = try store.staffUser(number)
      role = nil
    case .role(let wanted):
      user = nil
      role = wanted
    }
    provisional = reminder.isProvisional
    rule = reminder.rule
    state = planned.state.rawValue
    endedAt = planned.end?.at
    late = planned.end?.isLate == true ? true : nil
    into = planned.end?.into
    reason = planned.end?.reason
    retries = planned.retries > 0 ? planned.retries : nil
    retryAt = planned.retryAt
  }
}
