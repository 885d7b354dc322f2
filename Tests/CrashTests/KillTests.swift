import CallbookTesting
import Dispatch
import Glibc
import Synchronization
import Testing

@testable import CallbookStore

/// The daemon is killed at random points of its work, again and again, on one store.
struct KillTests {
  /// 200, or as many as `CALLBOOK_CRASHES` says.
  private static let kills = getenv("CALLBOOK_CRASHES").flatMap { Int(String(cString: $0)) } ?? 200
  /// Repeat a run with `CALLBOOK_CRASH_SEED`.
  private static let seed =
    getenv("CALLBOOK_CRASH_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_122

  @Test func `no answered change is lost and none is made twice under its key`() throws {
    let area = try TestDirectory()
    let promises = Promises()
    var random = SplitMix64(seed: Self.seed)
    for round in 1...Self.kills {
      if round % 9 == 0 { try killWhileStarting(area, &random) }
      let daemon = try Daemon(in: area)
      try #require(try daemon.isReady(), "round \(round): \(daemon.output)")
      try settle(promises, area, round)
      load(daemon, promises, round, random.next())
      daemon.program.wait()
      #expect(promises.faults == [], "seed \(Self.seed), round \(round)")
      if round % 20 == 0 || round == Self.kills { try check(area, promises, round) }
    }
    #expect(promises.answered.count > Self.kills, "the daemon was under load")
  }

  /// A kill while the store is recovered.
  private func killWhileStarting(_ area: TestDirectory, _ random: inout SplitMix64) throws {
    let daemon = try Daemon(in: area)
    // A random point of a start is a point in time: there is nothing to wait for.
    _ = poll(nil, 0, CInt.random(in: 0...60, using: &random))
    daemon.kill()
  }

  /// Sends again what got no answer: with its key it is done once, whether it was done or not.
  private func settle(_ promises: Promises, _ area: TestDirectory, _ round: Int) throws {
    let client = try #require(Client(area.socket), "round \(round)")
    let again = promises.recent
    for key in promises.open + again {
      try #require(client.send(Client.add(key)))
      promises.took(try #require(client.line(), "round \(round)"))
    }
    #expect(promises.open == [], "seed \(Self.seed), round \(round)")
  }

  /// Three connections add until one of them kills the daemon at a random point.
  private func load(_ daemon: Daemon, _ promises: Promises, _ round: Int, _ seed: UInt64) {
    let clients = DispatchGroup()
    var random = SplitMix64(seed: seed)
    let killAt = Int.random(in: 1...60, using: &random)
    let afterReply = Bool.random(using: &random)
    let window = Int.random(in: 1...12, using: &random)
    for number in 0..<3 {
      DispatchQueue(label: "client \(number)").async(group: clients) {
        guard let client = Client(daemon.area.socket) else { return }
        var waiting = 0
        for add in 0..<10_000 {
          let key = "r\(round)-\(number)-\(add)"
          promises.sent(key)
          guard client.send(Client.add(key)) else { return }
          waiting += 1
          if number == 0, !afterReply, add >= killAt { daemon.program.send(SIGKILL) }
          guard waiting >= window else { continue }
          guard let reply = client.line() else { return }
          promises.took(reply)
          waiting -= 1
          if number == 0, afterReply, add >= killAt { daemon.program.send(SIGKILL) }
        }
        daemon.program.send(SIGKILL)
      }
    }
    clients.wait()
  }

  /// Everything answered is there, once, with its number; the chain holds.
  private func check(_ area: TestDirectory, _ promises: Promises, _ round: Int) throws {
    let daemon = try Daemon(in: area)
    try #require(try daemon.isReady(), "round \(round): \(daemon.output)")
    try settle(promises, area, round)
    do {
      let client = try #require(Client(area.socket))
      let verdict = try #require(client.ask("audit.verify"))
      #expect(verdict.contains(#""problems":[]"#), "seed \(Self.seed), round \(round): \(verdict)")
    }
    #expect(daemon.stop() == 0)
    let sql = try SQLConnection(readingStoreAt: area.store)
    let rows = try sql.all("SELECT name, id FROM contact", { _ in }) {
      ($0.text(0), $0.integer(1))
    }
    let stored = Dictionary(rows, uniquingKeysWith: { _, _ in -1 })
    #expect(stored.count == rows.count, "seed \(Self.seed), round \(round): a change twice")
    #expect(stored == promises.answered, "seed \(Self.seed), round \(round)")
  }
}
