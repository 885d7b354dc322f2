import Glibc
import Testing

@testable import callbook

/// Watching while the daemon and its store change underneath.
@Suite(.needsDaemon) struct WatchTests {
  @Test func `another store behind the same socket is a gap that is told`() throws {
    let daemon = try TestDaemon()
    #expect(daemon.typed("contact", "add", "一").status == .done)
    let watch = try watching(daemon)
    #expect(try #require(watch.line()).contains("contact.added"))
    daemon.kill()
    try #require(rename(daemon.directory + "/store", daemon.directory + "/old") == 0)
    try daemon.start()
    let said = try lines(of: watch, until: "going on from now")
    #expect(said.contains { $0.contains("the daemon went away") })
    #expect(said.contains { $0.contains("another history") && $0.contains("not shown") })
    #expect(!said.contains { $0.contains("from where it was") })
    #expect(daemon.typed("contact", "add", "二").status == .done)
    #expect(try #require(watch.line()).contains("contact.added  c1"))
  }

  @Test func `the same store goes on without a gap`() throws {
    let daemon = try TestDaemon()
    #expect(daemon.typed("contact", "add", "一").status == .done)
    let watch = try watching(daemon)
    #expect(try #require(watch.line()).contains("c1"))
    daemon.kill()
    try daemon.start()
    let said = try lines(of: watch, until: "from where it was")
    #expect(!said.contains { $0.contains("another history") })
  }

  /// Events and notes in one stream.
  private func watching(_ daemon: TestDaemon) throws -> Child {
    try Child(
      "/bin/sh",
      [
        "-c", "exec 2>&1; LC_ALL=C exec \"$@\"", "sh", TestDaemon.program("callbook"), "--socket",
        daemon.socket, "watch", "--since", "start",
      ], reading: STDOUT_FILENO)
  }

  private func lines(of child: Child, until end: String) throws -> [String] {
    var lines: [String] = []
    while let line = child.line() {
      lines.append(line)
      if line.contains(end) { return lines }
    }
    Issue.record("\(end) was not said: \(lines)")
    return lines
  }
}
