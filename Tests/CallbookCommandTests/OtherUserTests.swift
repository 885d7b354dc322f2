import Glibc
import Testing

@testable import callbook

/// The command as another user's process: only root can start one.
@Suite(.needsDaemon, .enabled(if: geteuid() == 0, "only root can become other users"))
struct OtherUserTests {
  /// The shop's group in these tests; nobody needs to know it by name.
  private static let group: gid_t = 47_011

  @Test func `who is not in the group of the socket is told what an admin types`() throws {
    let daemon = try daemon(openTo: Self.group, mode: 0o660)
    let typed = try typed(["rpc", "ping"], daemon, uid: 4001, gid: 4001)
    #expect(typed.status == 77)
    #expect(typed.said.contains("you are not in the group #\(Self.group)"), "\(typed.said)")
    #expect(typed.said.contains("usermod --append --groups #\(Self.group) #4001"), "\(typed.said)")
    daemon.knowHolidays()
    let doctor = try self.typed(["doctor"], daemon, uid: 4001, gid: 4001)
    #expect(doctor.status == 1 && doctor.said.contains("not in the group"), "\(doctor.said)")
  }

  @Test func `who is on the list of the group since this login signs in again`() throws {
    // Of the user daemon, which every Debian has, the group 1 is the primary one.
    let daemon = try daemon(openTo: 1, mode: 0o660)
    let typed = try typed(["rpc", "ping"], daemon, uid: 1, gid: 4001)
    #expect(typed.status == 77)
    #expect(typed.said.contains("signed in before"), "\(typed.said)")
    #expect(typed.said.contains("try: newgrp daemon"), "\(typed.said)")
  }

  @Test func `a socket that is closed to its group too is not the group's fault`() throws {
    let daemon = try daemon(openTo: Self.group, mode: 0o600)
    let typed = try typed(["rpc", "ping"], daemon, uid: 4001, gid: Self.group)
    #expect(typed.status == 77)
    #expect(typed.said.contains("its permissions leave it to others"), "\(typed.said)")
  }

  @Test func `who is in the group and not on the staff list is told so`() throws {
    let daemon = try daemon(openTo: Self.group, mode: 0o660)
    let typed = try typed(["rpc", "ping"], daemon, uid: 4001, gid: Self.group)
    #expect(typed.status == 77)
    #expect(typed.said.contains("callbook staff add '#4001' --role agent"), "\(typed.said)")
    let doctor = try self.typed(["doctor"], daemon, uid: 4001, gid: Self.group)
    #expect(doctor.status == 1)
    #expect(doctor.said.contains("not on this shop's staff list"), "\(doctor.said)")
    #expect(daemon.typed("staff", "add", "#4001", "--role", "agent").status == .done)
    #expect(daemon.typed("backup", "create").status == .done)
    // Of this machine's clock and zone the doctor may think what it likes.
    let items = try self.typed(["doctor", "--jsonl"], daemon, uid: 4001, gid: Self.group).said
    for check in ["socket", "permission", "daemon", "staff", "store", "backup"] {
      #expect(items.contains(#"{"check":"\#(check)","state":"ok""#), "\(check): \(items)")
    }
  }

  private func daemon(openTo group: gid_t, mode: mode_t) throws -> TestDaemon {
    let daemon = try TestDaemon()
    try #require(chown(daemon.directory, 0, group) == 0 && chmod(daemon.directory, 0o755) == 0)
    try #require(chown(daemon.socket, 0, group) == 0 && chmod(daemon.socket, mode) == 0)
    return daemon
  }

  private func typed(
    _ words: [String], _ daemon: TestDaemon, uid: uid_t, gid: gid_t
  ) throws -> (status: CInt, said: String) {
    let command =
      "exec 2>&1; exec setpriv --reuid=\(uid) --regid=\(gid) --clear-groups env -u LC_ALL LANG=C \"$@\""
    let child = try Child(
      "/bin/sh",
      ["-c", command, "sh", TestDaemon.program("callbook"), "--socket", daemon.socket] + words,
      reading: STDOUT_FILENO)
    var said = ""
    while let line = child.line() { said += line + "\n" }
    return (child.wait(), said)
  }
}
