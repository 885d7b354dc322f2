import CallbookJSON
import Testing

@testable import callbook

/// The daemon goes away in the middle, and comes back.
@Suite(.needsDaemon) struct RestartTests {
  @Test func `a change that is cut off by a crash is made once`() throws {
    let daemon = try TestDaemon()
    let rounds = 6
    for round in 0..<rounds {
      let child = try daemon.spawn(["contact", "add", "客户\(round)", "--jsonl"])
      // The later rounds give it time to get further before the daemon dies.
      if round.isMultiple(of: 2) { _ = daemon.typed("rpc", "ping") }
      if round.isMultiple(of: 3) { _ = daemon.typed("audit", "verify") }
      daemon.kill()
      try daemon.start()
      let status = child.wait()
      // Whoever came while nobody listened is told so at once, and nothing was done.
      if status != 0 {
        #expect(status == 69)
        #expect(try daemon.spawn(["contact", "add", "客户\(round)"]).wait() == 0)
      }
    }
    let names = daemon.typed("contact", "list", "--jsonl").output.split(separator: "\n")
    #expect(names.count == rounds)
  }

  @Test func `watching goes on where it was`() throws {
    let daemon = try TestDaemon()
    let watch = try daemon.spawn(["watch", "--since", "start", "--jsonl"])
    #expect(daemon.typed("contact", "add", "一").status == .done)
    #expect(try seq(watch.line()) == 1)
    daemon.kill()
    try daemon.start()
    #expect(daemon.typed("contact", "add", "二").status == .done)
    #expect(try seq(watch.line()) == 2)
    #expect(daemon.typed("contact", "edit", "c2", "--title", "店长").status == .done)
    #expect(try seq(watch.line()) == 3)
  }

  private func seq(_ line: String?) throws -> Int64? {
    try JSONTape().parse(try #require(line, "no event came").utf8)["seq"]?.integer
  }

  @Test func `a cursor of another store is refused aloud`() throws {
    let daemon = try TestDaemon()
    let typed = daemon.typed("watch", "--since", "5@01a2018f-a6a0-7988-949e-ec382923c7e0")
    #expect(typed.status == .conflict)
    #expect(typed.errors.contains("another history"))
  }
}
