import CallbookModel
import GRDBSQLite

/// A prepared statement of one connection.
///
/// Values are bound in the order of the statement's parameters and columns are read by their place.
/// It is reset when it is asked for again, and by every method here that steps it to its end.
final class SQLStatement {
  private let handle: OpaquePointer
  private var parameter: Int32 = 0

  init(_ handle: OpaquePointer) {
    self.handle = handle
  }

  deinit {
    sqlite3_finalize(handle)
  }

  func reset() {
    sqlite3_reset(handle)
    parameter = 0
  }

  /// - Returns: false when there is no further row.
  func step() throws(CallbookError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    default: throw SQLFailure.error(of: sqlite3_db_handle(handle))
    }
  }

  // MARK: Parameters

  func bind(_ value: Int64) {
    parameter += 1
    sqlite3_bind_int64(handle, parameter, value)
  }

  func bind(_ value: Int64?) {
    guard let value else { return bindNull() }
    bind(value)
  }

  func bind(_ value: Bool) { bind(value ? 1 : 0) }

  func bind(_ value: Instant?) { bind(value?.millisecondsSince1970) }

  func bind<Subject>(_ value: Identifier<Subject>?) { bind(value?.number) }

  func bind(_ value: String) {
    parameter += 1
    var text = value
    text.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      _ = sqlite3_bind_text64(
        handle, parameter, start ?? Self.noText, UInt64(bytes.count), Self.copied,
        UInt8(SQLITE_UTF8))
    }
  }

  func bind(_ value: String?) {
    guard let value else { return bindNull() }
    bind(value)
  }

  /// Text that is UTF-8 already.
  func bind(text bytes: [UInt8]) {
    parameter += 1
    bytes.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = sqlite3_bind_text64(
        handle, parameter, start ?? Self.noText, UInt64(bytes.count), Self.copied,
        UInt8(SQLITE_UTF8))
    }
  }

  func bind(_ value: some RawRepresentable<String>) { bind(value.rawValue) }

  func bind(_ value: [UInt8]) {
    parameter += 1
    _ = value.withUnsafeBytes { bytes in
      sqlite3_bind_blob64(handle, parameter, bytes.baseAddress, UInt64(bytes.count), Self.copied)
    }
  }

  func bind(_ value: [UInt8]?) {
    guard let value else { return bindNull() }
    bind(value)
  }

  func bind(_ value: UniqueID) {
    bind(value.bytes)
  }

  func bindNull() {
    parameter += 1
    sqlite3_bind_null(handle, parameter)
  }

  // MARK: Columns

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func integerOrNil(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  func boolean(_ column: Int32) -> Bool { integer(column) != 0 }

  func instant(_ column: Int32) -> Instant { Instant(millisecondsSince1970: integer(column)) }

  func identifier<Subject>(_ column: Int32) -> Identifier<Subject> { Identifier(integer(column)) }

  func identifierOrNil<Subject>(_ column: Int32) -> Identifier<Subject>? {
    integerOrNil(column).map { Identifier($0) }
  }

  func text(_ column: Int32) -> String { textOrNil(column) ?? "" }

  func textOrNil(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  func blobOrNil(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : blob(column) }

  func uniqueID(_ column: Int32) -> UniqueID { UniqueID(bytes: blob(column)) }

  /// A word of a closed set, which a CHECK of the schema holds to its members.
  func word<Word: RawRepresentable<String>>(_ column: Int32) throws(CallbookError) -> Word {
    guard let word = Word(rawValue: text(column)) else {
      throw CallbookError(.storeCorrupt, "the store holds a word that this program does not know")
    }
    return word
  }

  /// SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// An empty text has a place all the same, or SQLite takes it for null.
  private static var noText: UnsafePointer<CChar> {
    UnsafeRawPointer(StaticString("").utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
