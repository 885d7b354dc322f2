import CallbookTesting
import Foundation
import Glibc
import Testing

@testable import Systemd

@Suite struct PeerCredentialsTests {
  @Test func `a socket pair's peer is this process`() throws {
    var ends: [CInt] = [-1, -1]
    try #require(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends) == 0)
    defer { ends.forEach { close($0) } }
    var groups = [gid_t](repeating: 0, count: 1_024)
    let count = try #require(Int(exactly: getgroups(CInt(groups.count), &groups)))
    let peer = try PeerCredentials.read(fromSocket: ends[0])
    #expect(peer.pid == getpid())
    #expect(peer.uid == geteuid())
    #expect(peer.gid == getegid())
    #expect(Set(peer.groups) == Set(groups.prefix(count)))
  }

  @Test func `what is no socket is an error that names the call`() throws {
    var ends: [CInt] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let expected = SystemError("getsockopt(SO_PEERCRED)", code: ENOTSOCK)
    #expect(throws: expected) { try PeerCredentials.read(fromSocket: ends[0]) }
  }

  @Test(.enabled(if: geteuid() == 0, "needs root to become another user"))
  func `another user is seen with all groups`() throws {
    let directory = try TestDirectory()
    let path = "\(directory.path)/peer.sock"
    let listener = try UnixSocket(SOCK_STREAM, boundTo: path)
    try #require(chmod(directory.path, 0o755) == 0 && chmod(path, 0o666) == 0)
    try listener.startListening()
    let groups = (5_001...5_040).map(UInt32.init)
    let child = try connect(to: path, uid: 4_001, gid: 4_002, groups: groups)
    let connection = try listener.acceptOne()
    defer { close(connection) }
    let peer = try PeerCredentials.read(fromSocket: connection)
    #expect(peer.pid == child.processIdentifier)
    #expect((peer.uid, peer.gid) == (4_001, 4_002))
    #expect(peer.groups == groups)
    // Less room than groups: the kernel says how much is needed.
    #expect(try PeerCredentials.readGroups(fromSocket: connection, room: 0) == groups)
    #expect(try PeerCredentials.readGroups(fromSocket: connection, room: 39) == groups)
    #expect(try PeerCredentials.readGroups(fromSocket: connection, room: 40) == groups)
    child.waitUntilExit()
    #expect(child.terminationStatus == 0)
  }

  /// setpriv and perl-base are essential packages of Debian.
  private func connect(to path: String, uid: Int, gid: Int, groups: [UInt32]) throws -> Process {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
    child.arguments = [
      "--reuid=\(uid)", "--regid=\(gid)",
      "--groups=\(groups.map(String.init).joined(separator: ","))",
      "/usr/bin/perl", "-MSocket", "-e",
      "socket(S, AF_UNIX, SOCK_STREAM, 0) && connect(S, sockaddr_un($ARGV[0])) or die $!", path,
    ]
    try child.run()
    return child
  }
}
