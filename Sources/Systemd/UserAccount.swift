import Glibc

/// One line of passwd(5).
package struct UserAccount: Sendable, Equatable {
  package let name: String
  package let uid: UInt32
  package let gid: UInt32

  init(_ entry: passwd) {
    name = String(cString: entry.pw_name)
    uid = entry.pw_uid
    gid = entry.pw_gid
  }
}
