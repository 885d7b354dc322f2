import CFaults
import CallbookModel
import CallbookTesting
import Dispatch
import GRDBSQLite
import Glibc
import Testing

@testable import CallbookStore

struct BackupTests {
  private func folder(_ store: TestStore) -> BackupFolder {
    BackupFolder(store.directory.file("backups"))
  }

  private func files(_ store: TestStore) throws -> [String] {
    try SystemCall.names(in: store.directory.file("backups")).sorted()
  }

  @Test func `a backup is one private file with all that was committed, and named by it`() throws {
    let store = try TestStore()
    for name in ["A", "B"] { try store.add(name) }
    let backup = try store.store.backups.create()
    #expect(backup.head == (try store.read { read throws(CallbookError) in try read.ledgerTail() }))
    #expect(backup.name.description == "20261122T013000.000Z-000000000002.db")
    #expect(try files(store) == ["20261122T013000.000Z-000000000002.db", "checks"])
    let path = folder(store).file(backup.name)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(store.directory.file("backups"), &status) == 0 && status.st_mode & 0o777 == 0o700)
    #expect(backup.bytes == bytes(of: path).count)
    // A plain file: whoever opens it elsewhere leaves nothing beside it.
    #expect(bytes(of: path)[18...19] == [1, 1])
    #expect(store.observer.events == ["backup at 2"])
    #expect(store.store.backups.newestMadeAt == TestServices.start)
    let listed = try store.store.backups.list()
    #expect(listed.map(\.name) == [backup.name] && listed[0].checkedAt == TestServices.start)
    let verdict = try store.store.backups.verify(nil)
    #expect(verdict.ledger?.problems == [] && verdict.ledger?.tail == backup.head)
    #expect(try files(store).count == 2, "the check leaves nothing beside the file")
  }

  @Test func `under changes the copy is the store as it was at one entry`() throws {
    let store = try TestStore()
    let text = String(repeating: "x", count: 150)
    for batch in 0..<20 {
      _ = store.changes((0..<100).map { (nil, false, nil, adding("\(batch).\($0) \(text)")) })
    }
    let target = store.directory.file("copy.db")
    var steps = 0
    var changes = 0
    try StoreCopy.make(of: store.path, at: target, stop: StopFlag()) {
      // Between two steps the shop works on, and the log is copied into the store under the copy.
      let answers = store.changes(
        (0..<20).map { (nil, false, nil, adding("during \(steps) \($0)")) })
      for answer in answers { if case .success = answer { changes += 1 } }
      steps += 1
    }
    #expect(steps > 1 && changes == steps * 20, "all were made at once: \(changes) in \(steps)")
    let check = try StoreFileCheck(
      target, heads: { _ throws(CallbookError) in [] }, stop: StopFlag())
    #expect(check.verdict.problems == [])
    #expect(check.verdict.tail.seq == 2000, "it is the store as it was when the copy was begun")
    let sql = try SQLConnection(checkpointing: target)
    #expect(try sql.first("SELECT count(*) FROM contact") { $0.integer(0) } == 2000)
    #expect(try store.contacts().count == 2000 + changes)
  }

  @Test func `one at a time`() throws {
    let store = try TestStore()
    let done = DispatchSemaphore(value: 0)
    let (begun, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    func offer(_ work: @escaping @Sendable () -> Void) -> Bool {
      store.store.backups.offer(
        { _ throws(CallbookError) in work() }, completion: { _ in done.signal() })
    }
    let isFirstTaken = offer {
      begun.signal()
      _ = ended.wait(timeout: .now() + .seconds(20))
    }
    #expect(isFirstTaken && begun.wait(timeout: .now() + .seconds(20)) == .success)
    let isSecondTaken = offer {}
    #expect(!isSecondTaken)
    ended.signal()
    #expect(done.wait(timeout: .now() + .seconds(20)) == .success)
    let isThirdTaken = offer {}
    #expect(isThirdTaken, "whoever is answered may ask again")
  }

  @Test(arguments: [
    (faults_write, SQLITE_FULL, Reason.diskFull),
    (faults_write, SQLITE_IOERR | 3 << 8, .storeFailing),
    (faults_sync, SQLITE_IOERR | 4 << 8, .storeFailing),
  ])
  func `a disk that fails leaves no backup, and changes go on`(
    _ operation: faults_operation, _ code: CInt, _ reason: Reason
  ) throws {
    let store = try TestStore()
    try store.add("A")
    let earlier = try store.store.backups.create().name
    try store.add("B")
    for call in 1...200 {
      store.clock.pass(milliseconds: 1)
      let plan = faults_attach(store.directory.file("backups"))
      faults_arm(plan, operation, call, code, 0)
      let result = Result { () throws(CallbookError) in try store.store.backups.create() }
      let wasHit = faults_hits(plan) > 0
      faults_disarm(plan)
      guard wasHit else {
        #expect(try result.get().head.seq == 2)
        #expect(call > 1, "the faults reached the copy")
        return
      }
      #expect(throws: CallbookError.self, "call \(call)") { try result.get() }
      if case .failure(let error) = result {
        #expect(error.reason == reason && error.message.hasPrefix("no backup was made: "))
      }
      #expect(try files(store) == ["\(earlier)", "checks"], "call \(call)")
      #expect(store.store.backups.newestMadeAt == earlier.madeAt)
      #expect(store.store.state == .ready)
    }
    Issue.record("no run without a fault came")
  }

  @Test func `a store that is damaged gives no backup`() throws {
    let store = try TestStore()
    for name in 0..<50 { try store.add("N\(name)") }
    try store.reopen {
      try store.tamper(
        "DROP TRIGGER ledger_is_not_updated; UPDATE ledger SET uid = uid + 1 WHERE seq = 7;")
    }
    let error = #expect(throws: CallbookError.self) { try store.store.backups.create() }
    #expect(error?.reason == .storeCorrupt && error?.message.contains("entry 7") == true)
    #expect(try files(store) == [])
    #expect(store.observer.events.last == "no backup STORE_CORRUPT")
  }

  @Test func `a backup that was altered is found, by page, by entry, and by a known head`() throws {
    let store = try TestStore()
    for name in 0..<50 { try store.add("N\(name)") }
    // The stop notes the ledger's end.
    try store.reopen()
    let backup = try store.store.backups.create()
    let path = folder(store).file(backup.name)
    let whole = bytes(of: path)
    func problems() throws -> [String]? {
      try store.store.backups.verify(backup.name).ledger?.problems.map { "\($0.kind) \($0.seq)" }
    }
    #expect(try problems() == [])
    // A page that is not of this place.
    try write(whole[..<8192] + whole[4096..<8192] + whole[12_288...], to: path)
    #expect(try problems() == nil)
    #expect(try store.store.backups.list()[0].checkedAt == nil)
    try write(whole[..<4096], to: path)
    #expect(try problems() == nil)
    try write(Array("no database, but long enough to be looked at ".utf8) + whole[45...], to: path)
    #expect(try problems() == nil)
    // A chain that was made anew from an entry on holds in itself: only what was noted differs.
    try write(whole, to: path)
    let sql = try SQLConnection(checkpointing: path)
    try sql.execute(script: "DROP TRIGGER ledger_is_not_updated")
    try sql.execute(
      script: "UPDATE ledger SET hash = zeroblob(32) WHERE seq = \(backup.head.seq)")
    #expect(try problems() == ["altered 50", "otherHead 50"])
    try write(whole, to: path)
    #expect(try problems() == [])
    #expect(try store.store.backups.list()[0].checkedAt != nil)
  }

  @Test func `what has had its time is deleted when a new backup is there, and by the daemon`()
    throws
  {
    let store = try TestStore()
    try store.add("A")
    store.store.backups.use(BackupPolicy(count: 2, days: 30))
    for _ in 0..<3 {
      _ = try store.store.backups.create()
      store.clock.pass(milliseconds: 86_400_000)
    }
    #expect(
      try store.store.backups.list().map { $0.name.description.prefix(8) } == [
        "20261124", "20261123",
      ])
    let replaced = store.directory.file("replaced")
    try SystemCall.makeDirectory(replaced)
    for name in ["20261122T013000.000Z", "20261124T013000.000Z", "something-else"] {
      try SystemCall.makeDirectory("\(replaced)/\(name)")
      try write([1], to: "\(replaced)/\(name)/callbook.db")
    }
    store.clock.pass(milliseconds: 29 * 86_400_000)
    try store.store.backups.tidy()
    #expect(try store.store.backups.list().map { $0.name.description.prefix(8) } == ["20261124"])
    #expect(
      try SystemCall.names(in: replaced).sorted() == ["20261124T013000.000Z", "something-else"])
  }

  @Test func `what a crash left half-made is taken away by the next backup`() throws {
    let store = try TestStore()
    try store.add("A")
    try SystemCall.makeDirectory(store.directory.file("backups"))
    for name in ["unfinished", "unfinished-journal"] {
      try write([1, 2, 3], to: folder(store).path + "/" + name)
    }
    _ = try store.store.backups.create()
    #expect(try files(store).count == 2)
  }

  @Test func `a store that is closed stops the backup and leaves nothing`() throws {
    let store = try TestStore()
    try store.add("A")
    let stop = StopFlag()
    stop.set()
    let error = #expect(throws: CallbookError.self) {
      try StoreCopy.make(of: store.path, at: store.directory.file("copy.db"), stop: stop)
    }
    #expect(error?.reason == .draining)
  }
}
