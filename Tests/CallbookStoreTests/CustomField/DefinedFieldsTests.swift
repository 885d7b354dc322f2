import CallbookModel
import Testing

@testable import CallbookStore

/// What a connection remembers of definitions is what the store holds.
struct DefinedFieldsTests {
  private static func field(_ key: String) -> CustomField {
    CustomField(
      key: key, label: key, subject: .contact, type: .text, place: 1,
      createdAt: TestServices.start)
  }

  private static func adding(_ key: String, failing: Bool = false) -> WriteJob.Work {
    { store throws(CallbookError) in
      // Asked before, so that something is remembered that then is no longer so.
      let before = try store.customFields().all.count
      try store.insert(field(key))
      guard try store.customFields().all.count == before + 1 else {
        throw CallbookError(.internal, "the new field is not known to its own change")
      }
      if failing { throw CallbookError(.wrongState, "on purpose") }
      return []
    }
  }

  private static let keys: WriteJob.Work = { store throws(CallbookError) in
    Array(try store.customFields().all.map(\.key).joined(separator: " ").utf8)
  }

  @Test func `a definition that was taken back is not remembered`() throws {
    let store = try TestStore()
    let answers = store.changes([
      (nil, false, nil, Self.adding("a")), (nil, false, nil, Self.adding("b", failing: true)),
      (nil, true, nil, Self.adding("c")), (nil, false, nil, Self.keys),
      (nil, false, nil, Self.adding("d")), (nil, false, nil, Self.keys),
    ])
    #expect(try answers[3].get() == Array("a".utf8))
    #expect(try answers[5].get() == Array("a d".utf8))
    #expect(throws: CallbookError.self) { try answers[1].get() }
  }

  @Test func `a reader knows what was committed before its snapshot`() throws {
    let store = try TestStore()
    let reader = try store.store.makeReader()
    for count in 0..<3 {
      let known = try reader.snapshot().customFields().all.map(\.key)
      #expect(known == (0..<count).map { "k\($0)" })
      // The snapshot goes on to show what it showed.
      try store.change(Self.adding("k\(count)"))
      #expect(try reader.snapshot().customFields().all.map(\.key) == known)
      try reader.endSnapshot()
    }
  }

  @Test func `definitions are asked of the store once`() throws {
    let store = try TestStore()
    try store.change(Self.adding("a"))
    let sql = try SQLConnection(readingStoreAt: store.path)
    let read = ReadTransaction(sql, ReadingMemory { _ in nil })
    #expect(try read.customFields().all.map(\.key) == ["a"])
    try store.change(Self.adding("b"))
    #expect(try read.customFields().all.map(\.key) == ["a"])
    read.fields.forget()
    #expect(try read.customFields().all.map(\.key) == ["a", "b"])
  }

  @Test func `values are looked up by the index`() throws {
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    let plans = [
      """
      SELECT contact FROM contact_field
      WHERE folded = 'a' AND field = (SELECT id FROM custom_field WHERE key = 'b')
      """,
      "SELECT v.contact FROM contact_field v WHERE v.folded = 'a'",
    ]
    for plan in plans {
      let steps = try sql.all(
        sql.prepare(composed: "EXPLAIN QUERY PLAN \(plan)"), { _ in }, { $0.text(3) })
      #expect(steps.contains { $0.contains("contact_field_folded") }, "\(steps)")
    }
  }
}
