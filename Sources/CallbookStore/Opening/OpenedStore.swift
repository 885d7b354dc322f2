import CallbookModel
internal import GRDB
internal import GRDBSQLite

/// A store that is recovered, migrated and asserted: what the start hands to the writer.
struct OpenedStore {
  let connection: DatabaseQueue
  let continuity: ContinuityLog
  let instance: UniqueID
  let tail: LedgerTail
  let schedule: ScheduleState.Figures
  let planning: Planning
  let recovered: Bool
  private(set) var health: StoreHealth

  /// Opens the store also where the disk has no room left: on what was kept for that.
  static func open(
    in directory: StateDirectory, services: StoreServices
  ) throws(CallbookError) -> OpenedStore {
    do throws(CallbookError) {
      let opened = try OpenedStore(in: directory, services: services)
      if opened.health == .ready { try StartReserve.keep(in: directory) }
      return opened
    } catch {
      guard error.reason == .diskFull, try StartReserve.giveUp(in: directory) else { throw error }
      var opened = try OpenedStore(in: directory, services: services)
      opened.health = .full
      return opened
    }
  }

  private init(in directory: StateDirectory, services: StoreServices) throws(CallbookError) {
    _ = try PendingRestore.finish(in: directory, at: services.clock.now())
    try StoreHeader.check(directory.store)
    try directory.makeStorePrivate()
    recovered = try CrashRecovery.rescueLog(in: directory, services.opening)
    if recovered { try PageCheck.makeDue(in: directory) }
    continuity = try ContinuityLog(in: directory)
    let waiting = try WaitingCount.take(in: directory)
    connection = try WriterConnection.open(directory.store, services.opening)
    // The names of files that were made just now are to survive a power cut like what is in them.
    try SystemCall.syncDirectory(directory.path)
    let first = FirstRows(services: services)
    (instance, tail, schedule, planning, health) = try Self.settle(
      connection, recovered: recovered, first: first, continuity: continuity, waiting: waiting,
      opening: services.opening)
  }

  private typealias Settled = (UniqueID, LedgerTail, ScheduleState.Figures, Planning, StoreHealth)

  private static func settle(
    _ connection: DatabaseQueue, recovered: Bool, first: FirstRows, continuity: ContinuityLog,
    waiting: WaitingCount?, opening: (OpeningStep) -> Void
  ) throws(CallbookError) -> Settled {
    let result: Result<Settled, CallbookError> =
      connection.inDatabase { database in
        guard let handle = database.sqliteConnection else {
          return .failure(CallbookError(.internal, "the store has no connection"))
        }
        do throws(CallbookError) {
          let sql = SQLConnection(borrowing: handle)
          if recovered { opening(.copyingLog) }
          let health = recovered ? try Self.emptyLog(sql) : .ready
          let instance = try first.insertIfMissing(sql, continuity: continuity)
          try continuity.noteInstance(instance, at: first.services.clock.now())
          let tail = try LedgerTail.newest(in: sql)
          let schedule = try ScheduleState.Figures(
            sql, pending: waiting?.count(of: instance, at: tail))
          return .success(
            (instance, tail, schedule, try Self.planning(sql, first.services), health))
        } catch {
          return .failure(error)
        }
      }
    return try result.get()
  }

  private static func planning(
    _ sql: SQLConnection, _ services: StoreServices
  ) throws(CallbookError) -> Planning {
    try ReadTransaction(sql, ReadingMemory(services)).planning()
  }

  private static func emptyLog(_ sql: SQLConnection) throws(CallbookError) -> StoreHealth {
    do throws(CallbookError) {
      let log = try sql.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
      guard log.log == log.copied else {
        throw CallbookError(.storeCorrupt, "the store's log could not be recovered whole")
      }
      return .ready
    } catch {
      guard error.reason == .diskFull else { throw error }
      // What was rescued is on the disk: it can be read from the log until there is room.
      return .full
    }
  }
}
