import CallbookModel
import CallbookTesting
import Testing

/// What of appointments is due for whom (DOMAIN A4).
struct AppointmentTodayTests {
  private static let hour: Int64 = 3_600_000

  /// alice is admin, bob an agent, carol of the service. bob looks after c1, nobody after c2. It is
  /// Wednesday, 6 May 2026, 10 o'clock.
  private func shop() throws -> (TestShop, TestConnection) {
    let shop = try TestShop()
    shop.clock.set(try #require(Instant("2026-05-06T10:00:00+08:00")))
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["admin"]}"#)
    let admin = shop.connect(uid: 4001)
    for (method, params) in [
      ("staff.add", #"{"user":"bob","role":["agent"]}"#),
      ("staff.add", #"{"user":"carol","role":["service"]}"#),
      (
        "contact.add",
        #"{"name":"王小明","owner":"bob","points":[{"kind":"wechat","value":"xm-wang"},{"kind":"phone","value":"199 0000 1234"}]}"#
      ),
      ("contact.add", #"{"name":"李娜"}"#),
    ] { _ = try admin.result(method, params) }
    return (shop, admin)
  }

  private func due(_ connection: TestConnection, _ params: String = "{}") throws -> [String] {
    let items = try connection.result("today.list", params)["items"]?.items ?? []
    return items.map { item in
      [item["kind"], item["id"], item["channel"], item["user"]].compactMap { $0?.text }
        .joined(separator: " ") + (item["overdue"] == .boolean(true) ? " overdue" : "")
    }
  }

  private func book(_ admin: TestConnection, _ params: String) throws {
    _ = try admin.result("appointment.book", #"{"kind":"visit",\#(params)}"#)
  }

  @Test func `the customer is told by the channel that they like, until they were`() throws {
    let (shop, admin) = try shop()
    try book(admin, #""contact":"c1","start":"2026-05-07T14:00:00+08:00","assignee":"bob""#)
    let bob = shop.connect(uid: 4002)
    #expect(try due(bob) == [])
    shop.clock.advance(milliseconds: 4 * Self.hour)
    shop.claim()
    #expect(try due(bob) == ["tell a1 phone bob"])
    _ = try admin.result("point.prefer", #"{"id":"m1"}"#)
    #expect(try due(bob) == ["tell a1 wechat bob"])
    let items = try bob.result("today.list")["items"]
    #expect(items?[0]?["command"]?.text == "callbook appointment told a1")
    #expect(items?[0]?["name"]?.text == "王小明")
    _ = try bob.result("appointment.told", #"{"id":"a1"}"#)
    #expect(try due(bob) == [])
    shop.clock.advance(milliseconds: 22 * Self.hour)
    shop.claim()
    #expect(try due(bob) == ["tell a1 wechat bob", "appointment a1 bob"])
    // From its start on there is nothing to tell any more.
    shop.clock.advance(milliseconds: 2 * Self.hour)
    #expect(try due(bob) == ["appointment a1 bob"])
  }

  @Test func `what nobody was given is told by the service, and kept by a manager`() throws {
    let (shop, admin) = try shop()
    try book(admin, #""contact":"c2","start":"2026-05-07T14:00:00+08:00""#)
    shop.clock.advance(milliseconds: 5 * Self.hour)
    shop.claim()
    let carol = shop.connect(uid: 4003)
    #expect(try due(carol) == ["tell a1"])
    #expect(try due(shop.connect(uid: 4002)) == [])
    shop.clock.advance(milliseconds: 20 * Self.hour)
    _ = try admin.result("appointment.told", #"{"id":"a1"}"#)
    #expect(try due(carol) == [])
    #expect(try due(admin, #"{"all":true}"#) == ["appointment a1"])
  }

  @Test func `what ended without anybody saying how is overdue the next day`() throws {
    let (shop, admin) = try shop()
    try book(admin, #""contact":"c1","start":"2026-05-06T14:00:00+08:00","assignee":"carol""#)
    let carol = shop.connect(uid: 4003)
    #expect(try due(carol) == ["appointment a1 carol"])
    shop.clock.advance(milliseconds: 24 * Self.hour)
    #expect(try due(carol) == ["appointment a1 carol overdue"])
    _ = try carol.result("appointment.no_show", #"{"id":"a1","by":"customer"}"#)
    #expect(try due(carol) == [])
  }

  @Test func `one that is cancelled is nobody's to do`() throws {
    let (shop, admin) = try shop()
    try book(admin, #""contact":"c1","start":"2026-05-07T09:00:00+08:00","assignee":"bob""#)
    shop.claim()
    shop.clock.advance(milliseconds: 21 * Self.hour)
    shop.claim()
    #expect(try due(shop.connect(uid: 4002)).count == 2)
    shop.cancel(AppointmentID(1))
    #expect(try due(shop.connect(uid: 4002)) == [])
  }

  @Test func `completing plans the callback from when it took place, and counts as a contact`()
    throws
  {
    let (shop, admin) = try shop()
    try book(
      admin,
      #""contact":"c1","start":"2026-05-06T14:00:00+08:00","assignee":"bob","terminal":"SN-1""#)
    shop.clock.advance(milliseconds: 24 * Self.hour)
    let done = try shop.connect(uid: 4002).result("appointment.complete", #"{"id":"a1"}"#)
    #expect(done["callback"]?["occasion"]?.text == "appointment_completed")
    // Eight working hours after 15 o'clock of the day before.
    #expect(done["callback"]?["due_at"]?.text == "2026-05-07T06:00:00.000Z")
    let card = try admin.result("contact.card", #"{"id":"c1"}"#)
    #expect(card["past_appointments"]?[0]?["state"]?.text == "completed")
    #expect(card["review"]?["last_verified"]?["on"]?.text == "2026-05-06")
    #expect(card["review"]?["last_verified"]?["how"]?.text == "visit")
    #expect(
      try admin.failure("appointment.complete", #"{"id":"a1"}"#)?["reason"]?.text == "WRONG_STATE")
  }

  @Test func `nobody leaves who is to be somewhere`() throws {
    let (shop, admin) = try shop()
    defer { withExtendedLifetime(shop) {} }
    try book(admin, #""contact":"c1","start":"2026-05-07T09:00:00+08:00","assignee":"carol""#)
    let refused = try admin.failure("staff.close", #"{"user":"carol"}"#)
    #expect(refused?["reason"]?.text == "HOLDS_APPOINTMENTS")
    _ = try admin.result("appointment.reassign", #"{"id":"a1","assignee":"bob"}"#)
    _ = try admin.result("staff.close", #"{"user":"carol"}"#)
  }
}
