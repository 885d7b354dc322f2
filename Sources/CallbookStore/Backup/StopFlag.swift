import GRDBSQLite
import Synchronization

/// Says to long work on a thread of its own that the store is being closed.
final class StopFlag: Sendable {
  private let flag = Atomic(false)

  func set() { flag.store(true, ordering: .relaxed) }
  var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Has the connection's statements end with an error once the flag is set. The flag must outlive
  /// the connection.
  func interrupt(_ sql: SQLConnection) {
    sqlite3_progress_handler(
      sql.handle, Self.instructions,
      { flag in
        guard let flag else { return 0 }
        return Unmanaged<StopFlag>.fromOpaque(flag).takeUnretainedValue().isSet ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Some milliseconds of SQLite's work.
  private static let instructions: CInt = 20_000
}
