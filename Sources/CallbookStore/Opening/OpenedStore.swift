import CallbookModel
internal import GRDB
internal import GRDBSQLite

/// A store that is recovered, migrated and asserted: what the start hands to the writer.
struct OpenedStore {
  let connection: DatabaseQueue
  let continuity: ContinuityLog
  let instance: UniqueID
  let tail: LedgerTail
  let recovered: Bool

  init(in directory: StateDirectory, services: StoreServices) throws(CallbookError) {
    try StoreHeader.check(directory.store)
    try directory.makeStorePrivate()
    recovered = try CrashRecovery.rescueLog(in: directory)
    continuity = try ContinuityLog(in: directory)
    connection = try WriterConnection.open(directory)
    // The names of files that were made just now are to survive a power cut like what is in them.
    try SystemCall.syncDirectory(directory.path)
    let first = FirstRows(services: services)
    (instance, tail) = try Self.settle(
      connection, recovered: recovered, first: first, continuity: continuity)
  }

  private static func settle(
    _ connection: DatabaseQueue, recovered: Bool, first: FirstRows, continuity: ContinuityLog
  ) throws(CallbookError) -> (UniqueID, LedgerTail) {
    let result: Result<(UniqueID, LedgerTail), CallbookError> = connection.inDatabase { database in
      guard let handle = database.sqliteConnection else {
        return .failure(CallbookError(.internal, "the store has no connection"))
      }
      do throws(CallbookError) {
        let sql = SQLConnection(borrowing: handle)
        if recovered { try Self.verifyRecovered(sql) }
        let instance = try first.insertIfMissing(sql, continuity: continuity)
        return .success((instance, try LedgerTail.newest(in: sql)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Only after a crash: half a second at 320 MB.
  private static func verifyRecovered(_ sql: SQLConnection) throws(CallbookError) {
    let log = try sql.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
    guard log.log == log.copied else {
      throw CallbookError(.storeCorrupt, "the store's log could not be recovered whole")
    }
    let verdict = try sql.first("PRAGMA quick_check(1)") { $0.text(0) }
    guard verdict == "ok" else {
      throw CallbookError(
        .storeCorrupt, "the store is damaged; restore a backup",
        hint: "sqlite3 callbook.db 'PRAGMA integrity_check'")
    }
  }
}
