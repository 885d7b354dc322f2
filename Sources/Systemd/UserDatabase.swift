import Glibc

/// The accounts of this machine (nsswitch.conf: files, LDAP, systemd's own).
///
/// A look-up may ask the network; it does not belong on an event loop's hot path.
package enum UserDatabase {
  package static var ownUID: UInt32 { geteuid() }
  package static var ownGID: UInt32 { getegid() }

  /// - Returns: nil when the uid has no account.
  package static func account(uid: UInt32) throws(SystemError) -> UserAccount? {
    try lookUp("getpwuid_r") { entry, buffer, size, found in
      getpwuid_r(uid, entry, buffer, size, found)
    }
  }

  /// - Returns: nil when there is no account of this name.
  package static func account(named name: String) throws(SystemError) -> UserAccount? {
    try lookUp("getpwnam_r") { entry, buffer, size, found in
      getpwnam_r(name, entry, buffer, size, found)
    }
  }

  private typealias LookUp = (
    UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
    UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
  ) -> CInt

  /// An entry of a directory service may be longer than sysconf(3) promises; none is this long.
  private static let mostBytes = 1 << 20

  private static func lookUp(_ call: String, _ body: LookUp) throws(SystemError) -> UserAccount? {
    var size = 1024
    while size <= mostBytes {
      let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: size)
      defer { buffer.deallocate() }
      var entry = passwd()
      var found: UnsafeMutablePointer<passwd>?
      let code = body(&entry, buffer, size, &found)
      switch code {
      case 0: return found.map { UserAccount($0.pointee) }
      // getpwnam(3): what an implementation may say instead of "not found".
      case ENOENT, ESRCH, EBADF, EPERM: return nil
      case EINTR: continue
      case ERANGE: size *= 4
      default: throw SystemError(call, code: code)
      }
    }
    throw SystemError(call, code: ERANGE)
  }
}
