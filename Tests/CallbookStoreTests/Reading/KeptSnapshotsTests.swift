import CallbookModel
import CallbookTesting
import Synchronization
import Testing

@testable import CallbookStore

struct KeptSnapshotsTests {
  private func isThere(_ id: ContactID, for reader: StoreReader) -> Bool {
    do throws(CallbookError) {
      _ = try reader.snapshot().contact(id)
      return true
    } catch {
      return false
    }
  }

  @Test func `a snapshot that was kept is not used once something was committed`() throws {
    let store = try TestStore()
    try store.add("A")
    let reader = try store.store.makeReader()
    #expect(isThere(ContactID(1), for: reader))
    for number in 2...20 as ClosedRange<Int64> {
      try reader.rest()
      try store.add("B")
      #expect(isThere(ContactID(number), for: reader), "\(number)")
      #expect(isThere(ContactID(number), for: reader), "in the same turn")
      try reader.rest()
      #expect(isThere(ContactID(number), for: reader), "kept over a rest")
    }
  }

  @Test func `within a turn the snapshot stays, whatever is committed`() throws {
    let store = try TestStore()
    try store.add("A")
    let reader = try store.store.makeReader()
    #expect(isThere(ContactID(1), for: reader))
    try store.add("B")
    #expect(!isThere(ContactID(2), for: reader))
    try reader.rest()
    #expect(isThere(ContactID(2), for: reader))
  }

  @Test(arguments: [true, false])
  func `the log is begun anew when readers that rest give back what they keep`(
    _ isObedient: Bool
  ) throws {
    let store = try TestStore()
    let isWanted = Atomic<Bool>(false)
    store.store.onSnapshotsWanted { isWanted.store(true, ordering: .relaxed) }
    try store.add("A")
    let reader = try store.store.makeReader()
    var longest = 0
    _ = isThere(ContactID(1), for: reader)
    for round in 0..<60 {
      if isObedient, round % 7 == 0 {
        _ = isThere(ContactID(1), for: reader)
        try reader.rest()
      }
      let changes: [TestStore.Change] = (0..<200).map { _ in
        (nil, false, nil, { store throws(CallbookError) in try store.addPerson("B") })
      }
      for answer in store.changes(changes) { _ = try answer.get() }
      if isWanted.exchange(false, ordering: .relaxed), isObedient { try reader.rest() }
      longest = max(longest, SystemCall.size(of: store.path + "-wal") ?? 0)
    }
    // Twice the bound of 4 MiB and what one pass leaves, or all that was ever written.
    #expect((longest < 16 << 20) == isObedient, "\(longest >> 20) MiB")
  }
}
