import CallbookModel
import Synchronization

/// Stands still until time is let pass.
final class FuzzedClock: WallClock {
  private let milliseconds = Atomic<Int64>(1_777_777_200_000)

  func now() -> Instant {
    Instant(millisecondsSince1970: milliseconds.load(ordering: .relaxed))
  }

  func advance(days: Int64) { milliseconds.add(days * 86_400_000, ordering: .relaxed) }
}
