import CallbookTesting
import Glibc
import Testing

@testable import CallbookStore

/// The daemon is killed while it deals with what is overdue.
struct ReminderKillTests {
  private static let rounds = 12
  private static let contactsARound = 40
  private static let seed: UInt64 = 20_261_122

  @Test func `each reminder fires once, however often the daemon is killed meanwhile`() throws {
    let area = try TestDirectory()
    var random = SplitMix64(seed: Self.seed)
    for round in 1...Self.rounds {
      try add(area, round)
      try makeDue(area)
      let daemon = try Daemon(in: area)
      // A random point of its work is a point in time: there is nothing to wait for.
      _ = poll(nil, 0, CInt.random(in: 0...80, using: &random))
      daemon.kill()
    }
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady(), "\(daemon.output)")
    let client = try #require(Client(area.socket))
    // Each review that was opened is reminded of again, and then a manager is, in days to come.
    let waiting = #""waiting_reminders":\#(2 * Self.rounds * Self.contactsARound),"#
    while try #require(client.ask("system.status")).contains(waiting) == false {}
    let verdict = try #require(client.ask("audit.verify"))
    #expect(verdict.contains(#""problems":[]"#), "seed \(Self.seed): \(verdict)")
    #expect(daemon.stop() == 0)
    try check(area)
  }

  private func add(_ area: TestDirectory, _ round: Int) throws {
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady(), "round \(round): \(daemon.output)")
    let client = try #require(Client(area.socket))
    for number in 1...Self.contactsARound {
      try #require(client.send(Client.add("r\(round)-\(number)")))
      _ = try #require(client.line())
    }
    #expect(daemon.stop() == 0)
  }

  /// Behind the program's back, because nothing that can be asked for makes a review due at once.
  private func makeDue(_ area: TestDirectory) throws {
    try SQLConnection(checkpointing: area.store).execute(
      script: "UPDATE reminder SET due = 1000 WHERE state = 'pending' AND kind = 'review.due'")
  }

  private func check(_ area: TestDirectory) throws {
    let sql = try SQLConnection(readingStoreAt: area.store)
    func count(_ query: StaticString) throws -> Int {
      try sql.first(query) { Int($0.integer(0)) } ?? -1
    }
    let contacts = Self.rounds * Self.contactsARound
    #expect(try count("SELECT count(*) FROM reminder WHERE state = 'fired'") == contacts)
    #expect(try count("SELECT count(*) FROM reminder WHERE state <> 'fired'") == 2 * contacts)
    #expect(
      try count("SELECT count(*) FROM reminder WHERE state = 'fired' AND kind = 'review.due'")
        == contacts)
    #expect(try count("SELECT count(*) FROM ledger WHERE event = 'reminder.fired'") == contacts)
    #expect(try count("SELECT count(*) FROM ledger WHERE event = 'review.opened'") == contacts)
    #expect(try count("SELECT count(DISTINCT reminder) FROM review") == contacts)
    #expect(try count("SELECT count(DISTINCT contact) FROM review") == contacts)
  }
}
