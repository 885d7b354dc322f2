import CallbookTesting
import Glibc
import Testing

/// What reaches the journal, by libsystemd's own protocol.
@Suite(.needsJournalSocket)
struct JournalTests {
  private let area: TestDirectory
  private let journal: JournalSocket
  private let daemon: Daemon

  init() throws {
    area = try TestDirectory()
    journal = try JournalSocket(in: area)
    daemon = try Daemon.open(in: area, wrapper: journal.wrapper)
  }

  @Test func `a life is told with ids, priorities and fields`() throws {
    let client = try daemon.connected()
    #expect(client.ask("staff.add", ##"{"user":"#4001","role":["admin"]}"##) != nil)
    #expect(client.ask("contact.add", #"{"name":"kanarienvogel"}"#) != nil)
    #expect(daemon.stop() == 0)
    let entries = journal.entries(until: "stopped")
    let events = entries.compactMap { $0["CALLBOOK_EVENT"] }
    #expect(
      events.filter { $0 != "audit_head" } == [
        "starting", "ready", "staff_changed", "admin_named", "stopping", "stopped",
      ])
    for entry in entries {
      #expect(entry["SYSLOG_IDENTIFIER"] == "callbookd")
      #expect(entry["MESSAGE_ID"]?.utf8.count == 32)
      #expect(Int(entry["PRIORITY"] ?? "").map { (0...7).contains($0) } == true)
      #expect(entry["MESSAGE"]?.isEmpty == false)
    }
    let added = try #require(entries.first { $0["CALLBOOK_EVENT"] == "staff_changed" })
    #expect(added["CALLBOOK_UID"] == "0" && added["CALLBOOK_SUBJECT"] == "#4001")
    #expect(added["CALLBOOK_ROLES"] == "admin" && added["CALLBOOK_CHANGE"] == "staff.added")
    #expect(!area.names.contains("output") || !daemon.output.contains("starts"), "said twice")
  }

  @Test func `the journal has the end of the ledger at the start and at the stop`() throws {
    let client = try daemon.connected()
    #expect(client.ask("contact.add", #"{"name":"A"}"#) != nil)
    let head = try #require(client.ask("audit.head"))
    #expect(daemon.stop() == 0)
    let heads = journal.entries(until: "stopped").filter { $0["CALLBOOK_EVENT"] == "audit_head" }
    let last = try #require(heads.last)
    let (seq, hash) = (last["CALLBOOK_SEQ"] ?? "?", last["CALLBOOK_HASH"] ?? "?")
    #expect(head.contains("\(seq):\(hash)"), "\(head)")
  }

  @Test func `refused callers are told once a minute for each user`() throws {
    for _ in 0..<3 {
      let stranger = try OtherUser(4711, of: daemon)
      #expect(stranger.greeting.contains("NOT_STAFF"))
    }
    #expect(daemon.stop() == 0)
    let refusals = journal.entries(until: "stopped")
      .filter { $0["CALLBOOK_EVENT"] == "caller_refused" }
    #expect(refusals.map { $0["CALLBOOK_UID"] } == ["4711", "4711"])
    #expect(refusals.first?["CALLBOOK_REASON"] == "NOT_STAFF")
    #expect(refusals.last?["CALLBOOK_REPEATED"] == "2", "the rest is counted until the end")
  }

  @Test func `a client over the limits is told`() throws {
    let client = try daemon.connected()
    let deep = String(repeating: "[", count: 200)
    #expect(client.send(deep) && client.line() != nil)
    #expect(daemon.stop() == 0)
    let entries = journal.entries(until: "stopped")
    let over = entries.first { $0["CALLBOOK_EVENT"] == "limit_exceeded" }
    #expect(over?["CALLBOOK_REASON"] == "TOO_DEEP" && over?["CALLBOOK_UID"] == "\(geteuid())")
    #expect(over?["PRIORITY"] == "4")
  }

  @Test func `a journal that takes nothing holds up nobody, and what was lost is told`() throws {
    let client = try daemon.connected()
    let count = 2_000
    #expect(client.ask("staff.add", ##"{"user":"#4001","role":["agent"]}"##) != nil)
    for batch in 0..<(count / 20) {
      for number in 0..<20 {
        let params = ##"{"user":"#4001","name":"N\##(batch)-\##(number)"}"##
        let request = #"{"jsonrpc":"2.0","id":\#(number),"method":"staff.edit","params":"#
        #expect(client.send(request + params + "}"))
      }
      for _ in 0..<20 {
        let reply = try #require(client.line(), "it was held up")
        try #require(reply.contains(#""result""#), "\(reply)")
      }
    }
    // Only now the journal takes entries again.
    daemon.program.send(SIGTERM)
    let entries = journal.entries(until: "stopped")
    #expect(daemon.program.wait() == 0)
    let dropped = entries.filter { $0["CALLBOOK_EVENT"] == "messages_dropped" }
      .compactMap { Int($0["CALLBOOK_COUNT"] ?? "") }.reduce(0, +)
    let changes = entries.count { $0["CALLBOOK_EVENT"] == "staff_changed" }
    #expect(dropped > 0)
    // Of those that were lost, a few may have been of another kind.
    #expect(changes < count + 1 && (count + 1...count + 5).contains(changes + dropped))
  }

  @Test func `a journal that takes nothing does not keep the daemon from stopping`() throws {
    let client = try daemon.connected()
    #expect(client.ask("staff.add", ##"{"user":"#4001","role":["agent"]}"##) != nil)
    for number in 0..<700 {
      let edit = ##"{"user":"#4001","name":"N\##(number)"}"##
      try #require(client.ask("staff.edit", edit)?.contains(#""result""#) == true)
    }
    #expect(daemon.stop() == 0)
  }
}
