package import CallbookModel

/// What became of the reminders that were due, as far as whoever keeps the machine should know: ids
/// and figures, nothing of what they are about.
package struct ClaimReport: Sendable, Equatable {
  /// Fired more than a minute after they were due, such as after a time when the daemon was down.
  package var late = ReminderTally()
  package var merged = ReminderTally()
  package var expired = ReminderTally()
  /// Fired for managers.
  package var escalated = ReminderTally()

  package init() {}

  /// - Parameter group: what fired as one: the last of them.
  mutating func add(_ group: [PlannedReminder], at now: Instant) {
    guard let fired = group.last else { return }
    for other in group.dropLast() { merged.add(other, at: now) }
    let lateness = now.millisecondsSince1970 - fired.reminder.due.millisecondsSince1970
    if lateness > WriteTransaction.lateMilliseconds { late.add(fired, at: now) }
    if fired.reminder.audience == .role(.manager) { escalated.add(fired, at: now) }
  }

  mutating func add(_ other: ClaimReport) {
    late.add(other.late)
    merged.add(other.merged)
    expired.add(other.expired)
    escalated.add(other.escalated)
  }
}

/// Some reminders that fared alike: counted, and the first of them named.
package struct ReminderTally: Sendable, Equatable {
  /// Enough to begin with; `callbook reminder list --ended` has the others.
  package static let mostNamed = 10

  package private(set) var count = 0
  package private(set) var named: [ReminderID] = []
  /// How long after its time the latest of them was dealt with.
  package private(set) var longestMilliseconds: Int64 = 0

  package init() {}

  package init(count: Int, named: [ReminderID], longestMilliseconds: Int64) {
    self.count = count
    self.named = named
    self.longestMilliseconds = longestMilliseconds
  }

  mutating func add(_ known: PlannedReminder, at now: Instant) {
    add(
      ReminderTally(
        count: 1, named: [known.id],
        longestMilliseconds: now.millisecondsSince1970
          - known.reminder.due.millisecondsSince1970))
  }

  package mutating func add(_ other: ReminderTally) {
    count += other.count
    named += other.named.prefix(Self.mostNamed - named.count)
    longestMilliseconds = max(longestMilliseconds, other.longestMilliseconds)
  }
}
