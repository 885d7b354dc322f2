package import CallbookModel

/// What the store needs from outside, so that tests own time and chance.
package struct StoreServices: Sendable {
  package let clock: any WallClock
  package let randomness: any Randomness
  /// Milliseconds that only ever grow, for durations and deadlines.
  package let monotonicMilliseconds: @Sendable () -> Int64

  package init(
    clock: any WallClock, randomness: any Randomness,
    monotonicMilliseconds: @escaping @Sendable () -> Int64
  ) {
    self.clock = clock
    self.randomness = randomness
    self.monotonicMilliseconds = monotonicMilliseconds
  }
}
