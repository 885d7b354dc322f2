import CFaults
import CallbookModel
import GRDBSQLite
import Testing

@testable import CallbookStore

struct SQLConnectionTests {
  @Test(arguments: [true, false])
  func `who opens the store while a connection closes waits until that is done`(
    _ isReading: Bool
  ) throws {
    let store = try TestStore()
    try store.add("A")
    let plan = faults_attach(store.path)
    // A connection that closes holds the store for a moment, to learn whether it is the last.
    faults_arm(plan, faults_lock, 1, SQLITE_BUSY, 0)
    let sql =
      try isReading
      ? SQLConnection(readingStoreAt: store.path) : SQLConnection(checkpointing: store.path)
    #expect(faults_hits(plan) == 1)
    #expect(try sql.first("SELECT count(*) FROM contact") { $0.integer(0) } == 1)
  }

  @Test func `once open a connection waits for nobody`() throws {
    let store = try TestStore()
    let sql = try SQLConnection(checkpointing: store.path)
    let other = try SQLConnection(checkpointing: store.path)
    try other.execute("BEGIN IMMEDIATE")
    let refused = #expect(throws: CallbookError.self) { try sql.execute("BEGIN IMMEDIATE") }
    #expect(refused?.reason == .queueFull)
    try other.execute("ROLLBACK")
  }
}
