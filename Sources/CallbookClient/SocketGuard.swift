import Glibc

/// What keeps a user from a socket: the socket itself, or a directory on the way to it.
package struct SocketGuard: Sendable, Equatable {
  /// The one that says no, or the socket when none does.
  package let path: String
  package let mode: UInt32
  /// Of its group; the number where the group has no name.
  package let group: String
  /// Whether being in that group opens it.
  package let isForGroup: Bool
  package let membership: SocketMembership
  /// Who runs this; the number where the user has no name.
  package let user: String

  /// - Returns: nil when not even the root directory can be looked at.
  package init?(_ socket: String) {
    guard let (path, found) = Self.furthest(socket) else { return nil }
    self.path = path
    mode = found.st_mode & 0o7777
    let isDirectory = found.st_mode & S_IFMT == S_IFDIR
    isForGroup = mode & (isDirectory ? 0o010 : 0o020) != 0
    let entry = getgrgid(found.st_gid)
    group = entry.flatMap { $0.pointee.gr_name }.map { String(cString: $0) } ?? "#\(found.st_gid)"
    let account = getpwuid(geteuid())
    let name = account.flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
    user = name ?? "#\(geteuid())"
    let isListed =
      account.map { $0.pointee.pw_gid == found.st_gid } ?? false
      || name.map { Self.members(entry).contains($0) } ?? false
    membership = Self.holds(found.st_gid) ? .now : isListed ? .later : .never
  }

  /// The last thing on the way to the socket that can be looked at.
  private static func furthest(_ socket: String) -> (String, stat)? {
    var path = socket
    while !path.isEmpty {
      var found = stat()
      if stat(path, &found) == 0 { return (path, found) }
      guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    return nil
  }

  private static func members(_ entry: UnsafeMutablePointer<group>?) -> [String] {
    var names: [String] = []
    var next = entry?.pointee.gr_mem
    while let name = next?.pointee {
      names.append(String(cString: name))
      next = next?.advanced(by: 1)
    }
    return names
  }

  private static func holds(_ group: gid_t) -> Bool {
    if getegid() == group { return true }
    let count = getgroups(0, nil)
    guard count > 0 else { return false }
    var groups = [gid_t](repeating: 0, count: Int(count))
    return getgroups(count, &groups) > 0 && groups.contains(group)
  }
}
