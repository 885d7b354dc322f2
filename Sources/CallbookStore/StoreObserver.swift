package import CallbookModel

/// What the store tells the daemon, for its journal: no personal value is in any of it.
package protocol StoreObserver: Sendable {
  func healthChanged(_ health: StoreHealth)
  func checkpointFailed(_ error: CallbookError)
  func writerFailed(_ error: CallbookError)
  /// Only a restore of a backup would miss it.
  func continuityFailed(_ error: CallbookError)
  func nameIndexFailed(_ error: CallbookError)
  func backupMade(_ backup: Backup)
  func backupFailed(_ error: CallbookError)
  /// Something that has had its time could not be deleted.
  func backupsUntidy(_ error: CallbookError)
  /// On a thread of the store's, after the commit and before its answer: it must not block.
  func recorded(_ change: NotedChange)
  /// A reminder was set aside because it could not be processed: somebody should look at it. It must
  /// not block, like ``recorded(_:)``.
  func reminderFailed(_ reminder: ReminderID, _ reason: Reason)
  /// All that was due was dealt with, and something of it should be said. It must not block, too.
  func remindersDealtWith(_ report: ClaimReport)
  /// The clock was set back behind the last instant at which reminders were dealt with. It
  /// must not block, too.
  func watermarkRepaired(milliseconds: Int64)
  /// Everything is in the store, and its ledger ends here. Not called after a failure.
  func closed(at tail: LedgerTail)
}
