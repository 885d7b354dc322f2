import CallbookTesting
import Dispatch
import Glibc
import Synchronization
import Testing

/// The daemon is stopped and started again while people work.
struct RestartTests {
  private static let restarts = 4
  private static let clerks = 4
  private static let least = 6

  @Test func `no command fails and each contact is there once`() throws {
    let area = try TestDirectory()
    let socket = try ListeningSocket(area.socket)
    var daemon = try socket.startDaemon(in: area)
    let isOver = Atomic(false)
    let added = Mutex<[String]>([])
    let failures = Mutex<[String]>([])
    let group = DispatchGroup()
    for clerk in 1...Self.clerks {
      DispatchQueue(label: "clerk \(clerk)").async(group: group) {
        var count = 0
        while count < Self.least || !isOver.load(ordering: .acquiring) {
          count += 1
          let name = "N\(clerk)-\(count)"
          let failure = Self.add(name, in: area)
          if let failure { failures.withLock { $0.append(failure) } }
          added.withLock { $0.append(name) }
        }
      }
    }
    for restart in 1...Self.restarts {
      // A restart falls into work: somebody was answered since the last one.
      let answered = added.withLock { $0.count }
      for _ in 0..<2000 where added.withLock({ $0.count }) < answered + 3 { _ = poll(nil, 0, 5) }
      #expect(daemon.stop() == 0, "stop \(restart): \(daemon.output)")
      daemon = try socket.startDaemon(in: area)
    }
    isOver.store(true, ordering: .releasing)
    group.wait()
    #expect(failures.withLock { $0 } == [])
    let client = try #require(Client(area.socket))
    let list = try #require(client.ask("contact.list", #"{"limit":500}"#))
    let names = added.withLock { $0 }
    #expect(list.split(separator: #""name":"#).count - 1 == names.count)
    for name in names { #expect(list.contains(#""name":"\#(name)""#), "\(name)") }
    #expect(daemon.stop() == 0)
  }

  /// - Returns: what was wrong.
  private static func add(_ name: String, in area: TestDirectory) -> String? {
    do {
      let output = area.file(name)
      let program = try Program(
        [try Program.path(of: "callbook"), "--socket", area.socket, "contact", "add", name],
        output: output)
      let status = program.wait()
      return status == 0 ? nil : "\(name): \(status) \(text(of: output))"
    } catch {
      return "\(name): \(error)"
    }
  }
}
