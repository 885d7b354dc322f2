import Synchronization
import Systemd

/// What the journal would have got.
final class KeptEntries: JournalSink {
  private let entries = Mutex<[JournalEntry]>([])

  func write(_ entry: JournalEntry) { entries.withLock { $0.append(entry) } }

  func take() -> [JournalEntry] {
    entries.withLock { entries in
      defer { entries = [] }
      return entries
    }
  }
}
