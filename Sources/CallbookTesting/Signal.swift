package import Foundation
import Synchronization

/// Counts what other threads tell, for a test that waits for it.
package final class Signal: Sendable {
  private let condition = NSCondition()
  private let count = Mutex(0)

  package init() {}

  package func send() {
    condition.lock()
    count.withLock { $0 += 1 }
    condition.signal()
    condition.unlock()
  }

  /// Takes one away.
  ///
  /// - Returns: false when none came in time.
  @discardableResult
  package func wait(seconds: TimeInterval) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    condition.lock()
    defer { condition.unlock() }
    while true {
      if takeOne() { return true }
      guard condition.wait(until: end) else { return takeOne() }
    }
  }

  private func takeOne() -> Bool {
    count.withLock { count in
      guard count > 0 else { return false }
      count -= 1
      return true
    }
  }
}
