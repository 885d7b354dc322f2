import CFaults
import CallbookModel
import CallbookTesting
import Dispatch
import GRDBSQLite
import Glibc
import Synchronization
import Testing

@testable import CallbookStore

struct CheckpointerTests {
  private func logBytes(_ store: TestStore) -> Int { SystemCall.size(of: store.path + "-wal") ?? 0 }

  /// Adds until the log would be many times its bound if it were never begun anew.
  private func addMany(_ count: Int, to store: TestStore) throws {
    for start in stride(from: 0, to: count, by: 200) {
      let changes: [TestStore.Change] = (start..<start + 200).map { number in
        (nil, false, nil, adding("Person number \(number)"))
      }
      for answer in store.changes(changes) { _ = try answer.get() }
    }
  }

  @Test(arguments: [
    // log, copied, running, patient until, what is done
    (10, 0, false, 0, Checkpointer.Step.nothing),
    (9999, 0, false, 0, .nothing),
    (10_000, 0, false, 0, .start),
    (10_000, 0, true, 0, .nothing),
    (10_100, 10_000, false, 0, .finish),
    // Every commit of a big import adds more than is worthwhile: what is left is finished all the same.
    (12_000, 10_900, false, 0, .finish),
    (12_000, 4000, false, 0, .nothing),
    (14_000, 4000, false, 0, .start),
    (19_999, 19_000, true, 0, .nothing),
    (20_000, 10, true, 0, .catchUp),
    (20_000, 10, false, 0, .catchUp),
    (20_000, 10, false, 40_000, .nothing),
  ])
  func `what is done after a commit depends on the log`(
    _ log: Int, _ copied: Int, _ isRunning: Bool, _ patientUntil: Int, _ step: Checkpointer.Step
  ) {
    let state = Checkpointer.State(
      worthwhilePages: 10_000, isRunning: isRunning, copiedPages: copied,
      patientUntilPages: patientUntil)
    #expect(state.step(logPages: log) == step)
  }

  @Test func `a log that was started anew ends the patience`() {
    var state = Checkpointer.State(
      worthwhilePages: 1000, copiedPages: 900, patientUntilPages: 5000)
    state.note(logPages: 2000)
    #expect(state.step(logPages: 2000) == .nothing)
    state.note(logPages: 1500)
    #expect(state.step(logPages: 1500) == .start)
  }

  @Test func `the log stays short under a writer at full speed and readers that come and go`()
    throws
  {
    let store = try TestStore()
    let stop = Atomic<Bool>(false)
    let path = store.path
    let readers = DispatchGroup()
    let failures = Mutex<[String]>([])
    for number in 0..<2 {
      DispatchQueue(label: "reader \(number)").async(group: readers) {
        do throws(CallbookError) {
          let sql = try SQLConnection(readingStoreAt: path)
          while !stop.load(ordering: .relaxed) {
            try sql.execute("BEGIN")
            for id in 1...40 as ClosedRange<Int64> {
              _ = try sql.first("SELECT name FROM contact WHERE id = ?", { $0.bind(id) }) {
                $0.text(0)
              }
            }
            try sql.execute("COMMIT")
          }
        } catch {
          failures.withLock { $0.append(error.message) }
        }
      }
    }
    var longest = 0
    for _ in 0..<20 {
      try addMany(1000, to: store)
      longest = max(longest, logBytes(store))
    }
    stop.store(true, ordering: .relaxed)
    readers.wait()
    #expect(failures.withLock { $0 } == [])
    #expect(longest < 64 << 20, "the log grew to \(longest >> 20) MiB")
    #expect(try store.contacts().count == 20_000)
    #expect(store.observer.events == [])
  }

  @Test func `a reader that stays holds the log, and it is begun anew when the reader has gone`()
    throws
  {
    let store = try TestStore()
    try store.add("A")
    let reader = try store.store.makeReader()
    #expect(try reader.snapshot().contact(ContactID(1)).name == "A")
    try addMany(4000, to: store)
    #expect(throws: CallbookError.self, "the snapshot is as it was") {
      try reader.snapshot().contact(ContactID(2))
    }
    let held = logBytes(store)
    try reader.endSnapshot()
    try addMany(8000, to: store)
    #expect(logBytes(store) < held * 3)
  }

  @Test func `a clean stop leaves nothing in the log`() throws {
    let directory = try TestDirectory()
    let store = try TestStore(in: directory)
    try addMany(3000, to: store)
    store.store.close()
    #expect(logBytes(store) == 0)
  }

  @Test func `a checkpoint that fails is told of, loses nothing and is tried again`() throws {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.file("callbook.db"))
    do {
      let store = try TestStore(in: directory)
      try addMany(200, to: store)
      // The next truncation or write of the store itself; commits write to the log only.
      let sql = try SQLConnection(checkpointing: store.path)
      faults_arm(plan, faults_write, 1, SQLITE_IOERR | 3 << 8, 0)
      #expect(throws: CallbookError.self) {
        try sql.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
      }
      faults_disarm(plan)
      #expect(try store.contacts().count == 200)
      try addMany(200, to: store)
      _ = try sql.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
    }
    let store = try TestStore(in: directory)
    #expect(try store.contacts().count == 400)
    #expect(!store.store.recovered)
  }

  @Test func `what is copied is synced in small parts`() throws {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.file("callbook.db"))
    let store = try TestStore(in: directory, logBytes: 256 << 20)
    let sql = try SQLConnection(checkpointing: store.path)
    try store.emptyLog(by: sql)
    try addMany(1000, to: store)
    let before = (faults_count(plan, faults_write), faults_count(plan, faults_sync))
    let copied = try sql.checkpoint(SQLITE_CHECKPOINT_PASSIVE).copied
    let writes = faults_count(plan, faults_write) - before.0
    #expect(copied >= writes && writes > 3 * Checkpointer.syncedPages)
    // One of the log before, one of the store at the end.
    #expect(faults_count(plan, faults_sync) - before.1 == writes / Checkpointer.syncedPages + 2)
  }

  @Test func `a sync of a part that fails is told, and the log is copied once more`() throws {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.file("callbook.db"))
    let store = try TestStore(in: directory, logBytes: 256 << 20)
    let sql = try SQLConnection(checkpointing: store.path)
    try store.emptyLog(by: sql)
    try addMany(1000, to: store)
    // After that of the log.
    faults_arm(plan, faults_sync, 2, SQLITE_IOERR | 4 << 8, 0)
    #expect(throws: CallbookError.self) { try sql.checkpoint(SQLITE_CHECKPOINT_PASSIVE) }
    #expect(faults_hits(plan) == 1)
    let (log, copied) = try sql.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
    #expect(copied == log && log > 0)
  }

  @Test func `a longer log lets the writer finish more`() {
    #expect(Checkpointer.backlog(ofLog: 1000) == Checkpointer.smallBacklogPages)
    #expect(Checkpointer.backlog(ofLog: 80_000) == 10_000)
  }
}
