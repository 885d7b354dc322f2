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

  /// Makes a directory for the daemon's user alone; one that is there is fine.
  static func makeDirectory(_ path: String) throws(CallbookError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("make", path) }
  }

  /// What lies in a directory; nothing when there is none.
  static func names(in path: String) throws(CallbookError) -> [String] {
    guard let directory = opendir(path) else {
      guard errno == ENOENT else { throw failure("read", path) }
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a directory with the files in it; one that is not there is fine.
  static func removeDirectory(_ path: String) throws(CallbookError) {
    for name in try names(in: path) { try remove("\(path)/\(name)") }
    guard rmdir(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
  }

  /// Copies what is left to be read into a file, which is synced then.
  static func copy(
    _ input: CInt, named source: String, to target: String, _ flags: CInt,
    _ note: (_ copied: Int) -> Void = { _ in }
  ) throws(CallbookError) {
    let output = try open(target, O_WRONLY | flags)
    defer { close(output) }
    var copied = 0
    while true {
      note(copied)
      let chunk = try read(input, atMost: 1 << 20, path: source)
      guard !chunk.isEmpty else { break }
      try write(chunk, to: output, path: target)
      copied += chunk.count
    }
    try sync(output, path: target)
  }

  static func text(of path: String) throws(CallbookError) -> String {
    let descriptor = try open(path, O_RDONLY)
    defer { close(descriptor) }
    var text: [UInt8] = []
    while true {
      let chunk = try read(descriptor, atMost: 65_536, path: path)
      guard !chunk.isEmpty else { return String(decoding: text, as: UTF8.self) }
      text += chunk
    }
  }

  /// Has what was written to a file, by whomever, reach the disk.
  static func syncFile(_ path: String) throws(CallbookError) {
    let descriptor = try open(path, O_RDONLY)
    defer { close(descriptor) }
    try sync(descriptor, path: path)
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
