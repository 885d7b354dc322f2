import Glibc
import Systemd

/// Files as the configuration needs them: small, read whole.
enum TextFile {
  /// - Returns: nil when there is no such file.
  /// - Throws: `EFBIG` beyond the limit, `EILSEQ` for what is not UTF-8, else what open(2) and
  ///   read(2) say.
  static func text(of path: String, atMost limit: Int) throws(SystemError) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      guard code == ENOENT || code == ENOTDIR else { throw SystemError("open", code: code) }
      return nil
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 {
        let code = errno
        guard code == EINTR else { throw SystemError("read", code: code) }
        continue
      }
      guard count > 0 else { break }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw SystemError("read", code: EFBIG) }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SystemError("read", code: EILSEQ)
    }
    return text
  }

  /// The names in a directory, sorted by their bytes; none when there is no such directory.
  static func names(in path: String) throws(SystemError) -> [String] {
    guard let directory = opendir(path) else {
      let code = errno
      guard code == ENOENT || code == ENOTDIR else { throw SystemError("opendir", code: code) }
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
