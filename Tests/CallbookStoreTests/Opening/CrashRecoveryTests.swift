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
}
