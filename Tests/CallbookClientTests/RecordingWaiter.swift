import CallbookClient
import Synchronization

/// Lets no time pass, and remembers how much was asked for.
final class RecordingWaiter: Waiter {
  private let pauses = Mutex<[Int]>([])

  var milliseconds: [Int] { pauses.withLock { $0 } }

  func wait(milliseconds: Int) {
    pauses.withLock { $0.append(milliseconds) }
  }
}
