import CallbookModel
import GRDBSQLite

/// A thin layer over one SQLite connection, with its prepared statements.
///
/// It never leaves the thread or event loop that made it, so it needs no lock: a look-up costs
/// what SQLite costs. The same layer serves the writer, on the connection that GRDB opened.
final class SQLConnection {
  let handle: OpaquePointer
  private let owned: Bool
  private var statements: [UnsafePointer<UInt8>: SQLStatement] = [:]
  private var composed: [String: SQLStatement] = [:]
  private let logLength = UnsafeMutablePointer<Int>.allocate(capacity: 1)

  /// Uses a connection that somebody else opened and will close.
  init(borrowing handle: OpaquePointer) {
    self.handle = handle
    owned = false
    followLog()
  }

  /// Takes over a connection and closes it in the end.
  init(owning handle: OpaquePointer) {
    self.handle = handle
    owned = true
    logLength.initialize(to: 0)
    sqlite3_extended_result_codes(handle, 1)
  }

  /// Opens a file for one thread at a time.
  ///
  /// - Parameter flags: `SQLITE_OPEN_` flags beside `NOMUTEX`.
  convenience init(opening path: String, _ flags: CInt) throws(CallbookError) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw SQLFailure.error(code: code)
    }
    self.init(owning: opened)
  }

  /// Opens a connection that can only read.
  convenience init(readingStoreAt path: String) throws(CallbookError) {
    try self.init(opening: path, SQLITE_OPEN_READWRITE)
    try takePlace()
    try execute(script: ReadPragmas.script)
  }

  /// Takes the lock that the connection then holds until it is closed.
  ///
  /// A connection that closes tries to lock the store alone, to learn whether it is the last; who
  /// opens the store in that moment finds it busy, and waits. Nothing waits once this is done.
  func takePlace() throws(CallbookError) {
    sqlite3_busy_timeout(handle, Self.longestWait)
    defer { sqlite3_busy_timeout(handle, 0) }
    try execute(script: "SELECT 1 FROM sqlite_schema LIMIT 1")
  }

  /// In milliseconds; closing takes a thousandth of it.
  private static let longestWait: CInt = 5000

  deinit {
    statements.removeAll()
    composed.removeAll()
    if owned { sqlite3_close_v2(handle) } else { sqlite3_wal_hook(handle, nil, nil) }
    logLength.deallocate()
  }

  /// How many pages the log held after the last commit of this connection.
  var logPages: Int { logLength.pointee }

  private func followLog() {
    logLength.initialize(to: 0)
    sqlite3_wal_hook(
      handle,
      { length, _, _, pages in
        length?.assumingMemoryBound(to: Int.self).pointee = Int(pages)
        return SQLITE_OK
      }, logLength)
  }

  /// Whether a transaction is open: a failing disk can end one by itself.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// How many rows this connection has changed in its life.
  var changeCount: Int64 { sqlite3_total_changes64(handle) }

  /// Ends a transaction that only read: what it read stays good whatever the end says.
  ///
  /// - Returns: whether the connection can be used on.
  func endReading() -> Bool {
    guard isInTransaction else { return true }
    return sqlite3_exec(handle, "COMMIT", nil, nil, nil) == SQLITE_OK
  }

  /// A statement of the program's text, prepared once.
  func prepare(_ sql: StaticString) throws(CallbookError) -> SQLStatement {
    if let known = statements[sql.utf8Start] {
      known.reset()
      return known
    }
    let statement = try compile(sql.description)
    statements[sql.utf8Start] = statement
    return statement
  }

  /// A statement put together from parts of the program's text, never from a caller's.
  func prepare(composed sql: String) throws(CallbookError) -> SQLStatement {
    if let known = composed[sql] {
      known.reset()
      return known
    }
    let statement = try compile(sql)
    composed[sql] = statement
    return statement
  }

  func execute(
    _ sql: StaticString, _ bind: (SQLStatement) -> Void = { _ in }
  ) throws(CallbookError) {
    let statement = try prepare(sql)
    defer { statement.reset() }
    bind(statement)
    while try statement.step() {}
  }

  func first<Value>(
    _ sql: StaticString, _ bind: (SQLStatement) -> Void,
    _ read: (SQLStatement) throws(CallbookError) -> Value
  ) throws(CallbookError) -> Value? {
    let statement = try prepare(sql)
    defer { statement.reset() }
    bind(statement)
    return try statement.step() ? try read(statement) : nil
  }

  func first<Value>(
    _ sql: StaticString, _ read: (SQLStatement) throws(CallbookError) -> Value
  ) throws(CallbookError) -> Value? {
    try first(sql, { _ in }, read)
  }

  func all<Value>(
    _ sql: StaticString, _ bind: (SQLStatement) -> Void = { _ in },
    _ read: (SQLStatement) throws(CallbookError) -> Value
  ) throws(CallbookError) -> [Value] {
    try all(prepare(sql), bind, read)
  }

  func all<Value>(
    _ statement: SQLStatement, _ bind: (SQLStatement) -> Void,
    _ read: (SQLStatement) throws(CallbookError) -> Value
  ) throws(CallbookError) -> [Value] {
    defer { statement.reset() }
    bind(statement)
    var values: [Value] = []
    while try statement.step() { values.append(try read(statement)) }
    return values
  }

  /// Runs several statements whose rows nobody wants.
  func execute(script: String) throws(CallbookError) {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else {
      throw SQLFailure.error(of: handle)
    }
  }

  private func compile(_ sql: String) throws(CallbookError) -> SQLStatement {
    var prepared: OpaquePointer?
    let persistent = UInt32(SQLITE_PREPARE_PERSISTENT)
    guard sqlite3_prepare_v3(handle, sql, -1, persistent, &prepared, nil) == SQLITE_OK,
      let prepared
    else { throw SQLFailure.error(of: handle) }
    return SQLStatement(prepared)
  }
}
