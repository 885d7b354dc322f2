import CallbookTesting
import Dispatch
import Glibc
import Synchronization
import Testing

@testable import CallbookStore

/// The write-ahead log of a daemon that has no rest.
struct LogBoundTests {
  private static let connections = 4
  /// In flight on each connection.
  private static let window = 24
  /// A log that is never started anew would grow beyond its bound.
  private static let adds = 3000

  private static let logBytes = 24 << 20
  private static let bound = Checkpointer.most(logBytes)
  /// What one more group of commits may add before the log is looked at.
  private static let slack = 16 << 20

  @Test func `saturated adds keep the log under its bound, and the store takes them all`() throws {
    let area = try TestDirectory()
    let daemon = try Daemon(in: area, wrapper: ["env", "CALLBOOK_LOG_BYTES=\(Self.logBytes)"])
    try #require(try daemon.isReady(), "\(daemon.output)")
    let longest = Atomic(0)
    let failures = Mutex<[String]>([])
    let clients = DispatchGroup()
    for number in 0..<Self.connections {
      DispatchQueue(label: "client \(number)").async(group: clients) {
        let failure = Self.add(Self.adds / Self.connections, number, area) { size in
          longest.max(size, ordering: .relaxed)
        }
        if let failure { failures.withLock { $0.append(failure) } }
      }
    }
    clients.wait()
    #expect(failures.withLock { $0 } == [])
    let highest = longest.load(ordering: .relaxed)
    #expect(highest <= Self.bound + Self.slack, "the log was \(highest >> 20) MiB long")
    #expect(highest > 0)
    do {
      let client = try #require(Client(area.socket))
      let last = client.ask("contact.get", #"{"id":"c\#(Self.adds)"}"#)
      #expect(last?.contains("result") == true)
    }
    #expect(daemon.stop() == 0)
    // It was more than one log could have held.
    let stored = try #require(SystemCall.size(of: area.store))
    #expect(stored > Self.bound, "\(stored >> 20) MiB")
  }

  /// - Returns: what went wrong.
  private static func add(
    _ count: Int, _ number: Int, _ area: TestDirectory, sawLog: (Int) -> Void
  ) -> String? {
    guard let client = Client(area.socket) else { return "no connection" }
    let notes = String(repeating: "店", count: 4000)
    var waiting = 0
    for place in 0..<count {
      let line =
        #"{"jsonrpc":"2.0","id":\#(place),"method":"contact.add","params":{"name":"N\#(number)","#
        + #""notes":"\#(notes)"}}"#
      guard client.send(line) else { return "the connection was closed" }
      waiting += 1
      let least = place + 1 < count ? window - 1 : 0
      while waiting > least {
        guard let reply = client.line(), reply.contains("result") else { return "not added" }
        waiting -= 1
      }
      if place % 16 == 0 { sawLog(SystemCall.size(of: area.file("callbook.db-wal")) ?? 0) }
    }
    return nil
  }
}
