import CSystemd
import Glibc

/// Who is at the other end of a Unix socket, as the kernel saw them at connect(2).
package struct PeerCredentials: Sendable, Equatable {
  package let pid: Int32
  package let uid: UInt32
  package let gid: UInt32
  /// The supplementary groups; `gid` need not be among them.
  package let groups: [UInt32]

  /// As many as most processes have; more cost a second call.
  private static let usualGroups = 32

  /// Reads SO_PEERCRED and SO_PEERGROUPS (Linux 4.13).
  package static func read(fromSocket fd: CInt) throws(SystemError) -> PeerCredentials {
    var pid: Int32 = 0
    var uid: UInt32 = 0
    var gid: UInt32 = 0
    let result = callbook_peer_credentials(fd, &pid, &uid, &gid)
    guard result == 0 else { throw SystemError("getsockopt(SO_PEERCRED)", code: -result) }
    let groups = try readGroups(fromSocket: fd, room: usualGroups)
    return PeerCredentials(pid: pid, uid: uid, gid: gid, groups: groups)
  }

  static func readGroups(fromSocket fd: CInt, room: Int) throws(SystemError) -> [UInt32] {
    var groups = [UInt32](repeating: 0, count: room)
    var count = UInt32(room)
    var result = callbook_peer_groups(fd, &groups, &count)
    if result == -ERANGE {
      groups = [UInt32](repeating: 0, count: Int(count))
      result = callbook_peer_groups(fd, &groups, &count)
    }
    guard result == 0 else { throw SystemError("getsockopt(SO_PEERGROUPS)", code: -result) }
    return Array(groups.prefix(Int(count)))
  }
}
