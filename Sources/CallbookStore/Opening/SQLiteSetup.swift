import CLogBuffer
import CSQLite

/// How SQLite is set up for the whole process, once and before its first use.
enum SQLiteSetup {
  /// Either may be refused, and does no harm then, only cost: the account of memory when something in
  /// the process used SQLite before.
  static let isDone: Bool = {
    let keepsNoAccount = callbook_sqlite_keep_no_memory_account() == SQLITE_OK
    let gathersLogWrites = callbook_gather_log_writes() == SQLITE_OK
    return keepsNoAccount && gathersLogWrites
  }()
}
