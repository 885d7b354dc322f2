import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

struct ContinuityLogTests {
  private func lines(_ directory: TestDirectory) -> [Substring] {
    String(decoding: bytes(of: directory.file("continuity.log")), as: UTF8.self)
      .split(separator: "\n")
  }

  @Test
  func `a new store notes its instance, numbers before they are used, and its head at a stop`()
    throws
  {
    let directory = try TestDirectory()
    let instance: String
    do {
      let store = try TestStore(in: directory)
      instance = "\(store.store.instance)"
      #expect(lines(directory).count == 1)
      try store.add("A")
      #expect(lines(directory).contains("ids c 10001"))
      #expect(lines(directory).contains("ids m 10001"))
      let count = lines(directory).count
      for _ in 0..<50 { try store.add("B") }
      #expect(lines(directory).count == count, "one sync for many adds")
    }
    #expect(lines(directory)[0].hasPrefix("instance \(instance) "))
    let head = try #require(lines(directory).last)
    let store = try TestStore(in: directory)
    let tail = try store.read { read throws(CallbookError) in try read.ledgerTail() }
    #expect(head == "head 51 \(hexText(tail.hash))")
    #expect("\(store.store.instance)" == instance)
  }

  @Test func `numbers are reserved again when they come near the end of what is declared`() throws {
    let directory = try TestDirectory()
    let log = try ContinuityLog(in: StateDirectory(locking: directory.path))
    try log.reserve([("c", 5)])
    try log.reserve([("c", 10_005)])
    #expect(lines(directory) == ["ids c 10005"])
    try log.reserve([("c", 10_006)])
    #expect(lines(directory) == ["ids c 10005", "ids c 20006"])
  }

  @Test func `a head is noted once`() throws {
    let directory = try TestDirectory()
    let log = try ContinuityLog(in: StateDirectory(locking: directory.path))
    for seq: Int64 in [7, 7, 6, 8] { try log.note(LedgerTail(seq: seq, hash: [0xAB, 0xAB])) }
    #expect(lines(directory) == ["head 7 abab", "head 8 abab"])
  }

  @Test func `heads are noted now and then, so that a crash leaves one`() throws {
    let directory = try TestDirectory()
    let store = try TestStore(in: directory)
    let due = Int(ContinuityLog.entriesBetweenHeads)
    func heads() -> Int { lines(directory).count { $0.hasPrefix("head ") } }
    func record(_ count: Int) throws {
      try store.change { store throws(CallbookError) in
        for _ in 0..<count { try store.record("test", .contact(ContactID(1)), []) }
        return []
      }
      // A head is noted after the answer; the next change comes behind it.
      try store.change(isDryRun: true) { _ throws(CallbookError) in [] }
    }
    try record(due - 1)
    #expect(heads() == 0)
    try record(1)
    #expect(heads() == 1)
    try record(due)
    #expect(heads() == 2)
  }

  @Test(arguments: ["ids c 99", "ids", "head 5", "\u{FFFD}"])
  func `a torn last line is ignored and the next line is whole`(_ torn: String) throws {
    let directory = try TestDirectory()
    let state = try StateDirectory(locking: directory.path)
    try write(("ids c 50\n" + torn).utf8, to: directory.file("continuity.log"))
    let log = try ContinuityLog(in: state)
    try log.reserve([("c", 50)])
    #expect(lines(directory).count == 2, "50 were declared by a whole line")
    try log.reserve([("c", 51)])
    #expect(lines(directory).last == "ids c 10051")
    let again = try ContinuityLog(in: state)
    try again.reserve([("c", 10_051)])
    #expect(lines(directory).last == "ids c 10051")
  }
}
