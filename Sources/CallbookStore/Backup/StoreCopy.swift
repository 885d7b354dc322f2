import CallbookModel
import GRDBSQLite
import Glibc

/// Copies the store as it is at one instant, while it is read and changed.
///
/// The source's connection holds a snapshot meanwhile: without it every commit would make SQLite begin
/// the copy anew, and a busy shop would never have one. The price is that the log cannot be started
/// anew until the copy is made.
enum StoreCopy {
  /// 1 MiB: between two steps it can be stopped.
  private static let stepPages: CInt = 256

  /// - Parameters:
  ///   - copied: called after each step.
  /// - Throws: `DRAINING` when it was stopped. What was written is left for the caller to remove.
  static func make(
    of path: String, at target: String, stop: StopFlag, copied: () -> Void = {}
  ) throws(CallbookError) {
    // SQLite would make it as readable as the umask lets it.
    close(try SystemCall.open(target, O_RDWR | O_CREAT | O_EXCL))
    let source = try SQLConnection(readingStoreAt: path)
    try source.execute("BEGIN")
    // The snapshot is taken by the first look.
    _ = try source.first("SELECT 1 FROM store") { $0.integer(0) }
    let copy = try SQLConnection(copyingTo: target)
    guard let backup = sqlite3_backup_init(copy.handle, "main", source.handle, "main") else {
      throw SQLFailure.error(of: copy.handle)
    }
    var code = SQLITE_OK
    while code == SQLITE_OK, !stop.isSet {
      code = sqlite3_backup_step(backup, stepPages)
      copied()
    }
    let end = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else {
      throw code == SQLITE_OK ? .stopping : SQLFailure.error(code: code)
    }
    guard end == SQLITE_OK else { throw SQLFailure.error(code: end) }
    // One file, without a log of its own beside it.
    try copy.execute(script: "PRAGMA journal_mode = DELETE")
  }
}

extension SQLConnection {
  /// Opens a connection to an empty file that takes a copy.
  fileprivate convenience init(copyingTo path: String) throws(CallbookError) {
    try self.init(opening: path, SQLITE_OPEN_READWRITE)
    // Nobody else knows the file; a copy that is not finished is thrown away, not rolled back.
    try execute(
      script:
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL")
  }
}
