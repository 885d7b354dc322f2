package import CallbookModel
import Glibc

/// The directory that holds the store, locked for as long as this value lives.
///
/// The lock is taken before anything in the directory is looked at, so a second daemon touches nothing.
package final class StateDirectory: Sendable {
  package let path: String
  private let lock: CInt

  /// Makes the directory (0700) when it is missing, and locks it.
  ///
  /// - Throws: `STORE_IN_USE` when another process holds it, `STORE_UNWRITABLE` when it cannot be used.
  package init(locking path: String) throws(CallbookError) {
    self.path = path
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw SystemCall.failure("make the state directory", path)
    }
    guard access(path, R_OK | W_OK | X_OK) == 0 else {
      throw SystemCall.failure("use the state directory", path)
    }
    lock = try SystemCall.open(path + "/lock", O_RDWR | O_CREAT)
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw CallbookError(
        .storeInUse, "another callbookd works on the store in \(path)",
        hint: "fuser -v \(path)/lock")
    }
  }

  deinit {
    // Said aloud: a child that another thread has forked and that has not yet become its program
    // shares the descriptor, and closing alone would leave the lock with it.
    flock(lock, LOCK_UN)
    close(lock)
  }

  /// SQLite makes its files as readable as the umask lets it, and the log as readable as the store.
  func makeStorePrivate() throws(CallbookError) {
    close(try SystemCall.open(store, O_RDWR | O_CREAT))
  }

  package var store: String { path + "/callbook.db" }
  var log: String { store + "-wal" }
  var sharedMemory: String { store + "-shm" }
  var continuity: String { path + "/continuity.log" }
  package var backups: String { path + "/backups" }
  /// Stores that a restore put aside, each in a directory of its own.
  package var replaced: String { path + "/replaced" }
}
