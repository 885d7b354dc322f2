import CallbookTesting
import Testing

/// Nothing personal in what the daemon writes about itself, nor in what it says is wrong.
struct PrivacyTests {
  private static let canary = "kanarienvogel"

  @Test func `no personal value is in the log or in an error`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    try exchange(with: daemon)
    #expect(daemon.stop() == 0)
    #expect(daemon.output.contains("is ready"), "the log was read")
    #expect(!daemon.output.contains(Self.canary), "\(daemon.output)")
    while daemon.notification(withinMilliseconds: 0) != nil {}
    #expect(daemon.notifications.contains("STOPPING=1\nSTATUS=stopping"), "statuses were read")
    #expect(!daemon.notifications.contains { $0.contains(Self.canary) })
  }

  @Test(.needsJournalSocket) func `no personal value is in what journald gets`() throws {
    let area = try TestDirectory()
    let journal = try JournalSocket(in: area)
    let daemon = try Daemon.open(in: area, wrapper: journal.wrapper)
    try exchange(with: daemon)
    #expect(daemon.stop() == 0)
    let events = Set(journal.entries(until: "stopped").compactMap { $0["CALLBOOK_EVENT"] })
    #expect(events.isSuperset(of: ["ready", "staff_changed", "settings_changed", "audit_head"]))
    for datagram in journal.datagrams {
      #expect(!datagram.contains(Self.canary), "\(datagram)")
    }
    #expect(!daemon.output.contains(Self.canary), "\(daemon.output)")
  }

  @Test(arguments: [
    "callbookd: kanarienvogel was added", "STATUS=ready; 王小明", "MESSAGE=to li@example.com",
    "callbookd: 19900001234 is no number",
  ]) func `a daemon that tells about somebody fails its test`(_ said: String) {
    withKnownIssue { Silence.check(said, of: "stderr") }
  }

  /// Says the canary in every way, right and wrong.
  private func exchange(with daemon: Daemon) throws {
    let client = try daemon.connected()
    for (method, params) in Self.good {
      let reply = try #require(client.ask(method, params))
      #expect(reply.contains(#""result""#), "\(method): \(reply)")
    }
    var refused = 0
    for (method, params) in Self.bad {
      try #require(params.contains(Self.canary))
      let reply = try #require(client.ask(method, params))
      #expect(!reply.contains(Self.canary), "\(method) \(params): \(reply)")
      if reply.contains(#""error""#) || reply.contains(#""rejected":[{"#) { refused += 1 }
    }
    #expect(refused == Self.bad.count, "each of them is wrong")
    for line in Self.broken {
      try #require(client.send(line))
      let reply = try #require(client.line())
      #expect(reply.contains(#""error""#) && !reply.contains(Self.canary), "\(line): \(reply)")
    }
  }

  private static let person =
    #""name":"\#(canary)","title":"\#(canary)","organisation":"\#(canary)","tags":["\#(canary)"],"#
    + #""source":"\#(canary)","notes":"\#(canary)""#
  private static let email =
    #"{"kind":"email","value":"\#(canary)@example.com","label":"\#(canary)"}"#

  private static let good = [
    ("shop.edit", #"{"name":"\#(canary)"}"#),
    ("contact.add", #"{\#(person),"points":[\#(email)]}"#),
    ("contact.edit", #"{"id":"c1","name":"\#(canary)2","notes":"\#(canary)3"}"#),
    ("point.add", #"{"contact":"c1","kind":"phone","value":"199 0000 1234","label":"\#(canary)"}"#),
    ("emergency.set", #"{"people":[{"name":"\#(canary)","phone":"1","relation":"\#(canary)"}]}"#),
    ("contact.import", #"{"source":"\#(canary)","rows":[{"line":2,"name":"\#(canary)4"}]}"#),
    ("staff.add", ##"{"user":"#4001","role":["admin"],"name":"\##(canary)"}"##),
  ]

  private static let bad = [
    ("contact.add", #"{\#(person),"points":[{"kind":"phone","value":"\#(canary)"}]}"#),
    ("contact.add", #"{\#(person),"points":[{"kind":"email","value":"\#(canary)@@b"}]}"#),
    ("contact.add", #"{\#(person),"kind":"\#(canary)"}"#),
    ("contact.add", #"{\#(person),"language":"\#(canary)-\#(canary)-\#(canary)"}"#),
    ("contact.add", #"{\#(person),"owner":"\#(canary)"}"#),
    ("contact.add", #"{\#(person),"organisation_id":"\#(canary)"}"#),
    ("contact.add", #"{"name":["\#(canary)"]}"#),
    ("contact.edit", #"{"id":"c1","name":"","title":"\#(canary)"}"#),
    ("contact.get", #"{"id":"\#(canary)"}"#),
    ("contact.get", #"{"phone":"\#(canary)"}"#),
    ("contact.get", #"{"email":"\#(canary)"}"#),
    ("point.add", #"{"contact":"c1","kind":"email","value":"\#(canary)"}"#),
    ("point.add", #"{"contact":"c1","kind":"phone","value":"\#(canary)","label":"\#(canary)"}"#),
    ("emergency.set", #"{"people":[{"name":"\#(canary)","contact":"c999"}]}"#),
    ("contact.import", #"{"rows":[{"line":2,"name":"\#(canary)","kind":"\#(canary)"}]}"#),
    ("staff.add", #"{"user":"\#(canary)","role":["agent"]}"#),
    ("staff.add", #"{"user":"root","role":["\#(canary)"],"name":"\#(canary)"}"#),
    ("shop.edit", #"{"name":"\#(canary)","time_zone":"\#(canary)"}"#),
    ("events.subscribe", #"{"since":"\#(canary)"}"#),
  ]

  private static let broken = [
    #"{"jsonrpc":"2.0","id":1,"method":"contact.add","params":{"name":"\#(canary)"}"#,
    #"{"name":"\#(canary)","name":"\#(canary)"}"#,
    canary,
    #""\#(canary)""#,
    #"[{"name":"\#(canary)"}]"#,
    #"{"jsonrpc":"2.0","id":1,"method":"contact.add","params":"\#(canary)"}"#,
    #"{"jsonrpc":"2.0","id":1,"method":"rpc.ping","ctx":{"idempotency_key":["\#(canary)"]}}"#,
    #"{"jsonrpc":"\#(canary)","id":1,"method":"rpc.ping"}"#,
    "{\"name\":\"\(canary)\u{1}\"}",
  ]
}
