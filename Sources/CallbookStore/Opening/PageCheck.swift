import CallbookModel
import Glibc
import Synchronization

/// Looks at every page of a store that was recovered from a crash.
///
/// That takes seconds where there are a million contacts, and minutes where nothing of them is in
/// memory yet. So reads are answered meanwhile, and only changes wait: nothing is written to a store
/// that may be damaged. A file in the state directory says that a check is due, until one has ended
/// well: the log, which says the same, is emptied before.
final class PageCheck: Sendable {
  private enum State {
    case due, running, cutShort, done
  }

  private let path: String
  private let state: Mutex<State>

  init(in directory: StateDirectory) {
    path = Self.path(in: directory)
    state = Mutex(SystemCall.size(of: path) == nil ? .done : .due)
  }

  /// Has this and every further start look, until a check has ended well.
  static func makeDue(in directory: StateDirectory) throws(CallbookError) {
    close(try SystemCall.open(path(in: directory), O_WRONLY | O_CREAT))
  }

  /// Whether changes wait for it.
  var isPending: Bool { state.withLock { $0 == .due || $0 == .running } }

  /// - Returns: false when it was cut short, so that it stays due.
  /// - Throws: `STORE_CORRUPT`.
  func perform(_ sql: SQLConnection) throws(CallbookError) -> Bool {
    guard begin() else { return state.withLock { $0 == .done } }
    do throws(CallbookError) {
      // Without the tables' CHECKs, which are two thirds of the work: they say what may be written,
      // and were asked then. What a crash can do is to the pages.
      try sql.execute("PRAGMA ignore_check_constraints = ON")
      let verdict = try sql.first("PRAGMA quick_check(1)") { $0.text(0) }
      try sql.execute("PRAGMA ignore_check_constraints = OFF")
      guard verdict == "ok" else {
        throw CallbookError(
          .storeCorrupt, "the store is damaged; restore a backup",
          hint: "sqlite3 callbook.db 'PRAGMA integrity_check'")
      }
    } catch {
      guard end() else { return false }
      throw error
    }
    guard end() else { return false }
    try SystemCall.remove(path)
    return true
  }

  /// For a stop, which does not wait for it.
  ///
  /// - Parameter interrupt: ends the statement that runs; only called while none but the check's can.
  func cutShort(_ interrupt: () -> Void) {
    state.withLock { state in
      if state == .running { interrupt() }
      if state != .done { state = .cutShort }
    }
  }

  private func begin() -> Bool {
    state.withLock { state in
      guard state == .due else { return false }
      state = .running
      return true
    }
  }

  /// - Returns: false when it was cut short.
  private func end() -> Bool {
    state.withLock { state in
      guard state == .running else { return false }
      state = .done
      return true
    }
  }

  private static func path(in directory: StateDirectory) -> String { directory.path + "/unchecked" }
}
