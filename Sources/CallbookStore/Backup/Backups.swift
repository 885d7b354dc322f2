package import CallbookModel
import Dispatch
import Glibc
import Synchronization

/// The store's backups: makes them, checks them, and deletes those that have had their time.
///
/// All long work is done on a thread of its own, one at a time, with connections of its own: neither
/// changes nor reads wait for it.
package final class Backups: Sendable {
  private struct State {
    var policy: BackupPolicy
    var isBusy = false
    var newest: BackupName?
  }

  private let store: String
  private let folder: BackupFolder
  private let replaced: String
  private let continuity: ContinuityLog
  private let services: StoreServices
  private let observer: any StoreObserver
  private let stop = StopFlag()
  private let queue = DispatchQueue(label: "callbook.backup", qos: .utility)
  private let state: Mutex<State>

  init(
    in directory: StateDirectory, continuity: ContinuityLog, services: StoreServices,
    observer: any StoreObserver, policy: BackupPolicy
  ) throws(CallbookError) {
    store = directory.store
    folder = BackupFolder(directory.backups)
    replaced = directory.replaced
    self.continuity = continuity
    self.services = services
    self.observer = observer
    state = Mutex(State(policy: policy))
    let newest = try folder.names().last
    state.withLock { $0.newest = newest }
  }

  package func use(_ policy: BackupPolicy) { state.withLock { $0.policy = policy } }

  /// When the newest backup was made; nil when there is none.
  package var newestMadeAt: Instant? { state.withLock { $0.newest?.madeAt } }

  /// Milliseconds since the newest backup was made; nil when there is none.
  package func age(at now: Instant) -> Int? {
    newestMadeAt.map { max(0, Int(now.millisecondsSince1970 - $0.millisecondsSince1970)) }
  }

  // MARK: One at a time

  /// Has long work done on the thread for it.
  ///
  /// - Parameter completion: told what came of it, when the next may be offered.
  /// - Returns: false when there is such work already; then it is not done.
  package func offer<Value: Sendable>(
    _ work: @escaping @Sendable (Backups) throws(CallbookError) -> Value,
    completion: @escaping @Sendable (Result<Value, CallbookError>) -> Void
  ) -> Bool {
    let isFree = state.withLock { state in
      defer { state.isBusy = true }
      return !state.isBusy
    }
    guard isFree else { return false }
    queue.async { [self] in
      let result = Result { () throws(CallbookError) in try work(self) }
      state.withLock { $0.isBusy = false }
      completion(result)
    }
    return true
  }

  /// Deletes what has had its time as soon as nothing else is being done. Nobody is refused for it.
  package func tidyLater() {
    queue.async { [self] in
      guard !stop.isSet else { return }
      do throws(CallbookError) {
        try tidy()
      } catch {
        observer.backupsUntidy(error)
      }
    }
  }

  /// Stops what is being done and returns when it has ended.
  func close() {
    stop.set()
    queue.sync {}
  }
}

// MARK: Making

extension Backups {
  /// Copies the store, checks the copy, and gives it its name when it is good and on the disk.
  ///
  /// - Throws: `DISK_FULL`, `STORE_FAILING`, `STORE_CORRUPT`, `DRAINING`; nothing is left then.
  package func create() throws(CallbookError) -> Backup {
    let begun = services.monotonicMilliseconds()
    do throws(CallbookError) {
      let backup = try make(begun: begun)
      observer.backupMade(backup)
      return backup
    } catch {
      if error.reason == .draining { throw error }
      let told = CallbookError(
        error.reason, "no backup was made: \(error.message)", hint: error.hint)
      observer.backupFailed(told)
      throw told
    }
  }

