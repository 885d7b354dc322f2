import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Some subjects that are changed at random while time passes, and what has to hold of their reminders.
struct LifeModel {
  private static let subjects: [Int64] = [1, 2, 3, 4]
  private static let minute: Int64 = 60_000

  private var random: SplitMix64
  private let seed: UInt64
  private let directory: TestDirectory
  /// The present life; nil only between two.
  private var life: TestStore?
  /// What was seen to have ended: it has to stay as it was.
  private var ended: [ReminderID: PlannedReminder] = [:]
  private(set) var fired = 0
  /// How far the clock of the present life is from the last one's.
  private var passed: Int64 = 0

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    self.seed = seed
    directory = try TestDirectory()
    life = try TestStore.withSubjects(in: directory, seed: seed)
  }

  private var store: TestStore {
    guard let life else { preconditionFailure("the store is closed") }
    return life
  }

  mutating func step() throws {
    switch random.below(12) {
    case 0..<4: try change()
    case 4..<7: pass(Int64(random.below(600)) * Self.minute)
    case 7: try changePolicy()
    case 8: try restart()
    // The clock is set back, by up to an hour.
    case 9: pass(-Int64(random.below(60)) * Self.minute)
    case 10: _ = try replanOnce()
    default: pass(Int64(random.below(60)))
    }
    while try store.claim().isMore {}
  }

  private mutating func change() throws {
    let subject = Self.subjects[random.below(Self.subjects.count)]
    guard random.below(8) > 0 else { return try store.remove(subject) }
    var wishes: [Wish] = []
    for occurrence in ["a", "b", "c", "d"] where random.below(2) == 0 {
      // Whole hours, so that a reminder comes back to a time that it had.
      let due = now.advanced(byMilliseconds: Int64(random.below(30) - 4) * 60 * Self.minute)
      let until = due.advanced(byMilliseconds: Int64(random.below(300)) * Self.minute)
      wishes.append(
        Wish(
          occurrence, due, until: random.below(3) == 0 ? until : nil,
          for: random.below(2) == 0 ? .agent : .manager))
    }
    try store.set(subject, wishes, isPoisoned: random.below(6) == 0)
  }

  private mutating func changePolicy() throws {
    let days = 1 + random.below(6)
    try store.change { store throws(CallbookError) in
      var policy = store.currentPolicy
      policy.reviewRemindAgainDays = days
      guard let setting = PolicySetting.of("review.remind_again") else { return [] }
      _ = try store.save(policy, changing: setting)
      return []
    }
  }

  private mutating func restart() throws {
    life = nil
    life = try TestStore.withSubjects(in: directory, seed: seed &+ random.next())
    store.clock.pass(milliseconds: passed)
  }

  private func replanOnce() throws -> Bool {
    let reply = try store.change { store throws(CallbookError) in
      try store.replanSome() ? [1] : []
    }
    return !reply.isEmpty
  }

  private mutating func pass(_ milliseconds: Int64) {
    passed += milliseconds
    store.clock.pass(milliseconds: milliseconds)
  }

  private var now: Instant { store.clock.now() }

  // MARK: What has to hold

  /// - Returns: what does not.
  mutating func violations() throws -> [String] {
    var wrong: [String] = []
    var pending: [PlannedReminder] = []
    for subject in Self.subjects {
      let all = try store.reminders(subject)
      for known in all where known.state != .pending {
        if let before = ended[known.id], before != known { wrong.append("\(known.id) ended twice") }
        ended[known.id] = known
      }
      pending += all.filter { $0.state == .pending }
      let firings = try store.firings(of: subject)
      let marked = all.filter { $0.state == .fired }.map(\.id)
      if firings.sorted() != marked { wrong.append("subject \(subject): \(firings) \(marked)") }
    }
    for known in ended.values where known.state == .fired {
      if let at = known.end?.at, at < known.reminder.due { wrong.append("\(known.id) was early") }
    }
    if pending.contains(where: { $0.wake <= now }) { wrong.append("something due was left") }
    fired = ended.values.count { $0.state == .fired }
    return wrong + figures(pending) + (try recorded())
  }

  private func figures(_ pending: [PlannedReminder]) -> [String] {
    let figures = store.store.schedule.current
    var wrong: [String] = []
    if figures.pending != pending.count {
      wrong.append("\(figures.pending) wait, not \(pending.count)")
    }
    if figures.next != pending.map(\.wake).min() { wrong.append("another one is next") }
    return wrong
  }

  /// The ledger says of each that fired that it did, once.
  private func recorded() throws -> [String] {
    let entries = try store.read { store throws(CallbookError) in
      try store.ledger(after: 0, limit: 100_000)
    }
    let count = entries.count { $0.event == "reminder.fired" }
    return count == fired ? [] : ["\(count) are on record, \(fired) fired"]
  }

  /// Once everything is planned again, what waits is what the subjects want and did not have yet.
  mutating func settledViolations() throws -> [String] {
    while try replanOnce() {}
    while try store.claim().isMore {}
    var wrong = try violations()
    for number in Self.subjects {
      let all = try store.reminders(number)
      let wanted = try store.read { store throws(CallbookError) in
        try TestSubject.load(number, in: store)?.reminders(
          policy: store.policy(), calendar: WorkCalendar.unused) ?? []
      }
      let done = all.filter { $0.state != .withdrawn && $0.state != .pending }.map(\.reminder)
      let missing = wanted.filter { wish in
        !done.contains { $0.occurrence == wish.occurrence && $0.due == wish.due }
      }
      let pending = all.filter { $0.state == .pending }.map(\.reminder)
      if Set(missing) != Set(pending) { wrong.append("subject \(number) is not as it wants to be") }
    }
    return wrong
  }
}

extension WorkCalendar {
  /// For subjects that do not ask it.
  static let unused = WorkCalendar(zone: .utc, week: .usual, years: [:], days: [:], revision: 1)
}
