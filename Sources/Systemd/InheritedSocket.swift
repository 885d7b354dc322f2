import CSystemd
import Glibc

/// A socket that systemd opened for this process: sd_listen_fds(3).
package struct InheritedSocket: Sendable, Equatable {
  /// `FileDescriptorName=` of the socket unit, else the unit's name.
  package let name: String
  package let descriptor: CInt

  /// SD_LISTEN_FDS_START.
  private static let firstDescriptor: CInt = 3

  /// All that are meant for this process, in the order of their descriptors; empty without
  /// `LISTEN_FDS` or when `LISTEN_PID` names another process.
  ///
  /// They are closed on exec(2) from here on, and the environment no longer names them: a second
  /// call finds none. Not safe beside other threads that read the environment.
  package static func takeAll() throws(SystemError) -> [InheritedSocket] {
    var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = callbook_take_inherited_sockets(&names)
    guard count >= 0 else { throw SystemError("sd_listen_fds_with_names", code: -count) }
    defer { free(names) }
    return (0..<count).map { index in
      let name = names?[Int(index)]
      defer { free(name) }
      return InheritedSocket(
        name: name.map { String(cString: $0) } ?? "", descriptor: firstDescriptor + index)
    }
  }

  /// Whether a stream server can accept on it, as `ListenStream=` with a path makes it.
  package func isUnixListener() throws(SystemError) -> Bool {
    let result = callbook_is_unix_listener(descriptor)
    guard result >= 0 else { throw SystemError("sd_is_socket_unix", code: -result) }
    return result > 0
  }
}
