/// Something that is to happen at an instant because of a subject: what the planning functions give
/// (DESIGN: reminders are a pure function).
package struct Reminder: Sendable, Hashable {
  package let subject: Subject
  package let kind: ReminderKind
  /// Which of its kind: what tells a second one from the first, and mine from my colleague's. It stays
  /// when the reminder moves. At most 60 characters, nothing personal.
  package let occurrence: String
  package let due: Instant
  /// From then on it is of no use; nil when it always is.
  package let usefulUntil: Instant?
  package let audience: Audience
  /// Whether it was planned by the weekly hours of a year whose holidays are not known yet.
  package let isProvisional: Bool
  /// Which rule planned it: the key of a setting, such as `review.cycle.merchant`.
  package let rule: String

  /// For whom it is.
  package enum Audience: Sendable, Hashable {
    /// A member of staff, by number.
    case staff(Int64)
    case role(Role)
  }

  package init(
    of subject: Subject, _ kind: ReminderKind, occurrence: String, due: Instant,
    usefulUntil: Instant? = nil, for audience: Audience, isProvisional: Bool = false, rule: String
  ) {
    self.subject = subject
    self.kind = kind
    self.occurrence = occurrence
    self.due = due
    self.usefulUntil = usefulUntil
    self.audience = audience
    self.isProvisional = isProvisional
    self.rule = rule
  }
}

/// What a reminder is for: `review.due`. Open, so that a new kind is declared where its rule stands.
package struct ReminderKind: RawRepresentable, Sendable, Hashable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package init(_ rawValue: String) {
    self.init(rawValue: rawValue)
  }
}

extension ReminderKind {
  /// Whether it is told because what an earlier one told of was not done: by the last word of its
  /// name.
  package var isRepeated: Bool { rawValue.hasSuffix(".again") || rawValue.hasSuffix(".overdue") }
}

extension Reminder: Identified {
  package static var idLetter: Unicode.Scalar { "r" }
  package static var noun: String { "reminder" }
}

package typealias ReminderID = Identifier<Reminder>
