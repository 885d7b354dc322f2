import CallbookModel
import Testing

@testable import CallbookStore

/// Somebody with the file in their hands and the triggers dropped.
struct LedgerTamperTests {
  private typealias Problem = LedgerVerdict.Problem

  /// Six entries: three contacts, of which the first was edited three times.
  private func makeStore() throws -> TestStore {
    let store = try TestStore()
    let id = try store.add("Li Na")
    try store.add("Wang Wu")
    try store.add("Zhao Liu")
    for note in ["one", "two", "three"] {
      try store.change { store throws(CallbookError) in
        let old = try store.contact(id)
        var new = old
        new.notes = note
        _ = try store.save(new, over: old, event: "contact.edited")
        return []
      }
    }
    return store
  }

  private func problems(
    in store: TestStore, heads: [LedgerTail] = []
  ) throws -> [String] {
    let verdict = try store.read { read throws(CallbookError) in
      try read.verifyLedger(heads: heads)
    }
    return verdict.problems.map { "\($0.seq) \($0.kind.rawValue)" }
  }

  private func tamper(_ store: TestStore, _ script: String) throws {
    try store.tamper(
      """
      PRAGMA foreign_keys = OFF;
      DROP TRIGGER ledger_is_not_updated; DROP TRIGGER ledger_is_not_deleted;
      \(script)
      """)
  }

  @Test func `an honest ledger has no problems`() throws {
    let store = try makeStore()
    #expect(try problems(in: store) == [])
  }

  @Test(
    arguments: [
      "at = at + 1", "uid = 7", "uid = uid + 4294967296", "pid = 7", "pid = pid + 4294967296",
      "user = 'li.na'", "user = ''", "method = 'x'", "event = 'x'", "kind = 'staff'", "subject = 9",
      "fields = ''", "fields = fields || ' '", "fields = replace(fields, ' ', '  ') || 'x'",
      "digest = NULL", "digest = zeroblob(32)", "hash = zeroblob(32)",
    ])
  func `an altered field shows at its entry`(_ change: String) throws {
    let store = try makeStore()
    try tamper(store, "UPDATE ledger SET \(change) WHERE seq = 3")
    #expect(try problems(in: store).contains("3 altered"))
  }

  @Test func `a removed entry shows at the next one`() throws {
    let store = try makeStore()
    try tamper(store, "DELETE FROM ledger WHERE seq = 3")
    #expect(try problems(in: store).starts(with: ["4 gap", "4 altered"]))
  }

  @Test func `a removed entry shows also when the others were renumbered`() throws {
    let store = try makeStore()
    try tamper(
      store,
      """
      DELETE FROM ledger WHERE seq = 3; DELETE FROM detail WHERE seq = 3;
      UPDATE ledger SET seq = seq - 1 WHERE seq > 3; UPDATE detail SET seq = seq - 1 WHERE seq > 3;
      """)
    #expect(try problems(in: store).contains("3 altered"))
  }

  @Test func `swapped entries show`() throws {
    let store = try makeStore()
    try tamper(
      store,
      """
      UPDATE ledger SET seq = 100 WHERE seq = 2; UPDATE ledger SET seq = 2 WHERE seq = 3;
      UPDATE ledger SET seq = 3 WHERE seq = 100;
      """)
    let found = try problems(in: store)
    #expect(found.contains("2 altered") && found.contains("3 altered"))
  }

  @Test func `an altered detail shows`() throws {
    let store = try makeStore()
    try tamper(store, "UPDATE detail SET value = replace(value, 'Wang', 'Wong') WHERE seq = 2")
    #expect(try problems(in: store) == ["2 detail_altered"])
  }

  @Test func `an altered salt shows`() throws {
    let store = try makeStore()
    try tamper(store, "UPDATE detail SET salt = zeroblob(16) WHERE seq = 2")
    #expect(try problems(in: store) == ["2 detail_altered"])
  }

  @Test func `a detail that an entry never had shows`() throws {
    let store = try makeStore()
    try store.change { store throws(CallbookError) in
      try store.record("shop.seen", .shop, [])
      return []
    }
    try tamper(store, "INSERT INTO detail VALUES (7, zeroblob(16), '[]')")
    #expect(try problems(in: store) == ["7 detail_altered"])
  }

  @Test func `a missing detail shows unless its contact was erased later`() throws {
    let store = try makeStore()
    try tamper(store, "DELETE FROM detail WHERE seq IN (1, 4)")
    #expect(try problems(in: store) == ["1 detail_missing", "4 detail_missing"])
    try store.change { store throws(CallbookError) in
      try store.record("contact.erased", .contact(ContactID(2)), [])
      return []
    }
    #expect(try problems(in: store) == ["1 detail_missing", "4 detail_missing"])
    try store.change { store throws(CallbookError) in
      try store.record("contact.erased", .contact(ContactID(1)), [])
      return []
    }
    #expect(try problems(in: store) == [])
  }

  @Test func `a tail that was cut off shows against a head that is known`() throws {
    let store = try makeStore()
    let head = try store.read { read throws(CallbookError) in try read.ledgerTail() }
    #expect(head.seq == 6)
    try tamper(store, "DELETE FROM ledger WHERE seq > 4; DELETE FROM detail WHERE seq > 4")
    #expect(try problems(in: store) == [])
    #expect(try problems(in: store, heads: [head]) == ["6 cut_off"])
  }

  @Test func `another history shows against a head that is known`() throws {
    let store = try makeStore()
    let other = LedgerTail(seq: 4, hash: [UInt8](repeating: 7, count: 32))
    let head = try store.read { read throws(CallbookError) in try read.ledgerTail() }
    #expect(try problems(in: store, heads: [head]) == [])
    #expect(try problems(in: store, heads: [head, other]) == ["4 other_head"])
  }

  @Test func `a ledger with a great many problems is told of once, not without end`() throws {
    let store = try makeStore()
    for number in 0..<150 { try store.add("C \(number)") }
    try tamper(store, "UPDATE ledger SET hash = zeroblob(32)")
    let found = try problems(in: store, heads: [LedgerTail(seq: 5000, hash: [])])
    #expect(found.count >= LedgerVerdict.mostProblems && found.count < 400)
  }
}
