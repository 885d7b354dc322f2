import CallbookModel
import Synchronization

/// Whether changes are possible, as everybody who asks is told.
package enum StoreHealth: String, Sendable, CaseIterable {
  case ready
  /// A change failed for want of room; reads go on, and the next change that succeeds ends this.
  case full
  /// A commit failed: whether it is on the disk is known only after the next start.
  case failed
}

/// The store's health, read by every thread.
final class HealthState: Sendable {
  private let state: Mutex<StoreHealth>

  init(_ health: StoreHealth = .ready) {
    state = Mutex(health)
  }

  var current: StoreHealth { state.withLock { $0 } }

  /// - Returns: whether this changed it. `failed` stays until the next start.
  @discardableResult
  func become(_ health: StoreHealth) -> Bool {
    state.withLock { state in
      guard state != health, state != .failed else { return false }
      state = health
      return true
    }
  }
}
