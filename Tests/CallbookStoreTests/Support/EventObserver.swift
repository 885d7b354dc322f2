import CallbookModel
import CallbookStore
import Synchronization

/// Keeps what the store tells the daemon.
final class EventObserver: StoreObserver {
  private let seen = Mutex<[String]>([])

  var events: [String] { seen.withLock { $0 } }

  func healthChanged(_ health: StoreHealth) { add("\(health)") }
  func checkpointFailed(_ error: CallbookError) { add("checkpoint \(error.reason.rawValue)") }
  func writerFailed(_ error: CallbookError) { add("writer \(error.reason.rawValue)") }
  func continuityFailed(_ error: CallbookError) { add("continuity \(error.reason.rawValue)") }
  func nameIndexFailed(_ error: CallbookError) { add("names \(error.reason.rawValue)") }

  func backupMade(_ backup: Backup) { add("backup at \(backup.head.seq)") }
  func backupFailed(_ error: CallbookError) { add("no backup \(error.reason.rawValue)") }
  func backupsUntidy(_ error: CallbookError) { add("untidy \(error.reason.rawValue)") }

  func recorded(_ change: NotedChange) { add("noted \(change.entry.event)") }
  func closed(at tail: LedgerTail) { add("closed at \(tail.seq)") }

  func reminderFailed(_ reminder: ReminderID, _ reason: Reason) {
    add("\(reminder) failed \(reason.rawValue)")
  }
  func remindersDealtWith(_ report: ClaimReport) {
    let told = ClaimReport.Outcome.allCases.filter { report[$0].count > 0 }
    add(told.map { "\($0) \(report[$0].count)" }.joined(separator: ", "))
  }
  func watermarkRepaired(milliseconds: Int64) { add("watermark \(milliseconds)") }

  private func add(_ event: String) { seen.withLock { $0.append(event) } }
}
