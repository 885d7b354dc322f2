package import CallbookModel
package import CallbookProtocol
import CallbookRequests
package import CallbookStore
import Synchronization

/// Remembers what dispatch and the store tell the daemon.
package final class DispatchRecord: DispatchObserver, StoreObserver {
  /// A failure of a request; the method is nil when the line did not get so far.
  package struct Failure: Hashable, Sendable {
    package let method: String?
    package let reason: Reason

    package init(method: String?, reason: Reason) {
      self.method = method
      self.reason = reason
    }
  }

  private let failed = Mutex<Set<Failure>>([])
  private let refusedReasons = Mutex<[Reason]>([])
  private let notedChanges = Mutex<[NotedChange]>([])
  private let storeTroubles = Mutex<[CallbookError]>([])

  package init() {}

  package var failures: Set<Failure> { failed.withLock { $0 } }
  package var refusals: [Reason] { refusedReasons.withLock { $0 } }
  package var noted: [NotedChange] { notedChanges.withLock { $0 } }
  package var troubles: [CallbookError] { storeTroubles.withLock { $0 } }

  package func refused(_ peer: Peer, reason: Reason) {
    refusedReasons.withLock { $0.append(reason) }
  }
  package func failed(_ method: String?, _ reason: Reason, by uid: UInt32?) {
    _ = failed.withLock { $0.insert(Failure(method: method, reason: reason)) }
  }
  package func healthChanged(_ health: StoreHealth) {}
  package func checkpointFailed(_ error: CallbookError) {
    storeTroubles.withLock { $0.append(error) }
  }
  package func writerFailed(_ error: CallbookError) { storeTroubles.withLock { $0.append(error) } }
  package func continuityFailed(_ error: CallbookError) {
    storeTroubles.withLock { $0.append(error) }
  }
  package func nameIndexFailed(_ error: CallbookError) {
    storeTroubles.withLock { $0.append(error) }
  }
  package func backupMade(_ backup: Backup) {}
  package func backupFailed(_ error: CallbookError) { storeTroubles.withLock { $0.append(error) } }
  package func backupsUntidy(_ error: CallbookError) { storeTroubles.withLock { $0.append(error) } }
  package func recorded(_ change: NotedChange) { notedChanges.withLock { $0.append(change) } }
  package func reminderFailed(_ reminder: ReminderID, _ reason: Reason) {}
  package func remindersDealtWith(_ report: ClaimReport) {}
  package func watermarkRepaired(milliseconds: Int64) {}
  package func closed(at tail: LedgerTail) {}
}
