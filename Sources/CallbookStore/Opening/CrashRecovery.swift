import CallbookModel
import Glibc

/// What must happen before SQLite opens a store that was not closed.
///
/// After a sync failed, the kernel may hold log frames in its page cache that are not on the disk,
/// and SQLite would recover from those and lose them at the next power cut. So the log is read into
/// a new file that is synced, and only then is it believed.
enum CrashRecovery {
  /// - Returns: whether there was anything to recover.
  static func rescueLog(
    in directory: StateDirectory, _ opening: (OpeningStep) -> Void = { _ in }
  ) throws(CallbookError) -> Bool {
    guard let size = SystemCall.size(of: directory.log), size > 0 else { return false }
    let copy = directory.log + ".rescued"
    let note = { (copied: Int) in opening(.rescuingLog(copiedBytes: copied, of: size)) }
    do throws(CallbookError) {
      try copyFile(directory.log, to: copy, O_CREAT | O_TRUNC, note)
      try SystemCall.rename(copy, to: directory.log)
    } catch {
      guard error.reason == .diskFull else { throw error }
      // Without room for a copy the log is written over itself, which needs none. Every byte becomes
      // the one that is there: a crash in between leaves nothing that was not there before.
      try SystemCall.remove(copy)
      try copyFile(directory.log, to: directory.log, 0, note)
    }
    try SystemCall.remove(directory.sharedMemory)
    try SystemCall.syncDirectory(directory.path)
    return true
  }

  private static func copyFile(
    _ source: String, to target: String, _ flags: CInt, _ note: (Int) -> Void
  ) throws(CallbookError) {
    let input = try SystemCall.open(source, O_RDONLY)
    defer { close(input) }
    try SystemCall.copy(input, named: source, to: target, flags, note)
  }
}
