package import CallbookModel
import Dispatch
internal import GRDB
internal import GRDBSQLite

/// The register's embedded store: one SQLite file that only this process opens.
package final class Store: Sendable {
  package let directory: StateDirectory
  /// Which life of which store this is; renewed by a restore.
  package let instance: UniqueID
  /// Whether the start had to recover from a crash.
  package let recovered: Bool
  package let backups: Backups
  let shared: ReadingMemory
  let committed: CommitSink
  package let commits = CommitCounts()
  let subjects: SubjectKinds
  private let health: HealthState
  private let check: PageCheck
  private let turns = TurnCount()
  private let writeQueue: JobQueue<WriteJob>
  private let longReaders: LongReaders
  private let writerEnded: DispatchGroup
  private let connection: DatabaseQueue
  private let observer: any StoreObserver

  /// Opens the store in a locked directory, recovering and migrating it first when that is due.
  ///
  /// - Parameters:
  ///   - logBytes: how long the log grows before it is copied into the store.
  ///   - policy: which backups and replaced stores are kept.
  /// - Throws: `STORE_NEWER`, `STORE_CORRUPT`, `STORE_UNWRITABLE`, `DISK_FULL`.
  package init(
    in directory: StateDirectory, services: StoreServices, observer: any StoreObserver,
    logBytes: Int = Store.logBytes, keeping policy: BackupPolicy = BackupPolicy()
  ) throws(CallbookError) {
    let opened = try OpenedStore.open(in: directory, services: services)
    backups = try Backups(
      in: directory, continuity: opened.continuity, services: services, observer: observer,
      policy: policy)
    self.directory = directory
    self.observer = observer
    instance = opened.instance
    recovered = opened.recovered
    shared = ReadingMemory(services)
    committed = CommitSink(
      names: shared.names, tail: opened.tail, schedule: ScheduleState(opened.schedule),
      planning: opened.planning, observer: observer)
    subjects = services.subjects
    health = HealthState(opened.health) { observer.healthChanged($0) }
    check = PageCheck(in: directory)
    writeQueue = JobQueue(capacity: Self.mostWaitingChanges)
    longReaders = LongReaders(
      path: directory.store, shared: shared, committed: committed)
    writerEnded = DispatchGroup()
    connection = opened.connection
    startWriter(opened, services: services, logBytes: logBytes)
    fillNames()
  }

  /// How long the log grows before it is copied, unless told otherwise.
  package static let logBytes = Checkpointer.worthwhileBytes

  /// How many changes may wait for the writer before further ones are refused as `busy`.
  static let mostWaitingChanges = 4096

  // MARK: What the daemon asks for

  package var state: StoreHealth { health.current }

  /// The sequence number of the newest durable entry of the ledger.
  package var headSeq: Int64 { committed.headSeq }

  /// Grows whenever somebody's roles may have changed: what was looked up before is then stale.
  package var staffGeneration: Int { committed.staff }

  package var shopGeneration: Int { committed.shop }

  package var waitingChanges: Int { writeQueue.count }

  /// How often the writer has come round; it grows whenever changes were taken and dealt with.
  package var writerTurns: Int { turns.count }

  /// Has the writer come round even if there is nothing to change, so that ``writerTurns`` tells
  /// whether it can. Where its queue is full, what waits there does the same.
  package func nudgeWriter() {
    // A check of the whole store cannot be asked whether it goes on: it is taken for a turn.
    guard !check.isPending else { return turns.add() }
    _ = writeQueue.offer(.nothing)
  }

  /// Whether the store is looked at after a crash, and changes wait for that.
  package var isBeingChecked: Bool { check.isPending }

  package var waitingReads: Int { longReaders.waiting }

  /// Of the store's file and its log, in bytes.
  package var size: (store: Int, log: Int) {
    (SystemCall.size(of: directory.store) ?? 0, SystemCall.size(of: directory.log) ?? 0)
  }

  /// Whether finding by name already knows every contact.
  package var isNameIndexFilled: Bool { shared.names.isFilled }

  /// The waiting reminders: how many, who is next, how late the last ones were.
  package var schedule: ScheduleState { committed.schedule }

  /// Calls after every commit that changed something, once it is durable, on a thread of the store's:
  /// it has to be quick.
  package func onCommit(_ listener: @escaping @Sendable () -> Void) { committed.listen(listener) }

  /// Calls when read connections are to end their turn, although nobody asks them anything.
  package func onSnapshotsWanted(_ listener: @escaping @Sendable () -> Void) {
    committed.snapshots.listen(listener)
  }

  /// A read connection for the event loop that calls this.
  package func makeReader() throws(CallbookError) -> StoreReader {
    try StoreReader(
      path: directory.store, shared: shared, committed: committed)
  }

  /// Whether somebody is an active admin; opens a connection of its own, so it is for rare questions.
  package func isAdmin(uid: UInt32) throws(CallbookError) -> Bool {
    let reader = try makeReader()
    let member = try reader.snapshot().activeStaff(uid: uid)
    try reader.endSnapshot()
    return member?.roles.contains(.admin) ?? false
  }

  /// Hands a change to the writer; its completion is called exactly once.
  package func submit(_ job: WriteJob) {
    guard writeQueue.offer(job) else {
      job.completion(.failure(writeQueue.isClosed ? .stopping : .tooManyChanges))
      return
    }
  }

  /// Hands a long read to a thread of its own; the work is called exactly once.
  package func read(
    _ work: @escaping @Sendable (Result<ReadTransaction, CallbookError>) -> Void
  ) {
    guard longReaders.offer(work) else {
      work(.failure(writeQueue.isClosed ? .stopping : .tooManyReads))
      return
    }
  }

  /// Finishes what waits, copies the log into the store and stops.
  package func close() {
    writeQueue.close()
    backups.close()
    // First the reads: an open snapshot would keep the writer from emptying the log.
    committed.snapshots.giveBack()
    let isReadingDone = longReaders.close()
    check.cutShort { connection.interrupt() }
    writerEnded.wait()
    do {
      try connection.close()
    } catch {
      observer.writerFailed(.notClosed)
    }
    if !isReadingDone { observer.writerFailed(.notClosed) }
  }

  // MARK: The writer

  /// The writer's thread stays inside GRDB's access to the connection for its whole life, so a commit
  /// costs no thread hop of GRDB's.
  private func startWriter(
    _ opened: OpenedStore, services: StoreServices, logBytes: Int
  ) {
    writerEnded.enter()
    let observer = self.observer
    let checkpointer = Checkpointer(
      path: directory.store, logBytes: logBytes, snapshots: committed.snapshots
    ) { observer.checkpointFailed($0) }
    let writer = Writer(
      directory: directory, instance: instance, queue: writeQueue, turns: turns, counts: commits,
      services: services, health: health,
      committed: committed,
      shared: shared,
      continuity: opened.continuity, check: check, checkpointer: checkpointer, observer: observer)
    opened.connection.asyncWriteWithoutTransaction { [writerEnded] database in
      defer { writerEnded.leave() }
      guard let handle = database.sqliteConnection else {
        return writer.refuseAll(after: CallbookError(.internal, "the store has no connection"))
      }
      writer.serve(SQLConnection(borrowing: handle))
    }
  }

  private func fillNames() {
    read { [shared, observer] result in
      do throws(CallbookError) {
        try result.get().fill(shared.names)
      } catch {
        observer.nameIndexFailed(error)
      }
    }
  }
}

extension CallbookError {
  static let tooManyChanges = CallbookError(
    .queueFull, "too many changes wait; try again shortly")
  static let tooManyReads = CallbookError(
    .queueFull, "too many long reads wait; try again shortly")
  static let stopping = CallbookError(
    .draining, "callbookd is stopping; try again when it is back")
  static let notClosed = CallbookError(
    .storeFailing, "the store was in use when it was closed; the next start recovers it")
}
