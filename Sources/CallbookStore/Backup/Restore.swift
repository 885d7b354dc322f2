package import CallbookModel
internal import GRDB
internal import GRDBSQLite
import Glibc

/// Puts a copy of a store into the place of the one that is there; offline.
///
/// Everything is done on a copy of the copy. Until that is whole, checked and on the disk, nothing of
/// what is there is touched; then one rename decides (``PendingRestore``).
package struct Restore: ~Copyable {
  private let path: String
  private let file: CInt
  /// The log beside it; −1 for a finished backup, which has none.
  private let log: CInt

  /// Opens what is to be restored: a backup, or a store that was put aside.
  ///
  /// - Throws: `FILE_UNREADABLE`, `STORE_CORRUPT` for anything but a store, `STORE_NEWER`.
  package init(from path: String) throws(CallbookError) {
    self.path = path
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      log = -1
      let cause = String(cString: strerror(errno))
      throw CallbookError(
        .fileUnreadable, "cannot read \(path): \(cause)", hint: "ls -l \(path)")
    }
    log = open(path + "-wal", O_RDONLY | O_CLOEXEC)
    try StoreHeader.check(path, O_RDONLY)
  }

  deinit {
    close(file)
    if log >= 0 { close(log) }
  }

  /// - Parameter actor: who restores, as the ledger is to have it.
  /// - Throws: what is wrong with the copy; the store that is there is as it was then.
  package func run(
    in directory: StateDirectory, services: StoreServices, actor: LedgerEntry.Actor
  ) throws(CallbookError) -> Restored {
    _ = SQLiteSetup.isDone
    let now = services.clock.now()
    _ = try PendingRestore.finish(in: directory, at: now)
    let past = try Self.past(in: directory)
    let folder = PendingRestore.undecided(in: directory)
    var restored: Restored
    do throws(CallbookError) {
      restored = try prepare(
        in: folder, past: past, continuity: directory.continuity, services: services, actor: actor)
    } catch {
      try SystemCall.removeDirectory(folder)
      throw error
    }
    try SystemCall.rename(folder, to: PendingRestore.path(in: directory))
    try SystemCall.syncDirectory(directory.path)
    restored.replaced = try PendingRestore.finish(in: directory, at: now)
    return restored
  }

  /// What is known of the time since the copy: from what lies beside the store, and from the store.
  private static func past(in directory: StateDirectory) throws(CallbookError) -> ContinuityLog.Past
  {
    var past = try ContinuityLog.past(in: directory)
    // A store that cannot be read is a reason to restore; then what was noted has to do.
    if let tail = try? StoreTail.read(directory.store), tail.seq > past.head?.seq ?? 0 {
      past.head = tail
    }
    return past
  }

  private func prepare(
    in folder: String, past: ContinuityLog.Past, continuity: String, services: StoreServices,
    actor: LedgerEntry.Actor
  ) throws(CallbookError) -> Restored {
    let new = "\(folder)/\(PendingRestore.newStore)"
    try SystemCall.makeDirectory(folder)
    try SystemCall.copy(file, named: path, to: new, O_CREAT | O_EXCL)
    if log >= 0 {
      try SystemCall.copy(log, named: path + "-wal", to: new + "-wal", O_CREAT | O_EXCL)
    }
    do throws(CallbookError) {
      let restored = try Self.renew(
        new, past: past, continuity: continuity, services: services, actor: actor)
      try SystemCall.syncFile(new)
      try SystemCall.syncDirectory(folder)
      return restored
    } catch {
      throw CallbookError(
        error.reason, "nothing was restored from \(path): \(error.message)", hint: error.hint)
    }
  }

  private static func renew(
    _ path: String, past: ContinuityLog.Past, continuity: String, services: StoreServices,
    actor: LedgerEntry.Actor
  ) throws(CallbookError) -> Restored {
    // Before a migration would make a register of any database.
    try StoreFileCheck.checkPages(SQLConnection(checkpointing: path))
    let connection = try WriterConnection.open(path)
    let result: Result<Restored, CallbookError> = connection.inDatabase { database in
      guard let handle = database.sqliteConnection else {
        return .failure(CallbookError(.internal, "the copy has no connection"))
      }
      do throws(CallbookError) {
        let sql = SQLConnection(borrowing: handle)
        let check = try StoreFileCheck(ledgerOf: sql) { instance throws(CallbookError) in
          try ContinuityLog.heads(of: instance, in: continuity)
        }
        if let problem = check.verdict.problems.first {
          throw CallbookError(.chainBroken, "its ledger is broken at entry \(problem.seq)")
        }
        return .success(
          try commit(check, on: sql, past: past, services: services, actor: actor))
      } catch {
        return .failure(error)
      }
    }
    let restored = try result.get()
    do {
      try connection.close()
    } catch {
      throw CallbookError(.storeFailing, "the copy could not be closed")
    }
    try SystemCall.remove(path + "-wal")
    try SystemCall.remove(path + "-shm")
    return restored
  }

  private static func commit(
    _ check: StoreFileCheck, on sql: SQLConnection, past: ContinuityLog.Past,
    services: StoreServices,
    actor: LedgerEntry.Actor
  ) throws(CallbookError) -> Restored {
    let tail = check.verdict.tail
    // Beside another shop's store nothing is known of this one.
    let isKnown = past.instances.contains(check.instance)
    let lost = past.head.flatMap { isKnown && $0.seq > tail.seq ? $0 : nil }
    try sql.execute("BEGIN IMMEDIATE")
    let shared = ReadingMemory(services)
    let transaction = WriteTransaction(
      sql,
      WriteJob(
        actor: actor, method: "store.restore", work: { _ throws(CallbookError) in [] },
        completion: { _ in }),
      shared, fields: DefinedFields(), at: services.clock.now(), services: services,
      memory: WriterMemory(
        tail: tail, ids: try NextIDs(sql),
        planning: try ReadTransaction(sql, shared).planning(), staffGeneration: 0))
    let instance = try transaction.begin(after: past, isKnown: isKnown, lost: lost)
    try sql.execute("COMMIT")
    let log = try sql.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
    guard log.log == log.copied else {
      throw CallbookError(.storeFailing, "the copy's log could not be emptied")
    }
    return Restored(
      instance: instance, tail: tail, lost: lost, knowsThePast: isKnown, replaced: nil)
  }
}

/// What a restore did.
package struct Restored: Sendable, Equatable {
  package let instance: UniqueID
  /// Where the copy's ledger ended.
  package let tail: LedgerTail
  /// Where the history ended that is lost from there on; nil when nothing is known to be lost.
  package let lost: LedgerTail?
  /// Whether there was anything beside the store that says what was used since the copy was made.
  package let knowsThePast: Bool
  /// Where the store lies that was there before.
  package internal(set) var replaced: String?
}

/// The end of the ledger of a store that nobody has open.
private enum StoreTail {
  /// Without writing to the store: what its log holds is read, and stays there.
  static func read(_ path: String) throws(CallbookError) -> LedgerTail? {
    guard SystemCall.size(of: path) ?? 0 > 0 else { return nil }
    guard SystemCall.size(of: path + "-wal") ?? 0 > 0 else {
      return try LedgerTail.newest(in: SQLConnection(inspecting: path))
    }
    return try LedgerTail.newest(in: SQLConnection(opening: path, SQLITE_OPEN_READONLY))
  }
}
