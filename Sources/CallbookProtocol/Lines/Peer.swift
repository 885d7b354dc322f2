/// Who is at the other end of a connection, as the kernel says.
package struct Peer: Sendable, Equatable {
  /// The process that connected; it may have ended or passed the connection on since.
  package let pid: Int32
  package let uid: UInt32
  package let gid: UInt32
  /// The supplementary groups at the time of the connection.
  package let groups: [UInt32]

  package init(pid: Int32, uid: UInt32, gid: UInt32, groups: [UInt32]) {
    self.pid = pid
    self.uid = uid
    self.gid = gid
    self.groups = groups
  }
}
