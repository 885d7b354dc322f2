package import CallbookModel

/// A read connection of one event loop's own: cheap look-ups are answered where they arrive.
///
/// Made on its loop and never leaving it.
package final class StoreReader {
  private let sql: SQLConnection
  private let committed: CommitSink
  private let transaction: ReadTransaction

  init(
    path: String, names: NameIndex, calendars: CalendarCache, committed: CommitSink
  ) throws(CallbookError) {
    sql = try SQLConnection(readingStoreAt: path)
    self.committed = committed
    transaction = ReadTransaction(sql, names: names, calendars: calendars)
  }

  /// The snapshot that serves all the lines of one turn; taken at the first one that reads.
  package func snapshot() throws(CallbookError) -> ReadTransaction {
    if !sql.isInTransaction {
      transaction.fields.renew(committed.fields)
      try sql.execute("BEGIN")
    }
    return transaction
  }

  /// Gives the snapshot back: the log cannot be started anew while one is held.
  package func endSnapshot() throws(CallbookError) {
    guard sql.isInTransaction else { return }
    try sql.execute("COMMIT")
  }
}
