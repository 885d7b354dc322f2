import CallbookModel
import CallbookStore
import CallbookTesting
import Synchronization

/// A clock that the test moves, chance that can be repeated.
final class TestServices: Sendable {
  private let milliseconds = Atomic<Int64>(0)
  private let generator: SeededRandomness

  init(seed: UInt64 = 1) {
    generator = SeededRandomness(seed: seed)
  }

  /// 22 November 2026, 09:30 in China.
  static let start = Instant(millisecondsSince1970: 1_795_311_000_000)

  func pass(milliseconds passed: Int64) {
    milliseconds.add(passed, ordering: .relaxed)
  }

  var services: StoreServices {
    StoreServices(
      clock: self, randomness: generator,
      monotonicMilliseconds: { self.milliseconds.load(ordering: .relaxed) })
  }
}

extension TestServices: WallClock {
  func now() -> Instant {
    Self.start.advanced(byMilliseconds: milliseconds.load(ordering: .relaxed))
  }
}

private final class SeededRandomness: Randomness {
  private let generator: Mutex<SplitMix64>

  init(seed: UInt64) {
    generator = Mutex(SplitMix64(seed: seed))
  }

  func next128() -> (UInt64, UInt64) {
    generator.withLock { ($0.next(), $0.next()) }
  }
}
