import CallbookModel
import CallbookTesting
import Testing

/// Staff who have something else to do by calendars of their own (A1, A5).
struct BusyTimeTests {
  private let shop: TestShop
  private let alice: TestConnection
  private let bob: TestConnection

  init() throws {
    shop = try TestShop.withStaff([
      ("contact.add", #"{"name":"王小明","owner":"bob"}"#), ("contact.add", #"{"name":"李娜"}"#),
    ])
    alice = shop.connect(uid: 4001)
    bob = shop.connect(uid: 4002)
  }

  /// Of a morning in Shanghai, such as `07T09:00` to `07T10:30` of May 2026.
  private static func busy(_ from: String, _ to: String, uid: String? = nil) -> String {
    let name = uid.map { #","uid":"\#($0)""# } ?? ""
    return #"{"start":"2026-05-\#(from):00+08:00","end":"2026-05-\#(to):00+08:00"\#(name)}"#
  }

  @discardableResult
  private func take(_ busy: String..., by connection: TestConnection? = nil) throws -> WireValue {
    try (connection ?? alice).result(
      "busy.import", #"{"user":"bob","times":[\#(busy.joined(separator: ","))]}"#)
  }

  private func numbers(_ reply: WireValue) -> [Int64?] {
    ["added", "removed", "kept", "own", "conflict_count"].map { reply[$0]?.integer }
  }

  private func book(
    _ start: String, as connection: TestConnection, _ more: String = ""
  ) throws -> WireValue {
    try connection.call(
      "appointment.book",
      """
      {"contact":"c1","kind":"visit","start":"2026-05-\(start):00+08:00","assignee":"bob"\(more)}
      """)
  }

  private func listed(_ params: String = "{}") throws -> [String] {
    let items = try alice.result("busy.list", params)["items"]?.items ?? []
    return items.map { item in
      ["user", "start_at", "end_at"].compactMap { item[$0]?.text }.joined(separator: " ")
    }
  }

  @Test func `nobody is booked while they are busy elsewhere, but by a manager with a reason`()
    throws
  {
    try take(Self.busy("07T09:00", "07T10:30"))
    let refusal = try book("07T10:00", as: bob)["error"]
    #expect(refusal?["data"]?["reason"]?.text == "SLOT_TAKEN")
    #expect(refusal?["data"]?["checks"]?.items.compactMap(\.text) == ["busy_elsewhere"])
    #expect(refusal?["data"]?["free"]?[0]?.text == "2026-05-07T02:30:00.000Z", "right after it")
    let message = "bob is busy elsewhere from 2026-05-07 09:00 to 10:30"
    #expect(refusal?["message"]?.text?.hasPrefix(message) == true, "\(refusal as Any)")
    try take(
      Self.busy("08T09:00", "08T09:10"), Self.busy("08T09:15", "08T09:20"),
      Self.busy("08T09:25", "08T09:30"), Self.busy("08T09:35", "08T09:40"),
      Self.busy("07T09:00", "07T10:30"))
    let four = try book("08T09:00", as: bob)["error"]?["message"]?.text
    #expect(four?.contains("09:25 to 09:30 and 1 more;") == true, "\(four as Any)")
    let why = #","override":"换班""#
    #expect(try book("07T10:00", as: bob, why)["error"] != nil, "no manager")
    #expect(try book("07T10:00", as: shop.connect(uid: 4003), why)["result"] != nil)
    #expect(try book("07T10:30", as: bob)["error"]?["data"]?["checks"]?[0]?.text == "busy_assignee")
  }

  @Test func `free slots begin when they are free again`() throws {
    try take(Self.busy("07T09:00", "07T10:30"), Self.busy("07T11:30", "07T18:00"))
    let slots = try bob.result(
      "appointment.slots",
      """
      {"kind":"visit","assignee":"bob","from":"2026-05-07T00:00:00+08:00",\
      "until":"2026-05-08T00:00:00+08:00"}
      """)
    let starts = slots["items"]?.items.compactMap { $0["start_at"]?.text }
    #expect(starts == ["2026-05-07T02:30:00.000Z"])
  }

  @Test func `what is given to somebody is given to nobody who is busy`() throws {
    _ = try alice.result(
      "appointment.book", #"{"contact":"c1","kind":"visit","start":"2026-05-07T10:00:00+08:00"}"#)
    try take(Self.busy("07T09:00", "07T10:30"))
    let refusal = try shop.connect(uid: 4004).failure(
      "appointment.reassign", #"{"id":"a1","assignee":"bob"}"#)
    #expect(refusal?["checks"]?.items.compactMap(\.text) == ["busy_elsewhere"])
  }

  @Test func `a visit that comes round is left out where they are busy`() throws {
    _ = try alice.result("policy.set", #"{"setting":"appointment.horizon","value":"10"}"#)
    _ = try alice.result(
      "series.add",
      """
      {"contact":"c1","start":"2026-05-08T10:00:00+08:00","cycle":"P1W","assignee":"bob"}
      """)
    try take(Self.busy("22T08:00", "22T20:00"))
    shop.clock.set(try #require(Instant("2026-05-13T10:00:00+08:00")))
    shop.claim()
    let series = try bob.result("series.get", #"{"id":"s1"}"#)
    #expect(series["skipped"]?[0]?["checks"]?.items.compactMap(\.text) == ["busy_elsewhere"])
  }

  @Test func `the same calendar again changes nothing, also while something of it goes on`() throws
  {
    let times = [Self.busy("07T09:00", "07T10:30"), Self.busy("06T09:00", "06T12:00")]
    #expect(numbers(try take(times[0], times[1])) == [2, 0, 0, 0, 0])
    let head = try alice.result("audit.head")["seq"]?.integer
    #expect(numbers(try take(times[1], times[0], times[1])) == [0, 0, 2, 0, 0])
    // What has begun may be told from wherever it is now.
    #expect(numbers(try take(times[0], Self.busy("06T10:00", "06T12:00"))) == [0, 0, 2, 0, 0])
    #expect(try alice.result("audit.head")["seq"]?.integer == head)
    #expect(
      try listed() == [
        "bob 2026-05-06T01:00:00.000Z 2026-05-06T04:00:00.000Z",
        "bob 2026-05-07T01:00:00.000Z 2026-05-07T02:30:00.000Z",
      ])
  }

  @Test func `what is over is let go, and what is no more in the calendar is gone`() throws {
    try take(Self.busy("06T09:00", "06T12:00"), Self.busy("07T09:00", "07T10:30"))
    shop.clock.set(try #require(Instant("2026-05-06T13:00:00+08:00")))
    let reply = try take(
      Self.busy("06T09:00", "06T12:00"), Self.busy("08T09:00", "08T10:30"))
    #expect(numbers(reply) == [1, 1, 0, 0, 0])
    #expect(
      try listed(#"{"from":"2026-05-01T00:00:00Z"}"#) == [
        "bob 2026-05-08T01:00:00.000Z 2026-05-08T02:30:00.000Z"
      ])
    #expect(try book("07T09:00", as: bob)["result"] != nil)
  }

  @Test func `appointments of the register that come back from a calendar are known already`()
    throws
  {
    let booked = try #require(try book("07T10:00", as: bob)["result"])
    let uid = try #require(booked["uuid"]?.text)
    let reply = try take(
      Self.busy("07T10:00", "07T11:00", uid: uid), Self.busy("07T14:00", "07T15:00", uid: "x@y"))
    #expect(numbers(reply) == [1, 0, 0, 1, 0])
    #expect(
      try bob.call("appointment.move", #"{"id":"a1","start":"2026-05-07T10:30:00+08:00"}"#)[
        "result"] != nil, "nothing stands in its own way")
  }

  @Test func `what they were booked for meanwhile is told`() throws {
    _ = try book("07T10:00", as: bob)
    _ = try book("08T10:00", as: bob)
    let reply = try take(Self.busy("07T10:59", "07T12:00"))
    #expect(numbers(reply) == [1, 0, 0, 0, 1])
    #expect(reply["conflicts"]?[0]?["id"]?.text == "a1")
    #expect(numbers(try take(Self.busy("07T11:00", "07T12:00"))) == [1, 1, 0, 0, 0])
  }

  @Test
  func `what lies in it already stays theirs, also elsewhere or shorter, but not at other times`()
    throws
  {
    _ = try alice.result("place.add", #"{"name":"riverside","title":"江边店"}"#)
    _ = try book("07T10:00", as: bob)
    try take(Self.busy("07T09:00", "07T12:00"))
    func move(_ to: String) throws -> [String]? {
      try bob.failure("appointment.move", #"{"id":"a1",\#(to)}"#)?["checks"]?.items
        .compactMap(\.text)
    }
    #expect(try move(#""place":"riverside""#) == nil)
    #expect(try move(#""duration_minutes":15"#) == nil)
    #expect(try move(#""duration_minutes":60"#) == ["busy_elsewhere"])
    #expect(try move(#""start":"2026-05-07T11:00:00+08:00""#) == ["busy_elsewhere"])
    #expect(try move(#""start":"2026-05-07T14:00:00+08:00""#) == nil)
  }

  @Test func `everybody says it of themself, and of others whoever plans`() throws {
    let dan = shop.connect(uid: 4004)
    let params = #"{"user":"bob","times":[]}"#
    #expect(try dan.failure("busy.import", params)?["reason"]?.text == "ROLE_MISSING")
    #expect(try dan.failure("busy.clear", #"{"user":"bob"}"#)?["reason"]?.text == "ROLE_MISSING")
    _ = try bob.result("busy.import", #"{"times":[\#(Self.busy("07T09:00", "07T10:30"))]}"#)
    #expect(try listed(#"{"user":"bob"}"#).count == 1)
    #expect(
      try shop.connect(uid: 4003).result("busy.clear", #"{"user":"bob"}"#)["removed"]?.integer == 1)
    #expect(try listed() == [])
  }

  @Test func `whoever leaves is busy no more, also when they come back`() throws {
    _ = try alice.result(
      "busy.import", #"{"user":"dan","times":[\#(Self.busy("07T09:00", "07T10:30"))]}"#)
    _ = try alice.result("staff.close", #"{"user":"dan"}"#)
    #expect(try listed() == [])
    _ = try alice.result("staff.edit", #"{"user":"dan","state":"active"}"#)
    #expect(try listed() == [])
  }

  @Test func `a list goes on behind a page by person and time`() throws {
    let times = ["08T09:00", "07T09:00", "09T09:00"].map {
      Self.busy($0, $0.replacing("T09", with: "T10"))
    }
    try take(times[0], times[1], times[2])
    _ = try alice.result("busy.import", #"{"user":"dan","times":[\#(times[0])]}"#)
    var pages: [String] = []
    var after: String?
    repeat {
      let more = after.map { #","after":"\#($0)""# } ?? ""
      let page = try alice.result("busy.list", #"{"limit":1\#(more)}"#)
      pages +=
        page["items"]?.items.compactMap { item in
          item["start_at"]?.text.map { "\(item["user"]?.text ?? "") \($0.prefix(10))" }
        } ?? []
      after = page["next"]?.text
    } while after != nil
    #expect(pages == ["bob 2026-05-07", "bob 2026-05-08", "bob 2026-05-09", "dan 2026-05-08"])
  }
}
