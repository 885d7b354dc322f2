import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

struct NextIDsTests {
  @Test func `numbers go on above what is stored and above what was declared as used`() throws {
    let store = try TestStore()
    for name in ["A", "B", "C"] { try store.add(name) }
    let sql = try SQLConnection(checkpointing: store.path)
    #expect(try NextIDs(sql).next(Contact.self) == 4)
    try sql.execute(script: "INSERT INTO id_floor VALUES ('c', 9), ('m', 70)")
    let ids = try NextIDs(sql)
    #expect(ids.next(Contact.self) == 9)
    #expect(ids.next(ContactPoint.self) == 70)
    try sql.execute(script: "UPDATE id_floor SET floor = 2")
    #expect(try NextIDs(sql).next(Contact.self) == 4)
  }

  @Test func `a number is not used again though the newest rows are gone`() throws {
    let directory = try TestDirectory()
    do {
      let store = try TestStore(in: directory)
      for name in ["A", "B", "C"] { try store.add(name) }
      try store.tamper(
        """
        INSERT INTO id_floor VALUES ('c', 4), ('m', 4);
        DELETE FROM point WHERE contact > 1; DELETE FROM contact WHERE id > 1;
        """)
    }
    let store = try TestStore(in: directory)
    #expect(try store.add("D") == ContactID(4))
  }

  @Test func `taking numbers counts, and a copy is a way back`() throws {
    let store = try TestStore()
    var ids = try NextIDs(SQLConnection(readingStoreAt: store.path))
    let before = ids
    #expect([ids.take(), ids.take()] == [ContactID(1), ContactID(2)])
    #expect(ids.take() == PointID(1))
    #expect(ids.takeStaff() == 1)
    ids = before
    #expect(ids.take() == ContactID(1))
  }
}
