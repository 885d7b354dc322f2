import CallbookModel
import CallbookTesting
import Glibc
import Testing

@testable import CallbookStore

/// Stores that are refused are left as they were, byte for byte.
struct RefusedStoreTests {
  private func expectRefused(
    _ content: [UInt8], _ reason: Reason, _ mention: String
  ) throws {
    let directory = try TestDirectory()
    try write(content, to: directory.file("callbook.db"))
    let error = #expect(throws: CallbookError.self) { try TestStore(in: directory) }
    #expect(error?.reason == reason)
    #expect(error?.message.contains(mention) == true)
    #expect(bytes(of: directory.file("callbook.db")) == content)
  }

  private func closedStore() throws -> [UInt8] {
    let directory = try TestDirectory()
    do { try TestStore(in: directory).add("A") }
    return bytes(of: directory.file("callbook.db"))
  }

  @Test func `a store of a newer version is untouched`() throws {
    var content = try closedStore()
    let newer = Migrations.newest + 1
    content[63] = UInt8(newer)
    try expectRefused(content, .storeNewer, "schema \(newer)")
    content[60] = 1
    try expectRefused(content, .storeNewer, "left untouched")
  }

  @Test(arguments: [1, 15, 99, 5000])
  func `a file that is no store is untouched`(_ count: Int) throws {
    try expectRefused([UInt8](repeating: 0x41, count: count), .storeCorrupt, "not a store")
  }

  @Test func `a store that was cut off in its header is untouched`() throws {
    try expectRefused(Array(closedStore()[..<60]), .storeCorrupt, "not a store")
  }

  @Test func `a store whose schema is damaged is untouched`() throws {
    var content = try closedStore()
    for place in 100..<4096 { content[place] = 0x5A }
    try expectRefused(content, .storeCorrupt, "damaged")
  }

  @Test func `a second opener is refused and touches nothing`() throws {
    let store = try TestStore()
    try store.add("A")
    let before = store.directory.names.map { ($0, inode(of: store.directory.file($0))) }
    let content = bytes(of: store.path + "-wal")
    let error = #expect(throws: CallbookError.self) {
      _ = try StateDirectory(locking: store.directory.path)
    }
    #expect(error?.reason == .storeInUse)
    #expect(bytes(of: store.path + "-wal") == content)
    let after = store.directory.names.map { ($0, inode(of: store.directory.file($0))) }
    #expect(before.elementsEqual(after, by: ==))
    try store.add("B")
  }

  @Test func `nobody but the owner can read the store's files, whatever the umask`() throws {
    let store = try TestStore()
    try store.add("A")
    for name in store.directory.names {
      var status = stat()
      try #require(stat(store.directory.file(name), &status) == 0)
      #expect(status.st_mode & 0o077 == 0, "\(name)")
    }
  }

  @Test func `a state directory that is a file or has no parent is refused clearly`() throws {
    let directory = try TestDirectory()
    try write([], to: directory.file("file"))
    for path in [directory.file("file"), directory.file("missing/below")] {
      let error = #expect(throws: CallbookError.self) { _ = try StateDirectory(locking: path) }
      #expect(error?.reason == .storeUnwritable)
      #expect(error?.message.contains(path) == true)
    }
  }
}
