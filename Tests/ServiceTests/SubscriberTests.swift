import CallbookTesting
import Glibc
import Testing

/// Followers of the ledger that stop reading: they cost their place in it, and nobody else waits.
@Suite(.needsRoot) struct SubscriberTests {
  /// What waits for them, and what the register itself grows by.
  private static let growthKiB = 24 * 1024
  private static let batches = 15
  private static let rows = 200

  @Test func `a hundred that stop reading change neither memory nor the writer, and lose nothing`()
    throws
  {
    let daemon = try Daemon.open(in: TestDirectory())
    let writer = try daemon.connected()
    for uid in 4001...4003 {
      let reply = writer.ask("staff.add", ##"{"user":"#\##(uid)","role":["service"]}"##)
      try #require(reply?.contains(#""result""#) == true)
    }
    let groups = try (4001...4003).map { try Subscribers(25, of: UInt32($0), to: daemon) }
    let silent = try (1...25).map { _ in
      let client = try daemon.connected()
      try #require(client.ask("events.subscribe")?.contains(#""result""#) == true)
      return client
    }
    try add(1, by: writer)
    let before = try anonymousKiB(daemon)
    for batch in 2...Self.batches { try add(batch, by: writer) }
    let grown = try anonymousKiB(daemon) - before
    #expect(grown < Self.growthKiB, "RssAnon grew by \(grown) KiB")
    let head = 3 + Self.batches * Self.rows
    try catchUp(groups, to: head)
    for client in silent {
      #expect(client.isClosed(withinMilliseconds: 20_000), "a stalled client is closed")
    }
    try add(Self.batches + 1, by: writer)
    try catchUp(groups, to: head + Self.rows)
    #expect(daemon.stop() == 0)
    // The first is told at once, the others of its minute in one entry that counts them.
    let told = daemon.output.split(separator: "\n").filter { $0.contains("took nothing of") }
    let closed = told.map { line in
      between("CALLBOOK_REPEATED=", " ", in: line + " ").flatMap { Int($0) } ?? 1
    }
    #expect(closed.reduce(0, +) == 25, "\(told)")
  }

  /// All at once: none of them may be taken for one that stopped.
  private func catchUp(_ groups: [Subscribers], to seq: Int) throws {
    for group in groups { try #require(group.catchUp(to: seq)) }
    for group in groups { #expect(group.failure() == nil, "up to \(seq)") }
  }

  private func add(_ batch: Int, by client: Client) throws {
    let rows = (1...Self.rows).map { #"{"line":\#($0),"name":"客户\#(batch)-\#($0)"}"# }
    let reply = try #require(
      client.ask("contact.import", #"{"rows":[\#(rows.joined(separator: ","))]}"#))
    try #require(reply.contains(#""added":\#(Self.rows),"#), "batch \(batch): \(reply.prefix(300))")
  }

  /// The memory that the daemon has for itself.
  private func anonymousKiB(_ daemon: Daemon) throws -> Int {
    let status = text(of: "/proc/\(daemon.program.pid)/status")
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
    return try #require(
      line.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap { Int($0) })
  }
}
