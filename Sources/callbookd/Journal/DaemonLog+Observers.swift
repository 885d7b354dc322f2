package import CallbookModel
package import CallbookProtocol
import CallbookRequests
package import CallbookServer
package import CallbookStore

extension DaemonLog: StoreObserver {
  package func healthChanged(_ health: StoreHealth) {
    switch health {
    case .ready: write(.storeHealed)
    case .full: write(.storeFull)
    case .failed: write(.storeFailed)
    }
  }

  package func checkpointFailed(_ error: CallbookError) { write(.storeTrouble(.checkpoint, error)) }
  package func writerFailed(_ error: CallbookError) { write(.storeTrouble(.writer, error)) }
  package func continuityFailed(_ error: CallbookError) { write(.storeTrouble(.continuity, error)) }
  package func nameIndexFailed(_ error: CallbookError) { write(.storeTrouble(.names, error)) }
  package func backupMade(_ backup: Backup) { write(.backupMade(backup)) }
  package func backupFailed(_ error: CallbookError) { write(.backupFailed(error)) }
  package func backupsUntidy(_ error: CallbookError) { write(.storeTrouble(.backups, error)) }
  package func recorded(_ change: NotedChange) { write(.noted(change)) }
  package func reminderFailed(_ reminder: ReminderID, _ reason: Reason) {
    write(.reminderFailed(reminder, reason))
  }
  package func remindersDealtWith(_ report: ClaimReport) {
    for outcome in ClaimReport.Outcome.allCases where report[outcome].count > 0 {
      write(.reminders(outcome, report[outcome]))
    }
  }
  package func watermarkRepaired(milliseconds: Int64) {
    write(.watermarkRepaired(milliseconds: milliseconds))
  }
  package func closed(at tail: LedgerTail) { write(.auditHead(tail)) }
}

extension DaemonLog: DispatchObserver {
  package func refused(_ peer: Peer, reason: Reason) {
    write(.callerRefused(uid: peer.uid, reason))
  }

  package func failed(_ method: String?, _ reason: Reason, by uid: UInt32?) {
    switch reason {
    case .lineTooLong, .tooDeep, .tooManyTokens, .tooManyInFlight, .tooManySubscriptions:
      if let uid { write(.limitExceeded(uid: uid, reason)) }
    case .internal, .storeCorrupt, .chainBroken:
      // What the caller wrote in place of a method may be anything: only a known name is repeated.
      let known = method.flatMap { MethodTable.all[$0]?.name }
      write(.requestFailed(method: known, reason))
    default: break
    }
  }
}

extension DaemonLog: ServerObserver {
  package func observe(_ event: ServerEvent) {
    connections.count(event)
    switch event {
    case .opened, .closed: break
    case .refused(let reason, let uid): write(.connectionRefused(uid: uid, reason))
    case .stalled(_, let uid, let pendingBytes):
      write(.clientStalled(uid: uid, pendingBytes: pendingBytes))
    case .peerUnidentified: write(.peerUnidentified)
    case .acceptFailed(let errno): write(.acceptFailed(errno: errno))
    }
  }
}