  private func make(begun: Int64) throws(CallbookError) -> Backup {
    try folder.prepare()
    let name: BackupName
    let tail: LedgerTail
    do throws(CallbookError) {
      try requireRoom()
      let madeAt = services.clock.now()
      try StoreCopy.make(of: store, at: folder.unfinished, stop: stop)
      tail = try checkedTail(of: folder.unfinished)
      name = BackupName(madeAt: madeAt, seq: tail.seq)
      try SystemCall.syncFile(folder.unfinished)
      try SystemCall.rename(folder.unfinished, to: folder.file(name))
    } catch {
      try folder.removeUnfinished()
      throw error
    }
    do throws(CallbookError) {
      try SystemCall.syncDirectory(folder.path)
      try folder.note(name, checkedAt: services.clock.now())
    } catch {
      try SystemCall.remove(folder.file(name))
      throw error
    }
    state.withLock { $0.newest = name }
    do throws(CallbookError) {
      try tidy()
    } catch {
      // The backup is there all the same.
      observer.backupsUntidy(error)
    }
    return Backup(
      name: name, bytes: SystemCall.size(of: folder.file(name)) ?? 0, head: tail,
      milliseconds: services.monotonicMilliseconds() - begun)
  }

  /// - Throws: `STORE_CORRUPT` when the copy is not whole.
  private func checkedTail(of path: String) throws(CallbookError) -> LedgerTail {
    let check = try check(path)
    guard let problem = check.verdict.problems.first else { return check.verdict.tail }
    throw CallbookError(
      .storeCorrupt, "the ledger is broken at entry \(problem.seq)", hint: "callbook audit verify")
  }

  private func check(_ path: String) throws(CallbookError) -> StoreFileCheck {
    try StoreFileCheck(
      path, heads: { instance throws(CallbookError) in try self.continuity.heads(of: instance) },
      stop: stop)
  }

  /// Filling the disk with a copy would stop changes: a copy that cannot fit is not begun.
  private func requireRoom() throws(CallbookError) {
    var disk = statvfs()
    guard statvfs(folder.path, &disk) == 0 else {
      throw SystemCall.failure("look at the disk of", folder.path)
    }
    let free = UInt64(disk.f_bavail) * UInt64(disk.f_frsize)
    let needed = UInt64(SystemCall.size(of: store) ?? 0) + UInt64(Self.spareBytes)
    guard free >= needed else {
      throw CallbookError(
        .diskFull, "the copy needs \(needed) bytes and the disk has \(free)",
        hint: "df -h \(folder.path)")
    }
  }

  /// What a copy leaves free for changes that are made meanwhile, and for what of the store is still
  /// in its log.
  private static let spareBytes = 1 << 20
}

// MARK: Looking

extension Backups {
  /// All backups, newest first.
  package func list() throws(CallbookError) -> [ListedBackup] {
    let checked = try folder.checked()
    return try folder.names().reversed().compactMap { name in
      guard let bytes = SystemCall.size(of: folder.file(name)) else { return nil }
      let check = checked.first { $0.name == name && $0.bytes == bytes }
      return ListedBackup(name: name, bytes: bytes, checkedAt: check?.at)
    }
  }

  /// Reads every page and every entry of a backup, and compares its ledger with what else is known.
  ///
  /// - Parameter name: the newest when nil.
  /// - Throws: `NOT_FOUND`, `DRAINING`.
  package func verify(_ name: BackupName?) throws(CallbookError) -> BackupVerdict {
    let newest = try folder.names().last
    guard let name = name ?? newest, let bytes = SystemCall.size(of: folder.file(name))
    else {
      throw CallbookError(
        .notFound, "there is no such backup", hint: "callbook backup list")
    }
    var verdict: LedgerVerdict?
    do throws(CallbookError) {
      verdict = try check(folder.file(name)).verdict
    } catch {
      guard error.reason == .storeCorrupt else { throw error }
    }
    let isWhole = verdict?.problems.isEmpty ?? false
    try folder.note(name, checkedAt: isWhole ? services.clock.now() : nil)
    return BackupVerdict(name: name, bytes: bytes, ledger: verdict)
  }
}

// MARK: Deleting

extension Backups {
  /// Deletes backups and replaced stores that have had their time.
  func tidy() throws(CallbookError) {
    let (policy, now) = (state.withLock(\.policy), services.clock.now())
    for name in policy.outdated(try folder.names(), now: now) {
      try SystemCall.remove(folder.file(name))
    }
    for name in try SystemCall.names(in: replaced) {
      guard let instant = Instant(fileText: name), policy.isTooOld(instant, now: now) else {
        continue
      }
      try SystemCall.removeDirectory("\(replaced)/\(name)")
    }
    let newest = try folder.names().last
    state.withLock { $0.newest = newest }
  }
}
