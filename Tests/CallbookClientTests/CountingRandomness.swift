import CallbookModel
import Synchronization

/// Numbers that can be told in advance.
final class CountingRandomness: Randomness {
  private let last = Atomic<UInt64>(0)

  func next128() -> (UInt64, UInt64) {
    (0, last.add(1, ordering: .relaxed).newValue)
  }
}
