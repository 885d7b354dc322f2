package import CallbookModel

/// What became of the reminders that were due, as far as whoever keeps the machine should know: ids
/// and figures, nothing of what they are about.
package struct ClaimReport: Sendable, Equatable {
  package enum Outcome: String, Sendable, CaseIterable {
    /// Fired, as the first of what is to be done.
    case due
    /// Fired again, because nobody had done it.
    case overdue
    /// Fired for managers, whether as the first or again.
    case escalated
    /// Fired more than a minute after they were due, such as after a time when the daemon was down.
    case late
    /// Another one of the same subject fired for them.
    case merged
    /// When they could have fired they were of no use any more.
    case expired
  }

  private var tallies: [Outcome: ReminderTally] = [:]

  package init() {}

  /// Empty where none fared so.
  package subscript(outcome: Outcome) -> ReminderTally { tallies[outcome] ?? ReminderTally() }

  mutating func add(_ reminder: PlannedReminder, _ outcome: Outcome, at now: Instant) {
    tallies[outcome, default: ReminderTally()].add(reminder, at: now)
  }

  /// - Parameter group: what fired as one: the last of them.
  mutating func add(_ group: [PlannedReminder], at now: Instant) {
    guard let fired = group.last else { return }
    for other in group.dropLast() { add(other, .merged, at: now) }
    add(fired, fired.reminder.kind.isRepeated ? .overdue : .due, at: now)
    if fired.reminder.audience == .role(.manager) { add(fired, .escalated, at: now) }
    let lateness = now.millisecondsSince1970 - fired.reminder.due.millisecondsSince1970
    if lateness > WriteTransaction.lateMilliseconds { add(fired, .late, at: now) }
  }

  mutating func add(_ other: ClaimReport) {
    for (outcome, tally) in other.tallies {
      tallies[outcome, default: ReminderTally()].add(tally)
    }
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
