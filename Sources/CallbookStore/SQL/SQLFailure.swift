import CallbookModel
import GRDBSQLite

/// What SQLite's result codes mean to a caller. SQLite's own texts can quote values: they stay here.
enum SQLFailure {
  static func error(of connection: OpaquePointer?) -> CallbookError {
    error(code: sqlite3_extended_errcode(connection))
  }

  /// SQLITE_IOERR_SHMSIZE, a macro that Swift does not see.
  private static let noRoomToShare = SQLITE_IOERR | 19 << 8

  static func error(code: CInt) -> CallbookError {
    // The shared memory is a file too; what keeps it from growing is want of room.
    guard code != noRoomToShare else { return error(code: SQLITE_FULL) }
    return switch code & 0xFF {
    case SQLITE_FULL:
      CallbookError(
        .diskFull, "the disk is full; nothing was changed",
        hint: "df -h")
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM:
      CallbookError(
        .storeFailing, "the disk under the store failed (SQLite code \(code))",
        hint: "journalctl -t callbookd -p err -n 20")
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      CallbookError(
        .storeCorrupt, "the store is damaged (SQLite code \(code)); restore a backup",
        hint: "sqlite3 callbook.db 'PRAGMA integrity_check'")
    case SQLITE_BUSY, SQLITE_LOCKED:
      CallbookError(.queueFull, "the store is busy (SQLite code \(code)); try again")
    default:
      CallbookError(.internal, "the store refused (SQLite code \(code)); this is a bug")
    }
  }
}
