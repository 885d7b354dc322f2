import Synchronization

/// A number that one thread counts up and every thread may read.
///
/// Because nobody else writes it, counting is a plain addition: nothing is locked, and no line of the
/// cache goes from one processor to the other until somebody asks.
package struct Counter: ~Copyable, Sendable {
  private let value = Atomic(0)

  package init() {}

  package var count: Int { value.load(ordering: .relaxed) }

  /// On the one thread that counts.
  package func add(_ number: Int = 1) {
    value.store(value.load(ordering: .relaxed) &+ number, ordering: .relaxed)
  }
}
