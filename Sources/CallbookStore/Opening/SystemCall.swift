import CallbookModel
import Glibc

/// The file operations that durability rests on, with errors that name the file and the cause.
enum SystemCall {
  static func open(_ path: String, _ flags: CInt, mode: mode_t = 0o600) throws(CallbookError)
    -> CInt
  {
    let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure("open", path) }
    return descriptor
  }

  static func write(_ bytes: [UInt8], to descriptor: CInt, path: String) throws(CallbookError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write", path) }
      written += count
    }
  }

  /// - Returns: an empty list at the end of the file.
  static func read(
    _ descriptor: CInt, atMost limit: Int, path: String
  ) throws(CallbookError) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: limit)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read", path) }
      return Array(chunk[..<count])
    }
  }

  static func sync(_ descriptor: CInt, path: String) throws(CallbookError) {
    guard fsync(descriptor) == 0 else { throw failure("sync", path) }
  }

  /// Makes a rename or a new file in the directory survive a power cut.
  static func syncDirectory(_ path: String) throws(CallbookError) {
    let descriptor = try open(path, O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    try sync(descriptor, path: path)
  }

  static func rename(_ old: String, to new: String) throws(CallbookError) {
    guard Glibc.rename(old, new) == 0 else { throw failure("rename", old) }
  }

  /// Removes a file; one that is not there is fine.
  static func remove(_ path: String) throws(CallbookError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
  }

  /// In bytes; nil when there is no such file.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  static func failure(_ action: String, _ path: String) -> CallbookError {
    let code = errno
    let cause = String(cString: strerror(code))
    let reason: Reason =
      switch code {
      case ENOSPC, EDQUOT: .diskFull
      case EIO: .storeFailing
      default: .storeUnwritable
      }
    let hint =
      code == EROFS ? "findmnt -T \(path)" : "ls -ld \(path) && id && df -h \(path)"
    return CallbookError(reason, "cannot \(action) \(path): \(cause)", hint: hint)
  }
}
