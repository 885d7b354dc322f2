import CallbookTesting
import Glibc
import Testing

/// The real daemon under strace: what it asks of the disk, and what it does when the disk says no.
@Suite(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "strace is not installed"))
struct SyncTests {
  private func add(_ client: Client, _ name: String) -> String {
    client.ask("contact.add", #"{"name":"\#(name)"}"#) ?? "gone"
  }

  /// How often the daemon synced so far.
  private func syncs(_ area: TestDirectory) -> Int {
    text(of: area.file("trace")).split(separator: "\n").count { line in
      line.contains("fdatasync(") || line.contains("fsync(")
    }
  }

  @Test func `an answered change was synced, and a read syncs nothing`() throws {
    let area = try TestDirectory()
    let daemon = try Daemon(
      in: area,
      wrapper: ["strace", "-f", "-qq", "-o", area.file("trace"), "-e", "trace=fsync,fdatasync"])
    try #require(try daemon.isReady(), "\(daemon.output)")
    let client = try #require(Client(area.socket))
    _ = add(client, "first")
    for number in 0..<10 {
      let before = syncs(area)
      #expect(add(client, "N\(number)").contains("result"))
      #expect(syncs(area) > before)
    }
    let before = syncs(area)
    for _ in 0..<50 {
      #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("first") == true)
    }
    #expect(syncs(area) == before)
    daemon.kill()
  }

  @Test func `after a sync failed changes stop, reads go on, and a restart settles it`() throws {
    let area = try TestDirectory()
    do {
      let daemon = try Daemon(in: area)
      try #require(try daemon.isReady(), "\(daemon.output)")
      #expect(add(try #require(Client(area.socket)), "kept").contains("c1"))
      daemon.kill()
    }
    let daemon = try Daemon(
      in: area,
      wrapper: [
        "strace", "-f", "-qq", "-o", area.file("trace"), "-e", "trace=fdatasync", "-e",
        "inject=fdatasync:error=EIO:when=8+",
      ])
    try #require(try daemon.isReady(), "\(daemon.output)")
    let client = try #require(Client(area.socket))
    var answered: [String] = []
    var reply = ""
    for number in 0..<20 {
      reply = client.ask("contact.add", #"{"name":"N\#(number)"}"#) ?? "gone"
      guard reply.contains("result") else { break }
      answered.append("N\(number)")
    }
    #expect(
      reply.contains("COMMIT_UNKNOWN") && reply.contains(#""committed":"unknown""#), "\(reply)")
    #expect(add(client, "later").contains("STORE_FAILING"))
    #expect(client.ask("contact.get", #"{"id":"c1"}"#)?.contains("kept") == true)
    #expect(client.ask("system.status")?.contains(#""store":"failed""#) == true)
    // The journal is written by a thread of its own.
    for _ in 0..<500 where !daemon.output.contains("the disk failed") { _ = poll(nil, 0, 10) }
    #expect(daemon.output.contains("the disk failed"))
    daemon.kill()
    let after = try Daemon(in: area)
    try #require(try after.isReady(), "\(after.output)")
    let again = try #require(Client(area.socket))
    for (number, name) in answered.enumerated() {
      #expect(
        again.ask("contact.get", #"{"id":"c\#(number + 2)"}"#)?.contains(name) == true)
    }
    #expect(add(again, "now").contains("result"))
    #expect(after.stop() == 0)
  }
}
