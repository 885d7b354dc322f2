import CallbookModel
import Glibc

/// A path that can name a Unix socket, and the system calls about it.
struct SocketPath {
  /// `sun_path` of unix(7) holds 108 bytes, one of them the zero at the end.
  static let maximumBytes = 107

  let path: String

  init(_ path: String) throws(CallbookError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw CallbookError(.socketUnusable, "the socket's path is empty or holds a NUL")
    }
    guard path.utf8.count <= Self.maximumBytes else {
      throw CallbookError(
        .socketUnusable,
        "the socket's path has \(path.utf8.count) bytes; a Unix socket's may have"
          + " \(Self.maximumBytes)")
    }
    self.path = path
  }

  /// The directory that holds the socket.
  var directory: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What lies at the path: nil when nothing does. A symbolic link counts as itself.
  func status() -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  /// Calls bind(2) or connect(2). Returns 0 or the error number.
  func withAddress(
    _ call: (UnsafePointer<sockaddr>, socklen_t) -> CInt
  ) -> CInt {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    return result == 0 ? 0 : errno
  }
}
