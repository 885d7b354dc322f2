import Dispatch
import Synchronization
import Systemd

/// Keeps entries, and lets a test wait for one.
final class RecordingSink: JournalSink {
  private let received = Mutex<[JournalEntry]>([])
  private let arrived = DispatchSemaphore(value: 0)

  var entries: [JournalEntry] { received.withLock { $0 } }

  func write(_ entry: JournalEntry) {
    received.withLock { $0.append(entry) }
    arrived.signal()
  }

  /// Waits until so many entries of this kind have come; false after twenty seconds without.
  func saw(_ event: String, times: Int = 1) -> Bool {
    while of(event).count < times {
      guard arrived.wait(timeout: .now() + 60) == .success else { return false }
    }
    return true
  }

  func of(_ event: String) -> [JournalEntry] {
    entries.filter { $0.fields.first?.value == event }
  }
}
