import CallbookTesting
import Glibc
import Testing

/// A real file system without room: a tmpfs of one and a half MiB in a mount namespace of the test's.
@Suite(.enabled(if: getuid() == 0, "only root can mount"))
struct FullDiskTests {
  @Test func `a full disk refuses changes clearly, reads go on, and it heals without a restart`()
    throws
  {
    let area = try TestDirectory()
    let mount = area.file("mount")
    try #require(mkdir(mount, 0o700) == 0)
    // The filler is a file beside the store that the test makes the shell remove.
    let script = """
      mount -t tmpfs -o size=2048k tmpfs \(mount) || exit 90
      ( while [ ! -e \(area.file("heal")) ]; do read -t 0.02 <> <(:) ; done; rm -f \(mount)/filler ) &
      head -c 600000 /dev/zero > \(mount)/filler
      exec "$0" "$@"
      """
    let daemon = try Daemon(
      in: area, wrapper: ["unshare", "-m", "bash", "-c", script], stateDirectory: mount)
    try #require(try daemon.isReady(), "\(daemon.output)")
    let client = try #require(Client(area.socket))
    let notes = String(repeating: "x", count: 3000)
    func add(_ number: Int) -> String {
      client.ask("contact.add", #"{"name":"N\#(number)","notes":"\#(notes)"}"#) ?? "gone"
    }
    var reply = ""
    var count = 0
    while count < 2000 {
      reply = add(count)
      guard reply.contains("result") else { break }
      count += 1
    }
    #expect(count > 3)
    #expect(reply.contains("DISK_FULL") && reply.contains(#""committed":"no""#), "\(reply)")
    #expect(reply.contains(#""retryable":true"#))
    #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("N0") == true)
    #expect(client.ask("system.status")?.contains("disk full") == true)
    try write([], to: area.file("heal"))
    // The shell needs a moment to make room.
    for _ in 0..<500 where !reply.contains("result") {
      reply = add(count)
      _ = poll(nil, 0, 10)
    }
    #expect(reply.contains("result"), "\(reply)")
    #expect(client.ask("system.status")?.contains(#""store":"ready""#) == true)
    #expect(client.ask("audit.verify")?.contains(#""problems":[]"#) == true)
    daemon.program.send(SIGTERM)
    daemon.program.wait()
    rmdir(mount)
  }

  @Test func `a daemon that starts without any room answers reads, and heals`() throws {
    let area = try TestDirectory()
    let mount = area.file("mount")
    try #require(mkdir(mount, 0o700) == 0)
    // The shell ends the first daemon, fills what that one has left free, and becomes the second.
    let script = """
      mount -t tmpfs -o size=4m tmpfs \(mount) || exit 90
      head -c 2000000 /dev/zero > \(mount)/filler
      await() { while [ ! -e "$1" ]; do read -t 0.02 <> <(:) ; done; }
      "$0" "$@" & first=$!
      await \(area.file("full")); kill $first; wait $first
      cat /dev/zero > \(mount)/rest
      ( await \(area.file("heal")); rm \(mount)/filler ) &
      exec "$0" "$@"
      """
    let daemon = try Daemon(
      in: area, wrapper: ["unshare", "-m", "bash", "-c", script], stateDirectory: mount)
    try #require(try daemon.isReady(), "\(daemon.output)")
    do {
      let client = try #require(Client(area.socket))
      while add(to: client).contains("result") {}
    }
    try write([], to: area.file("full"))
    try #require(try daemon.isReady(), "\(daemon.output)")
    let client = try #require(Client(area.socket))
    #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains(#""name":"N""#) == true)
    #expect(client.ask("system.status")?.contains("disk full") == true)
    var reply = add(to: client)
    #expect(reply.contains("DISK_FULL") && reply.contains(#""committed":"no""#), "\(reply)")
    try write([], to: area.file("heal"))
    // The shell needs a moment to make room.
    for _ in 0..<500 where !reply.contains("result") {
      reply = add(to: client)
      _ = poll(nil, 0, 10)
    }
    #expect(reply.contains("result"), "\(reply)")
    #expect(client.ask("system.status")?.contains(#""store":"ready""#) == true)
    #expect(client.ask("audit.verify")?.contains(#""problems":[]"#) == true)
    #expect(daemon.stop() == 0)
    rmdir(mount)
  }

  private func add(to client: Client) -> String {
    let notes = String(repeating: "x", count: 3000)
    return client.ask("contact.add", #"{"name":"N","notes":"\#(notes)"}"#) ?? "gone"
  }
}
