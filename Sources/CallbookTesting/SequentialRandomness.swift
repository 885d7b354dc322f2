import CallbookModel
import Synchronization

/// Numbers that are the same in every run: what a test makes has the same ids and salts.
package final class SequentialRandomness: Randomness {
  private let generator: Mutex<SplitMix64>

  package init(seed: UInt64 = 1) { generator = Mutex(SplitMix64(seed: seed)) }

  package func next128() -> (UInt64, UInt64) {
    generator.withLock { ($0.next(), $0.next()) }
  }
}
