import CallbookModel
import CallbookTesting
import Glibc
import Testing

@testable import CallbookStore

struct CrashRecoveryTests {
  /// The files of a store as a killed process leaves them: copied while it is open.
  private func crashed(adding count: Int) throws -> TestDirectory {
    let live = try TestStore()
    for number in 0..<count { try live.add("N\(number)") }
    let copy = try TestDirectory()
    for name in ["callbook.db", "callbook.db-wal", "callbook.db-shm", "continuity.log"] {
      try write(bytes(of: live.directory.file(name)), to: copy.file(name))
    }
    return copy
  }

  @Test func `the log is read into a new file, the shared memory goes, before SQLite opens`() throws
  {
    let directory = try crashed(adding: 3)
    let state = try StateDirectory(locking: directory.path)
    let old = inode(of: state.log)
    let content = bytes(of: state.log)
    #expect(!content.isEmpty)
    #expect(try CrashRecovery.rescueLog(in: state))
    #expect(inode(of: state.log) != old)
    #expect(bytes(of: state.log) == content)
    #expect(inode(of: state.sharedMemory) == nil)
    #expect(!directory.names.contains("callbook.db-wal.rescued"))
  }

  @Test func `after a crash everything answered is there and the log is empty`() throws {
    let directory = try crashed(adding: 40)
    do {
      let store = try TestStore(in: directory)
      #expect(store.store.recovered)
      #expect(SystemCall.size(of: store.path + "-wal") == 0)
      #expect(try store.contacts().count == 40)
      #expect(try store.add("next") == ContactID(41))
    }
    let store = try TestStore(in: directory)
    #expect(!store.store.recovered, "after a clean stop there is nothing to recover")
    #expect(try store.contacts().count == 41)
  }

  @Test func `a rescue that was itself cut off is begun again`() throws {
    let directory = try crashed(adding: 5)
    try write([1, 2, 3], to: directory.file("callbook.db-wal.rescued"))
    let store = try TestStore(in: directory)
    #expect(try store.contacts().count == 5)
  }

  @Test func `a log that was torn gives up its torn end only`() throws {
    let directory = try crashed(adding: 30)
    let whole = bytes(of: directory.file("callbook.db-wal"))
    var random = SplitMix64(seed: 4)
    for _ in 0..<25 {
      let torn = try TestDirectory()
      try write(bytes(of: directory.file("callbook.db")), to: torn.file("callbook.db"))
      let length = Int.random(in: 33...whole.count, using: &random)
      try write(whole[..<length], to: torn.file("callbook.db-wal"))
      let store = try TestStore(in: torn)
      let names = try store.contacts()
      #expect(Set(names.keys) == Set((0..<Int64(names.count)).map { $0 + 1 }), "\(length) bytes")
      let verdict = try store.read { read throws(CallbookError) in try read.verifyLedger() }
      #expect(verdict.problems == [], "\(length) bytes")
    }
  }

  @Test func `a damaged store is found after a crash`() throws {
    let directory = try crashed(adding: 400)
    do { _ = try TestStore(in: directory) }
    // A log that is not empty makes the start look; the rest of the file is garbage.
    var content = bytes(of: directory.file("callbook.db"))
    for place in 8192..<content.count { content[place] = UInt8(truncatingIfNeeded: place &* 7) }
    try write(content, to: directory.file("callbook.db"))
    try write([UInt8](repeating: 0, count: 40), to: directory.file("callbook.db-wal"))
    let error = #expect(throws: CallbookError.self) { try TestStore(in: directory) }
    #expect(error?.reason == .storeCorrupt)
  }

  /// Damaged where no start looks by itself: in the last page, which an index has.
  private func damaged(adding count: Int) throws -> TestDirectory {
    let directory = try crashed(adding: count)
    do { _ = try TestStore(in: directory) }
    var content = bytes(of: directory.file("callbook.db"))
    for place in (content.count - 4096)..<content.count { content[place] = 0x5A }
    try write(content, to: directory.file("callbook.db"))
    try write([UInt8](repeating: 0, count: 40), to: directory.file("callbook.db-wal"))
    return directory
  }

  @Test func `damage that a start does not meet stops changes, at every start, and reads go on`()
    throws
  {
    let directory = try damaged(adding: 400)
    for _ in 0..<2 {
      let store = try TestStore(in: directory)
      let error = #expect(throws: CallbookError.self) { try store.add("next") }
      #expect(error?.reason == .storeCorrupt && error?.message.contains("backup") == true)
      #expect(store.store.state == .failed)
      #expect(store.observer.events.contains("writer STORE_CORRUPT"))
      #expect(try store.contacts().count == 400)
      store.store.close()
      #expect(directory.names.contains("unchecked"))
    }
  }

  @Test func `a check that a stop cuts short is made by the next start`() throws {
    let directory = try damaged(adding: 400)
    let state = try StateDirectory(locking: directory.path)
    try PageCheck.makeDue(in: state)
    let check = PageCheck(in: state)
    #expect(check.isPending)
    check.cutShort { Issue.record("nothing runs") }
    #expect(try check.perform(SQLConnection(readingStoreAt: state.store)) == false)
    #expect(!check.isPending && PageCheck(in: state).isPending)
  }

  @Test func `after a check that ended well nothing is due`() throws {
    let directory = try crashed(adding: 3)
    do {
      let store = try TestStore(in: directory)
      #expect(try store.add("next") == ContactID(4))
      #expect(!store.store.isBeingChecked)
      #expect(!directory.names.contains("unchecked"))
    }
    let store = try TestStore(in: directory)
    #expect(!store.store.isBeingChecked && store.store.state == .ready)
  }
}
