import CallbookModel
import Glibc

/// Room that is kept for opening the store when the disk has none left.
///
/// Without its shared memory (`-shm`, 32 KiB for each 16 MiB of log) SQLite cannot even read a store,
/// so a daemon that was stopped before the disk became full could not be started any more.
enum StartReserve {
  /// Several times what opening takes with the longest log.
  static let bytes: Int64 = 1 << 20

  /// Takes the room, when it was not taken before and there is that much.
  static func keep(in directory: StateDirectory) throws(CallbookError) {
    let path = path(in: directory)
    guard SystemCall.size(of: path) == nil else { return }
    let file = try SystemCall.open(path, O_WRONLY | O_CREAT)
    defer { close(file) }
    if posix_fallocate(file, 0, off_t(bytes)) != 0 { try SystemCall.remove(path) }
  }

  /// - Returns: whether there was any to give up.
  static func giveUp(in directory: StateDirectory) throws(CallbookError) -> Bool {
    guard SystemCall.size(of: path(in: directory)) != nil else { return false }
    try SystemCall.remove(path(in: directory))
    return true
  }

  private static func path(in directory: StateDirectory) -> String { directory.path + "/reserve" }
}
