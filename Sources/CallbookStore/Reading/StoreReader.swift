package import CallbookModel

/// A read connection of one event loop's own: cheap look-ups are answered where they arrive.
///
/// Made on its loop and never leaving it.
package final class StoreReader {
  private let sql: SQLConnection
  private let committed: CommitSink
  private let transaction: ReadTransaction
  /// How often had been committed when the snapshot was taken.
  private var commits = 0
  /// Whether the snapshot is from an earlier turn.
  private var isKept = false

  init(
    path: String, shared: ReadingMemory, committed: CommitSink
  ) throws(CallbookError) {
    sql = try SQLConnection(readingStoreAt: path)
    self.committed = committed
    transaction = ReadTransaction(sql, shared)
  }

  /// The snapshot that serves all the lines of one turn; taken at the first one that reads, unless
  /// that of an earlier turn is as good.
  package func snapshot() throws(CallbookError) -> ReadTransaction {
    if isKept {
      isKept = false
      if committed.snapshots.commits != commits { try endSnapshot() }
    }
    if !sql.isInTransaction {
      commits = committed.snapshots.commits
      transaction.fields.renew(committed.fields)
      try sql.execute("BEGIN")
    }
    return transaction
  }

  /// Ends a turn: the snapshot is kept for the next one while it is the newest and nobody minds.
  package func rest() throws(CallbookError) {
    isKept =
      sql.isInTransaction && committed.snapshots.mayBeKept
      && committed.snapshots.commits == commits
    if !isKept { try endSnapshot() }
  }

  /// Gives the snapshot back: the log cannot be started anew while one is held.
  package func endSnapshot() throws(CallbookError) {
    isKept = false
    guard sql.isInTransaction else { return }
    try sql.execute("COMMIT")
  }
}
