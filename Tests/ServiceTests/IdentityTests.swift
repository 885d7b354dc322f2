import CallbookTesting
import Glibc
import Testing

/// Who is let in over the real socket, and what they may: the kernel says who somebody is.
@Suite(.needsRoot) struct IdentityTests {
  @Test func `an unknown user is refused with a hint that works when it is typed`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    let refused = try OtherUser(4001, of: daemon)
    #expect(refused.greeting.contains(#""reason":"NOT_STAFF""#))
    #expect(refused.greeting.contains("user ID 4001"))
    #expect(refused.line() == nil, "then the connection ends")
    let hint = try #require(between("type: ", #"""#, in: refused.greeting))
    #expect(hint == "callbook staff add '#4001' --role agent")
    let typed = try daemon.typed(hint)
    #expect(typed.status == 0, "\(typed.said)")
    let member = try OtherUser(4001, of: daemon)
    #expect(member.greeting.contains(##""user":"#4001","roles":["agent"]"##))
    #expect(member.ask("contact.add", #"{"name":"Li Na"}"#)?.contains(#""id":"c1""#) == true)
    #expect(daemon.stop() == 0)
  }

  @Test func `the greeting says who the kernel says one is`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    try add(4001, "service", by: daemon.connected())
    let user = try OtherUser(4001, of: daemon)
    #expect(user.greeting.contains(#""uid":4001,"pid":\#(user.program.pid),"#))
    #expect(
      try daemon.connected().greeting.contains(#""uid":0,"pid":\#(getpid()),"user":null"#))
    #expect(daemon.stop() == 0)
  }

  @Test func `nobody of another user namespace is let in, nor put on the staff list`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    let greeting = try OtherUser(65_534, of: daemon).greeting
    #expect(greeting.contains(#""reason":"UNKNOWN_PEER""#) && greeting.contains(#""hint":"run "#))
    let root = try daemon.connected()
    let named = try #require(root.ask("staff.add", ##"{"user":"#65534","role":["agent"]}"##))
    #expect(named.contains(#""error""#), "\(named)")
    #expect(daemon.stop() == 0)
  }

  @Test(arguments: [
    ("agent", ["contact.add", "contact.list"], ["contact.import", "audit.verify", "staff.add"]),
    ("service", ["contact.add", "contact.import"], ["audit.verify", "staff.add", "shop.edit"]),
    ("auditor", ["contact.list", "audit.verify"], ["contact.add", "contact.import", "staff.add"]),
    ("courier", ["system.status"], ["contact.list", "contact.add", "audit.verify", "staff.list"]),
    ("admin", ["staff.add", "shop.edit", "contact.import", "audit.verify"], []),
  ])
  func `a role may what it may and nothing else`(
    role: String, allowed: [String], refused: [String]
  ) throws {
    let daemon = try Daemon.open(in: TestDirectory())
    try add(4001, role, by: daemon.connected())
    let user = try OtherUser(4001, of: daemon)
    for method in allowed {
      let reply = try #require(user.ask(method, Self.params[method] ?? "{}"))
      #expect(reply.contains(#""result""#), "\(role) \(method): \(reply)")
    }
    for method in refused {
      let reply = try #require(user.ask(method, Self.params[method] ?? "{}"))
      #expect(reply.contains(#""reason":"ROLE_MISSING""#), "\(role) \(method): \(reply)")
    }
    #expect(daemon.stop() == 0)
  }

  private static let params = [
    "contact.add": #"{"name":"Li Na"}"#,
    "contact.import": #"{"rows":[{"line":2,"name":"Wang Wu"}]}"#,
    "staff.add": ##"{"user":"#4009","role":["agent"]}"##,
    "shop.edit": #"{"name":"Shop"}"#,
  ]

  @Test func `a role that is taken away is gone at once, and so is who leaves`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    let root = try daemon.connected()
    try add(4001, "manager", by: root)
    let user = try OtherUser(4001, of: daemon)
    #expect(user.ask("audit.verify")?.contains(#""result""#) == true)
    let edited = root.ask(
      "staff.edit", ##"{"user":"#4001","remove":["manager"],"add":["agent"]}"##)
    #expect(edited?.contains(#""roles":["agent"]"#) == true, "\(edited ?? "gone")")
    #expect(user.ask("audit.verify")?.contains("ROLE_MISSING") == true)
    #expect(user.ask("contact.list")?.contains(#""result""#) == true)
    let closed = root.ask("staff.close", ##"{"user":"#4001"}"##)
    #expect(closed?.contains(#""state":"closed""#) == true, "\(closed ?? "gone")")
    #expect(user.ask("contact.list")?.contains("NOT_STAFF") == true)
    #expect(user.ask("contact.add", #"{"name":"Li Na"}"#)?.contains("NOT_STAFF") == true)
    #expect(try OtherUser(4001, of: daemon).greeting.contains("NOT_STAFF"))
    #expect(daemon.stop() == 0)
  }

  @Test func `root keeps the machine and no longer the shop once an admin is named`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    let root = try daemon.connected()
    #expect(root.ask("contact.add", #"{"name":"Li Na"}"#)?.contains(#""result""#) == true)
    try add(4001, "admin", by: root)
    #expect(root.ask("system.status")?.contains(#""result""#) == true)
    for (method, params) in [
      ("contact.add", #"{"name":"Wang Wu"}"#), ("contact.get", #"{"id":"c1"}"#),
      ("staff.add", ##"{"user":"#4002","role":["admin"]}"##),
    ] {
      let reply = try #require(root.ask(method, params))
      #expect(reply.contains("ROLE_MISSING"), "\(method): \(reply)")
    }
    let admin = try OtherUser(4001, of: daemon)
    #expect(admin.ask("contact.get", #"{"id":"c1"}"#)?.contains("Li Na") == true)
    #expect(daemon.stop() == 0)
  }

  @Test func `whoever claims to be somebody else stays who they are`() throws {
    let daemon = try Daemon.open(in: TestDirectory())
    let root = try daemon.connected()
    try add(4001, "agent", by: root)
    try add(4002, "agent", by: root)
    let user = try OtherUser(4001, of: daemon)
    let call = #"{"jsonrpc":"2.0","id":1,"method":"staff.add","#
    let params = ##""params":{"user":"#4001","role":["admin"]"##
    for claim in [
      call + params + #"}}"#, call + params + #","uid":0}}"#, call + params + #","as":"root"}}"#,
      call + params + #"},"uid":0,"pid":1}"#, call + params + #"},"you":{"uid":0}}"#,
      call + params + #"},"ctx":{"uid":0,"user":"root","roles":["admin"]}}"#,
      #"{"jsonrpc":"2.0","method":"server.hello","id":1,"params":{"you":{"uid":0}}}"#,
    ] {
      try #require(user.send(claim))
      let reply = try #require(user.line())
      #expect(reply.contains(#""error""#), "\(claim): \(reply)")
    }
    let given = try #require(user.ask("contact.add", ##"{"name":"Li Na","owner":"#4002"}"##))
    #expect(given.contains("NOT_OWNER"), "\(given)")
    #expect(user.ask("contact.add", #"{"name":"Li Na"}"#)?.contains(#""result""#) == true)
    #expect(root.ask("contact.get", #"{"id":"c1"}"#)?.contains(##""owner":"#4001""##) == true)
    let entry = try #require(root.ask("audit.list", #"{"limit":500}"#))
    #expect(entry.contains(##""#4001""##), "the ledger names who it was: \(entry)")
    #expect(daemon.stop() == 0)
  }

  private func add(_ uid: UInt32, _ role: String, by admin: Client) throws {
    let reply = try #require(
      admin.ask("staff.add", ##"{"user":"#\##(uid)","role":["\##(role)"]}"##))
    try #require(reply.contains(#""result""#), "\(reply)")
  }
}
