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
  private let changed: @Sendable (StoreHealth) -> Void

  /// - Parameter changed: told whenever it becomes another, by the thread that found out.
  init(_ health: StoreHealth, changed: @escaping @Sendable (StoreHealth) -> Void) {
    state = Mutex(health)
    self.changed = changed
  }

  var current: StoreHealth { state.withLock { $0 } }

  /// Notes how the store is. `failed` stays until the next start.
  ///
  /// - Parameter isTold: false where more is told of the reason elsewhere.
  func become(_ health: StoreHealth, isTold: Bool = true) {
    let isNew = state.withLock { state in
      guard state != health, state != .failed else { return false }
      state = health
      return true
    }
    if isNew, isTold { changed(health) }
  }
}
