import CallbookModel
import CallbookTesting
import GRDB
import Testing

@testable import CallbookStore

struct WriterConnectionTests {
  private static let needed = [
    ("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("foreign_keys", "1"),
    ("wal_autocheckpoint", "0"),
  ]

  @Test func `the writer's own connection syncs every commit and keeps no erased bytes`() throws {
    let directory = try TestDirectory()
    let queue = try WriterConnection.open(directory.file("callbook.db"))
    try queue.inDatabase { database in
      for (pragma, value) in Self.needed {
        let actual = try String.fetchOne(database, sql: "PRAGMA \(pragma)")
        #expect(actual == value, "\(pragma)")
      }
    }
    try queue.close()
  }

  @Test(
    arguments: [
      "synchronous = NORMAL", "synchronous = OFF", "journal_mode = DELETE", "secure_delete = OFF",
      "secure_delete = FAST", "foreign_keys = OFF", "wal_autocheckpoint = 1000",
    ])
  func `a setting that would lose changes or keep erased bytes is refused`(_ wrong: String) throws {
    let directory = try TestDirectory()
    let queue = try WriterConnection.open(directory.file("callbook.db"))
    try queue.inDatabase { database in
      try WriterConnection.assertDurability(of: database)
      try database.execute(sql: "PRAGMA \(wrong)")
      let error = #expect(throws: CallbookError.self) {
        try WriterConnection.assertDurability(of: database)
      }
      #expect(error?.reason == .storeUnwritable)
    }
    try queue.close()
  }
}
