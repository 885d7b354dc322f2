import CallbookTesting
import Glibc
import Testing

/// Stores on file systems that are, or become, read-only.
@Suite(.enabled(if: getuid() == 0, "only root can mount"))
struct ReadOnlyTests {
  private static let canLoop =
    access("/dev/loop-control", R_OK | W_OK) == 0 && access("/sbin/mkfs.ext4", X_OK) == 0

  /// Starts a daemon that has to end by itself.
  private func refusedStart(
    _ area: TestDirectory, _ space: MountSpace, _ directory: String
  ) throws -> (status: CInt, said: String) {
    unlink(area.file("output"))
    let daemon = try Daemon(in: area, wrapper: space.wrapper, stateDirectory: directory)
    try #require(try daemon.isReady() == false, "\(daemon.output)")
    return (daemon.status, daemon.output)
  }

  @Test func `a read-only store is refused with its cause, and left as it was`() throws {
    let area = try TestDirectory()
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady(), "\(daemon.output)")
    #expect(Client(area.socket)?.ask("contact.add", #"{"name":"Li Na"}"#)?.contains("c1") == true)
    // Killed, so that there is something to recover and to spoil.
    daemon.kill()
    let files = ["callbook.db", "callbook.db-wal", "continuity.log"]
    let before = files.map { bytes(of: area.file($0)) }
    let mount = area.file("mount")
    try #require(mkdir(mount, 0o700) == 0)
    defer { rmdir(mount) }
    let space = try MountSpace(in: area)
    try #require(
      try space.run("mount --bind \(area.path) \(mount); mount -o remount,bind,ro \(mount)"))
    for _ in 1...2 {
      let (status, said) = try refusedStart(area, space, mount)
      #expect(status == EX_CANTCREAT)
      #expect(said.contains("Read-only file system") && said.contains("findmnt -T"), "\(said)")
    }
    #expect(files.map { bytes(of: area.file($0)) } == before)
    let after = try Daemon(in: area)
    try #require(try after.isReady(), "\(after.output)")
    #expect(Client(area.socket)?.ask("contact.get", #"{"id":"c1"}"#)?.contains("Li Na") == true)
    #expect(after.stop() == 0)
  }

  /// As ext4 does after an error on its disk (`errors=remount-ro`).
  @Test(.enabled(if: canLoop, "there are no loop devices here"))
  func `a store that becomes read-only is read on, refuses changes, and is well after a repair`()
    throws
  {
    let area = try TestDirectory()
    let (image, mount) = (area.file("image"), area.file("mount"))
    try #require(mkdir(mount, 0o700) == 0)
    defer { rmdir(mount) }
    let space = try MountSpace(in: area)
    try #require(
      try space.run(
        "truncate -s 48M \(image); mkfs.ext4 -q -F \(image); mount -o loop \(image) \(mount)"),
      "\(space.said)")
    defer {
      // What a broken test left mounted goes with the namespace.
      _ = try? space.run("umount \(mount)")
    }
    let daemon = try Daemon(in: area, wrapper: space.wrapper, stateDirectory: mount)
    try #require(try daemon.isReady(), "\(daemon.output)")
    do {
      let client = try #require(Client(area.socket))
      func add(_ name: String) -> String {
        client.ask("contact.add", #"{"name":"\#(name)"}"#) ?? "gone"
      }
      #expect(add("kept").contains("c1"))
      try #require(try space.run("mount -o remount,abort \(mount)"), "\(space.said)")
      let first = add("in doubt")
      #expect(first.contains(#""committed":"unknown""#) && first.contains("hint"), "\(first)")
      let second = add("refused")
      #expect(second.contains("STORE_FAILING") && second.contains("restart"), "\(second)")
      #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("kept") == true)
      #expect(client.ask("contact.find", #"{"text":"kept"}"#)?.contains("c1") == true)
      #expect(client.ask("system.status")?.contains(#""store":"failed""#) == true)
      #expect(Client(area.socket)?.greeting.contains(#""state":"degraded""#) == true)
    }
    #expect(daemon.stop() == 0)
    let (status, said) = try refusedStart(area, space, mount)
    #expect(status == EX_CANTCREAT && said.contains("Read-only file system"), "\(said)")
    try #require(try space.run("umount \(mount); mount -o loop \(image) \(mount)"))
    let after = try Daemon(in: area, wrapper: space.wrapper, stateDirectory: mount)
    try #require(try after.isReady(), "\(after.output)")
    do {
      let client = try #require(Client(area.socket))
      #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("kept") == true)
      #expect(client.ask("contact.add", #"{"name":"now"}"#)?.contains("result") == true)
      #expect(client.ask("audit.verify")?.contains(#""problems":[]"#) == true)
    }
    #expect(after.stop() == 0)
  }
}
