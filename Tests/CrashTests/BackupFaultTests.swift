import CallbookTesting
import Glibc
import Testing

/// A backup on a disk that has no room, or fails when it is told to keep what was written.
struct BackupFaultTests {
  private func files(in area: TestDirectory, _ folder: String) throws -> String {
    let list = area.file("list")
    unlink(list)
    try Program(["ls", "\(folder)/backups"], output: list).wait()
    return text(of: list)
  }

  @Test(.enabled(if: getuid() == 0, "only root can mount"))
  func `without room there is no backup, nothing of one, and changes go on`() throws {
    let area = try TestDirectory()
    let mount = area.file("mount")
    try #require(mkdir(mount, 0o700) == 0)
    let space = try MountSpace(in: area)
    #expect(try space.run("mount -t tmpfs -o size=4m tmpfs \(mount)"), "\(space.said)")
    let daemon = try Daemon(in: area, wrapper: space.wrapper, stateDirectory: mount)
    try #require(try daemon.isReady(), "\(daemon.output)")
    do {
      let client = try #require(Client(area.socket))
      #expect(client.ask("contact.add", #"{"name":"A"}"#)?.contains("c1") == true)
      #expect(client.ask("backup.create")?.contains(#""took_ms""#) == true)
      // All but what a change needs.
      let room = "$(( $(df --output=avail -k \(mount) | tail -1) - 160 ))"
      #expect(try space.run("head -c \(room)K /dev/zero > \(mount)/filler"), "\(space.said)")
      let reply = client.ask("backup.create") ?? "gone"
      #expect(reply.contains("DISK_FULL") && reply.contains("no backup was made"), "\(reply)")
      #expect(reply.contains("df -h") && reply.contains(#""committed":"no""#), "\(reply)")
      #expect(client.ask("contact.add", #"{"name":"B"}"#)?.contains("c2") == true)
      #expect(try space.run("[ $(ls \(mount)/backups | grep -c .) = 2 ]"), "\(space.said)")
      #expect(try space.run("rm \(mount)/filler"))
      #expect(client.ask("backup.create")?.contains(#""took_ms""#) == true)
    }
    #expect(daemon.stop() == 0)
    #expect(daemon.output.contains("no backup was made: "), "\(daemon.output)")
  }

  @Test(
    .enabled(if: access("/usr/bin/strace", X_OK) == 0, "strace is not installed"),
    arguments: ["unfinished", "", "checks"])
  func `a copy that does not reach the disk is no backup`(_ file: String) throws {
    let area = try TestDirectory()
    let folder = area.file("backups")
    try #require(mkdir(folder, 0o700) == 0)
    let path = file.isEmpty ? folder : "\(folder)/\(file)"
    if file == "unfinished" { try write([], to: path) }
    if file == "checks" { try write([], to: path + ".new") }
    let daemon = try Daemon(
      in: area,
      wrapper: [
        "strace", "-f", "-qq", "-o", area.file("trace"), "-P",
        file == "checks" ? path + ".new" : path, "-e", "inject=fsync,fdatasync:error=EIO",
      ])
    try #require(try daemon.isReady(), "\(daemon.output)")
    do {
      let client = try #require(Client(area.socket))
      #expect(client.ask("contact.add", #"{"name":"A"}"#)?.contains("c1") == true)
      let reply = client.ask("backup.create") ?? "gone"
      #expect(reply.contains("STORE_FAILING") && reply.contains("no backup was made"), "\(reply)")
      #expect(client.ask("backup.list")?.contains(#""items":[]"#) == true)
      #expect(client.ask("system.status")?.contains(#""store":"ready""#) == true)
      #expect(client.ask("contact.add", #"{"name":"B"}"#)?.contains("c2") == true)
    }
    #expect(daemon.stop() == 0)
    #expect(try files(in: area, area.path).contains("Z-") == false)
  }
}
