import CallbookModel
import CallbookTesting
import GRDB
import GRDBSQLite
import Testing

@testable import CallbookStore

/// A start reads no more where more is stored: how many reminders wait is known from the last stop.
struct WaitingCountTests {
  private func store(withContacts count: Int) throws -> TestStore {
    let store = try TestStore()
    try store.change { store throws(CallbookError) in
      for number in 0..<count { _ = try store.addPerson("n\(number)") }
      return []
    }
    #expect(store.store.schedule.current.pending == count)
    return store
  }

  private func pagesRead(byStartWith count: Int) throws -> Int {
    let store = try store(withContacts: count)
    var pages: CInt = 0
    try store.reopen {
      let opened = try OpenedStore.open(
        in: StateDirectory(locking: store.directory.path), services: store.clock.services)
      #expect(opened.schedule.pending == count)
      opened.connection.inDatabase { database in
        var highest: CInt = 0
        sqlite3_db_status(
          database.sqliteConnection, SQLITE_DBSTATUS_CACHE_MISS, &pages, &highest, 0)
      }
      try opened.connection.close()
    }
    return Int(pages)
  }

  @Test func `a start reads as many pages of a large store as of a small one`() throws {
    let few = try pagesRead(byStartWith: 50)
    let many = try pagesRead(byStartWith: 5000)
    // A tree that is a level deeper costs a page, of the ledger and of the reminders by time.
    #expect(few > 0 && many <= few + 2, "\(few) and \(many)")
  }

  @Test func `a stop keeps the count, and a start takes it before anything changes`() throws {
    let store = try store(withContacts: 3)
    #expect(!store.directory.names.contains("waiting"))
    try store.reopen { #expect(store.directory.names.contains("waiting")) }
    #expect(!store.directory.names.contains("waiting"))
    try store.add("next")
    try store.reopen()
    #expect(store.store.schedule.current.pending == 4)
  }

  private static let file = "waiting"

  /// What a start says that waits, where the last stop left three and this in its place.
  private func pending(after change: (String) -> String) throws -> Int {
    let store = try store(withContacts: 3)
    try store.reopen {
      let path = store.directory.file(Self.file)
      try write(change(text(of: path)).utf8, to: path)
    }
    return store.store.schedule.current.pending
  }

  @Test func `only the count of this state of this store is believed`() throws {
    let replaced = { (text: String, place: Int, word: String) in
      var words = text.dropLast().split(separator: " ").map(String.init)
      words[place] = word
      return words.joined(separator: " ") + "\n"
    }
    #expect(try pending { replaced($0, 3, "77") } == 77)
    let other = UniqueID(high: 1, low: 2).description
    #expect(try pending { replaced(replaced($0, 3, "77"), 0, other) } == 3)
    #expect(try pending { replaced(replaced($0, 3, "77"), 1, "2") } == 3)
    #expect(
      try pending { replaced(replaced($0, 3, "77"), 2, String(repeating: "0", count: 64)) } == 3)
  }

  @Test(arguments: ["", "\n", "4", "a b c d\n"])
  func `what is no count is counted`(_ text: String) throws {
    #expect(try pending { _ in text } == 3)
    #expect(try pending { String($0.dropLast()) } == 3)
    #expect(try pending { $0.replacing(" 3\n", with: " -3\n") } == 3)
  }
}
