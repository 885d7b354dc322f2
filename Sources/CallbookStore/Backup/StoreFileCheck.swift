import CallbookModel
import GRDBSQLite
import Glibc

/// What a look at every page and every entry of a store's file found.
struct StoreFileCheck {
  /// Whose history it is.
  let instance: UniqueID
  let verdict: LedgerVerdict

  /// Checks a file that nobody writes. Nothing beside it is made or changed.
  ///
  /// - Parameter heads: entries of the ledger that are known from elsewhere, for an instance.
  /// - Throws: `STORE_CORRUPT` when it is damaged or no store, `STORE_NEWER`.
  init(
    _ path: String, heads: (UniqueID) throws(CallbookError) -> [LedgerTail], stop: StopFlag
  ) throws(CallbookError) {
    try StoreHeader.check(path, O_RDONLY)
    let sql = try SQLConnection(inspecting: path)
    stop.interrupt(sql)
    do throws(CallbookError) {
      try Self.checkPages(sql)
      try self.init(ledgerOf: sql, heads: heads)
    } catch {
      throw stop.isSet ? .stopping : error
    }
  }

  /// The ledger alone, on a connection to a store that nobody else changes.
  init(
    ledgerOf sql: SQLConnection, heads: (UniqueID) throws(CallbookError) -> [LedgerTail]
  ) throws(CallbookError) {
    guard let instance = try sql.first("SELECT instance FROM store", { $0.uniqueID(0) }) else {
      throw CallbookError(.storeCorrupt, "the file holds no register")
    }
    self.instance = instance
    let tail = try LedgerTail.newest(in: sql)
    // What is known of later entries says nothing against an earlier copy.
    let known = try heads(instance).filter { $0.seq <= tail.seq }
    try sql.execute("BEGIN")
    verdict = try ReadTransaction(sql, ReadingMemory { _ in nil }).verifyLedger(heads: known)
    _ = sql.endReading()
  }

  /// - Throws: `STORE_CORRUPT`.
  static func checkPages(_ sql: SQLConnection) throws(CallbookError) {
    let tables = try sql.first(
      "SELECT count(*) FROM sqlite_schema WHERE name IN ('store', 'ledger', 'detail', 'contact')"
    ) { $0.integer(0) }
    guard tables == 4 else {
      throw CallbookError(.storeCorrupt, "the file is a database, but no register of Callbook")
    }
    guard try sql.first("PRAGMA integrity_check(1)", { $0.text(0) }) == "ok" else {
      throw CallbookError(.storeCorrupt, "the file is damaged")
    }
  }
}

extension SQLConnection {
  /// Opens a file that does not change: no lock is taken, no log is looked for.
  convenience init(inspecting path: String) throws(CallbookError) {
    var uri: [UInt8] = Array("file:".utf8)
    for byte in path.utf8 {
      // What has a meaning in a URI: % ? #
      if [0x25, 0x3F, 0x23].contains(byte) {
        uri += "%\(hexText([byte]))".utf8
      } else {
        uri.append(byte)
      }
    }
    uri += "?immutable=1".utf8
    try self.init(
      opening: String(decoding: uri, as: UTF8.self), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
    try execute(script: ReadPragmas.script)
  }
}
