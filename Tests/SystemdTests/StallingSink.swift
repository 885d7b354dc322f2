import Dispatch
import Synchronization
import Systemd

/// A sink that stops in the middle of a write until it is let go, as a stalled journal does.
final class StallingSink: JournalSink {
  private let entered = DispatchSemaphore(value: 0)
  private let permits = DispatchSemaphore(value: 0)
  private let received = Mutex<[JournalEntry]>([])
  private let failure = Mutex<SystemError?>(nil)

  var entries: [JournalEntry] { received.withLock { $0 } }

  func write(_ entry: JournalEntry) throws(SystemError) {
    entered.signal()
    permits.wait()
    if let error = failure.withLock({ $0.take() }) { throw error }
    received.withLock { $0.append(entry) }
  }

  /// Waits until the writer's thread is inside `write`.
  func waitForWriter() { entered.wait() }

  func letGo(_ count: Int) {
    for _ in 0..<count { permits.signal() }
  }

  func failOnce(_ error: SystemError) {
    failure.withLock { $0 = error }
  }
}
