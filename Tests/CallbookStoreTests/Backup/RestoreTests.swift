import CallbookModel
import CallbookTesting
import GRDBSQLite
import Glibc
import Testing

@testable import CallbookStore

struct RestoreTests {
  private static let actor = LedgerEntry.Actor(uid: 0, pid: 7, user: nil)

  @discardableResult
  private func restore(_ file: String, to store: TestStore) throws -> Restored {
    try Restore(from: file).run(
      in: StateDirectory(locking: store.directory.path), services: store.clock.services,
      actor: Self.actor)
  }

  private func backup(_ store: TestStore) throws -> String {
    store.directory.file("backups/\(try store.store.backups.create().name)")
  }

  private func lastChanges(_ store: TestStore) throws -> (LedgerEntry, [String: String?]) {
    try store.read { read throws(CallbookError) in
      let entry = try read.ledger(before: .max, limit: 1)[0]
      let changes = try read.changes(of: entry.seq) ?? []
      return (entry, Dictionary(uniqueKeysWithValues: changes.map { ($0.field, $0.after) }))
    }
  }

  @Test func `the store becomes the backup, says what is lost, and uses no id twice`() throws {
    let store = try TestStore()
    for name in ["A", "B"] { try store.add(name) }
    let (file, before) = (try backup(store), store.store.instance)
    for name in ["C", "D", "E"] { try store.add(name) }
    let lost = try store.read { read throws(CallbookError) in try read.ledgerTail() }
    store.clock.pass(milliseconds: 3_600_000)
    var restored: Restored?
    try store.reopen { restored = try restore(file, to: store) }
    #expect(restored?.tail.seq == 2 && restored?.lost == lost && restored?.knowsThePast == true)
    #expect(try store.contacts() == [1: "A", 2: "B"])
    #expect(store.store.instance != before && store.store.instance == restored?.instance)
    let (entry, changes) = try lastChanges(store)
    #expect(entry.seq == 3 && entry.event == "store.restored" && entry.actor == Self.actor)
    #expect(
      changes == [
        "instance": "\(store.store.instance)", "lost_after": "2",
        "lost_head": "\(lost.seq):\(hexText(lost.hash))",
      ])
    let next = try store.add("F")
    #expect(next == ContactID(10_002), "10001 was the last that was declared as used")
    let verdict = try store.read { read throws(CallbookError) in try read.verifyLedger() }
    #expect(verdict.problems == [])
    let missed = try store.read { read throws(CallbookError) in
      try read.verifyLedger(heads: [lost])
    }
    #expect(missed.problems == [.init(kind: .cutOff, seq: 5)])
    // The old store lies aside, whole.
    let replaced = try #require(restored?.replaced)
    #expect(replaced == store.directory.file("replaced/20261122T023000.000Z"))
    let old = try SQLConnection(checkpointing: replaced + "/callbook.db")
    #expect(try old.first("SELECT count(*) FROM contact") { $0.integer(0) } == 5)
  }

  @Test func `a restore can be undone from what was put aside, with what was in its log`() throws {
    let store = try TestStore()
    try store.add("A")
    let file = try backup(store)
    try store.add("B")
    // As a daemon leaves it that was killed: the last change is in the log only.
    let (main, log) = (bytes(of: store.path), bytes(of: store.path + "-wal"))
    try #require(!log.isEmpty)
    try store.reopen {
      try write(main, to: store.path)
      try write(log, to: store.path + "-wal")
      let restored = try restore(file, to: store)
      #expect(restored.lost?.seq == 2, "what only the log of the old store had is missed")
      #expect(bytes(of: try #require(restored.replaced) + "/callbook.db-wal") == log)
      #expect(
        try SQLConnection(checkpointing: store.path).first("SELECT max(id) FROM contact") {
          $0.integer(0)
        } == 1)
      store.clock.pass(milliseconds: 1)
      try restore(try #require(restored.replaced) + "/callbook.db", to: store)
    }
    #expect(try store.contacts() == [1: "A", 2: "B"])
    #expect(try store.add("C") == ContactID(10_002))
  }

  @Test(arguments: [false, true])
  func `a machine that never had the store leaves out what may have been used`(
    hasOther: Bool
  ) throws {
    let source = try TestStore()
    try source.add("A")
    let file = try backup(source)
    let directory = try TestDirectory()
    // As a package leaves it that has started its service.
    if hasOther { try TestStore(in: directory, seed: 7).reopen() }
    let restored = try Restore(from: file).run(
      in: StateDirectory(locking: directory.path), services: source.clock.services,
      actor: Self.actor)
    #expect((restored.replaced != nil) == hasOther)
    #expect(restored.lost == nil && !restored.knowsThePast)
    let store = try TestStore(in: directory)
    #expect(try store.contacts() == [1: "A"])
    #expect(try store.add("B") == ContactID(10_002))
    #expect(directory.names.filter { $0.hasPrefix("restor") } == [])
  }

  @Test func `the new life notes its heads, and backups of either life are checked by theirs`()
    throws
  {
    let store = try TestStore()
    for name in ["A", "B", "C"] { try store.add(name) }
    let file = try backup(store)
    try store.add("D")
    try store.reopen { try restore(file, to: store) }
    try store.reopen()
    let log = String(decoding: bytes(of: store.directory.file("continuity.log")), as: UTF8.self)
    let words = log.split(separator: "\n").map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(words.filter { $0.hasPrefix("head") } == ["head 4", "head 4"])
    #expect(words.count { $0.hasPrefix("instance") } == 2)
    #expect(try store.store.backups.verify(nil).ledger?.problems == [])
    let second = try store.store.backups.create()
    #expect(try store.store.backups.verify(second.name).ledger?.problems == [])
  }

  @Test func `what is no whole store of this version is refused, and nothing is touched`() throws {
    let store = try TestStore()
    for name in 0..<30 { try store.add("N\(name)") }
    let good = bytes(of: try backup(store))
    let file = store.directory.file("given.db")
    func tampered(_ script: String) throws -> [UInt8] {
      try write(good, to: file)
      try SQLConnection(checkpointing: file).execute(script: script)
      return bytes(of: file)
    }
    let cases: [(String, [UInt8]?, Reason)] = [
      ("missing", nil, .fileUnreadable), ("empty", [], .storeCorrupt),
      ("text", Array(repeating: 0x41, count: 5000), .storeCorrupt),
      ("cut", Array(good[..<(good.count / 2)]), .storeCorrupt),
      ("other database", try otherDatabase(), .storeCorrupt),
      ("newer", try tampered("PRAGMA user_version = 9999"), .storeNewer),
      (
        "broken chain",
        try tampered("DROP TRIGGER ledger_is_not_updated; UPDATE ledger SET uid = 5 WHERE seq = 3"),
        .chainBroken
      ),
      ("damaged", Array(good[..<8192] + good[4096..<8192] + good[12_288...]), .storeCorrupt),
    ]
    unlink(file)
    try store.reopen { try refuseAll(cases, store) }
    #expect(try store.contacts().count == 30)
  }

  private func refuseAll(_ cases: [(String, [UInt8]?, Reason)], _ store: TestStore) throws {
    let file = store.directory.file("given.db")
    let before = contents(store.directory)
    for (what, given, reason) in cases {
      unlink(file)
      if let given { try write(given, to: file) }
      let error = #expect(throws: CallbookError.self, "\(what)") { try restore(file, to: store) }
      #expect(error?.reason == reason, "\(what): \(String(describing: error))")
      unlink(file)
      let isAsBefore = contents(store.directory) == before
      #expect(isAsBefore, "\(what)")
    }
  }

  private func otherDatabase() throws -> [UInt8] {
    let directory = try TestDirectory()
    try write([], to: directory.file("other.db"))
    try SQLConnection(checkpointing: directory.file("other.db"))
      .execute(script: "CREATE TABLE store (x); CREATE TABLE something (y)")
    return bytes(of: directory.file("other.db"))
  }

  private func contents(_ directory: TestDirectory) -> [String: [UInt8]] {
    let names = directory.names.filter { !$0.hasSuffix("-shm") }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, bytes(of: directory.file($0))) })
  }
}
