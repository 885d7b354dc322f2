package import CallbookModel

/// What the store needs from outside, so that tests own time and chance.
package struct StoreServices: Sendable {
  package let clock: any WallClock
  package let randomness: any Randomness
  /// Milliseconds that only ever grow, for durations and deadlines.
  package let monotonicMilliseconds: @Sendable () -> Int64
  /// The same clock, for how long something took.
  package let monotonicNanoseconds: @Sendable () -> Int64
  /// Told what an opening is at, on the thread that opens.
  package let opening: @Sendable (OpeningStep) -> Void
  /// The machine's time zones by their names; nil for one that it does not know.
  package let zoneRules: @Sendable (String) -> TimeZoneRules?
  /// The years of holidays that come with the program.
  package let shippedYears: [Int: WorkYear]
  /// What has reminders.
  package let subjects: SubjectKinds

  /// - Parameter monotonicNanoseconds: nil makes them from the milliseconds.
  package init(
    clock: any WallClock, randomness: any Randomness,
    monotonicMilliseconds: @escaping @Sendable () -> Int64,
    zoneRules: @escaping @Sendable (String) -> TimeZoneRules?,
    shippedYears: [Int: WorkYear] = WorkYear.shipped,
    subjects: SubjectKinds = .all,
    monotonicNanoseconds: (@Sendable () -> Int64)? = nil,
    opening: @escaping @Sendable (OpeningStep) -> Void = { _ in }
  ) {
    self.shippedYears = shippedYears
    self.subjects = subjects
    self.clock = clock
    self.randomness = randomness
    self.monotonicMilliseconds = monotonicMilliseconds
    self.monotonicNanoseconds =
      monotonicNanoseconds ?? { monotonicMilliseconds() * 1_000_000 }
    self.opening = opening
    self.zoneRules = zoneRules
  }
}
