import CallbookClient
import Synchronization

/// Lets no time pass, and adds up how much was asked for.
final class CountingWaiter: Waiter {
  private let total = Mutex(0)

  var milliseconds: Int { total.withLock { $0 } }

  func wait(milliseconds: Int) {
    total.withLock { $0 += milliseconds }
  }
}
