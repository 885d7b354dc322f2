import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

struct LedgerChainTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `whatever happens, the chain holds and is what the document says`(_ seed: UInt64) throws {
    let store = try TestStore(seed: seed)
    try RandomOperations(seed: seed).run(120, on: store)
    let verdict = try store.read { read throws(CallbookError) in try read.verifyLedger() }
    #expect(verdict.problems == [], "seed \(seed)")
    #expect(verdict.checked > 60, "seed \(seed)")
    #expect(verdict.tail.seq == verdict.checked, "seed \(seed)")
    let sql = try SQLConnection(readingStoreAt: store.path)
    #expect(try IndependentHash.wrongEntries(in: sql) == [], "seed \(seed)")
    #expect(store.store.headSeq == verdict.checked)
  }

  @Test(
    arguments: [
      "UPDATE ledger SET at = 0", "DELETE FROM ledger", "REPLACE INTO ledger SELECT * FROM ledger",
    ])
  func `entries are neither updated nor deleted nor replaced`(_ bad: String) throws {
    let store = try TestStore()
    try store.add("Li Na")
    let before = try store.read { read throws(CallbookError) in try read.verifyLedger() }
    #expect(throws: CallbookError.self) {
      try store.change { store throws(CallbookError) in
        try store.sql.execute(script: bad)
        return []
      }
    }
    #expect(try store.read { read throws(CallbookError) in try read.verifyLedger() } == before)
  }

  @Test func `a request that fails leaves no entry`() throws {
    let store = try TestStore()
    try store.add("Li Na")
    let before = store.store.headSeq
    #expect(throws: CallbookError.self) {
      try store.change { store throws(CallbookError) in
        _ = try store.addPerson("Wang Wu")
        throw CallbookError(.wrongState, "no")
      }
    }
    #expect(store.store.headSeq == before)
    #expect(try store.contacts().count == 1)
  }
}

/// Adds, edits, failures and dry runs in an order that a seed gives.
struct RandomOperations {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  func run(_ count: Int, on store: TestStore) throws {
    var random = random
    var known: [ContactID] = []
    for number in 0..<count {
      store.clock.pass(milliseconds: Int64.random(in: 0...5000, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5:
        known.append(
          try store.add("名 \(number) \u{1F}\"\\", key: number % 3 == 0 ? "k\(number)" : nil))
      case 5..<8:
        guard let id = known.randomElement(using: &random) else { continue }
        let notes = "note \(number)"
        try store.change { store throws(CallbookError) in
          let old = try store.contact(id)
          var new = old
          new.notes = notes
          new.tags = ["t\(number % 4)", "u"]
          _ = try store.save(new, over: old, event: "contact.edited")
          return []
        }
      case 8:
        try store.change(isDryRun: true) { store throws(CallbookError) in
          try store.addPerson("nobody")
        }
      default:
        #expect(throws: CallbookError.self) {
          try store.change { store throws(CallbookError) in
            _ = try store.addPerson("nobody")
            throw CallbookError(.wrongState, "no")
          }
        }
      }
    }
  }
}
