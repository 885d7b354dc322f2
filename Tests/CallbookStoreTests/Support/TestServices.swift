import CallbookModel
import CallbookStore
import CallbookTesting
import Synchronization

/// A clock that the test moves, chance that can be repeated.
final class TestServices: Sendable {
  private let milliseconds = Atomic<Int64>(0)
  private let millisecondsALook = Atomic<Int64>(0)
  private let generator: SeededRandomness
  private let subjects: SubjectKinds
  /// What a release knows; another one may know more.
  let shippedYears: Mutex<[Int: WorkYear]>

  init(
    seed: UInt64 = 1, subjects: SubjectKinds = .all,
    shippedYears: [Int: WorkYear] = WorkYear.shipped
  ) {
    self.subjects = subjects
    self.shippedYears = Mutex(shippedYears)
    generator = SeededRandomness(seed: seed)
  }

  /// 22 November 2026, 09:30 in China.
  static let start = Instant(millisecondsSince1970: 1_795_311_000_000)

  /// From now on whoever looks how much time passed takes some.
  func passesAtEveryLook(milliseconds: Int64) {
    millisecondsALook.store(milliseconds, ordering: .relaxed)
  }

  func pass(milliseconds passed: Int64) {
    milliseconds.add(passed, ordering: .relaxed)
  }

  var services: StoreServices {
    StoreServices(
      clock: self, randomness: generator,
      monotonicMilliseconds: {
        let passing = self.millisecondsALook.load(ordering: .relaxed)
        return self.milliseconds.add(passing, ordering: .relaxed).newValue
      },
      zoneRules: MachineZones.known, shippedYears: shippedYears.withLock { $0 },
      subjects: subjects)
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
