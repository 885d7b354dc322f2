import CSQLite

/// How SQLite is set up for the whole process, once and before its first use.
enum SQLiteSetup {
  /// Refused (`SQLITE_MISUSE`) when something in the process used SQLite before: then it keeps account
  /// of its memory, which is slower and does no harm.
  static let isDone: Bool = callbook_sqlite_keep_no_memory_account() == SQLITE_OK
}
