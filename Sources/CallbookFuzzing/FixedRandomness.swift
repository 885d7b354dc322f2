import CallbookModel
import Synchronization

/// The same numbers in every run, so that what was found is found again.
final class FixedRandomness: Randomness {
  private let last = Atomic<UInt64>(0)

  func next128() -> (UInt64, UInt64) {
    let number = last.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
    return (number, number &* 0xBF58_476D_1CE4_E5B9)
  }
}
