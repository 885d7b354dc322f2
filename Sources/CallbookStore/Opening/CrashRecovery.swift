import CallbookModel
import Glibc

/// What must happen before SQLite opens a store that was not closed.
///
/// After a sync failed, the kernel may hold log frames in its page cache that are not on the disk,
/// and SQLite would recover from those and lose them at the next power cut. So the log is read into
/// a new file that is synced, and only then is it believed.
enum CrashRecovery {
  /// - Returns: whether there was anything to recover.
  static func rescueLog(in directory: StateDirectory) throws(CallbookError) -> Bool {
    guard let size = SystemCall.size(of: directory.log), size > 0 else { return false }
    let copy = directory.log + ".rescued"
    try copyFile(directory.log, to: copy)
    try SystemCall.rename(copy, to: directory.log)
    try SystemCall.remove(directory.sharedMemory)
    try SystemCall.syncDirectory(directory.path)
    return true
  }

  private static func copyFile(_ source: String, to target: String) throws(CallbookError) {
    let input = try SystemCall.open(source, O_RDONLY)
    defer { close(input) }
    let output = try SystemCall.open(target, O_WRONLY | O_CREAT | O_TRUNC)
    defer { close(output) }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemCall.failure("read", source) }
      guard count > 0 else { break }
      try SystemCall.write(Array(chunk[..<count]), to: output, path: target)
    }
    try SystemCall.sync(output, path: target)
  }
}
