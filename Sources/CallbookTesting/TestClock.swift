package import CallbookModel
import Synchronization

/// A clock that stands still until a test sets it.
package final class TestClock: WallClock {
  private let time: Mutex<Instant>
  private let elapsed = Mutex<Int64>(1_000_000)
  private let millisecondsALook = Mutex<Int64>(0)

  package init(_ start: Instant = Instant(millisecondsSince1970: 1_777_777_200_000)) {
    time = Mutex(start)
  }

  package func now() -> Instant { time.withLock { $0 } }

  package func set(_ instant: Instant) { time.withLock { $0 = instant } }

  /// Both clocks go on by so much, as they do while nobody sets the wall clock.
  package func advance(milliseconds: Int64) {
    time.withLock { $0 = $0.advanced(byMilliseconds: milliseconds) }
    elapsed.withLock { $0 += milliseconds }
  }

  /// The clock that only goes forward.
  package var monotonicMilliseconds: Int64 {
    let passing = millisecondsALook.withLock { $0 }
    return elapsed.withLock { elapsed in
      elapsed += passing
      return elapsed
    }
  }

  /// From now on whoever looks how much time passed takes some.
  package func passesAtEveryLook(milliseconds: Int64) {
    millisecondsALook.withLock { $0 = milliseconds }
  }
}
