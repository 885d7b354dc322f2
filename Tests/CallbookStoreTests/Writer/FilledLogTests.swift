import CallbookTesting
import Testing

@testable import CallbookStore

/// The log has its room before it needs it: a sync that gives a file more room takes twice as long.
struct FilledLogTests {
  private static let step = 1 << 20

  private func logSize(of store: TestStore) throws -> Int {
    try #require(SystemCall.size(of: store.path + "-wal"))
  }

  @Test func `changes go to a log that is filled ahead, a step at a time`() throws {
    let store = try TestStore()
    try store.add("A")
    let first = try logSize(of: store)
    #expect(first.isMultiple(of: Self.step))
    try store.add("B")
    #expect(try logSize(of: store) == first)
    for number in 0..<100 { try store.add("n\(number)") }
    let later = try logSize(of: store)
    #expect(later > first && later.isMultiple(of: Self.step))
  }

  @Test func `what is filled ahead is no change to whoever recovers the log`() throws {
    let store = try TestStore()
    try store.add("A")
    let crashed = try TestDirectory()
    for name in store.directory.names where name != "lock" && !name.hasSuffix("-shm") {
      try write(bytes(of: store.directory.file(name)), to: crashed.file(name))
    }
    let recovered = try TestStore(in: crashed)
    #expect(recovered.store.recovered)
    #expect(try recovered.contacts() == [1: "A"])
    try recovered.add("B")
    #expect(try recovered.contacts() == [1: "A", 2: "B"])
  }
}
