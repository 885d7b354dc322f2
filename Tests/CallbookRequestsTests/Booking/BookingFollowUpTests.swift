import CallbookModel
import CallbookStore
import CallbookTesting
import Testing

@testable import CallbookRequests

/// What waits for somebody because booking is off, or is asked to be (B1), and because an appointment is
/// asked to be cancelled (A3).
struct BookingFollowUpTests {
  private let shop: TestShop

  /// bob owns c1.
  init() throws {
    shop = try TestShop.withStaff([
      ("contact.add", #"{"name":"王小明","owner":"bob"}"#)
    ])
  }

  /// From 11 May, 9 o'clock, to 16 May; looked after on the 14th.
  private func off(by uid: UInt32 = 4002, approved: Bool = true) throws {
    _ = try shop.connect(uid: uid).result(
      "booking.off",
      #"{"reason":"装修","from":"2026-05-11T09:00:00+08:00","until":"2026-05-16T09:00:00+08:00","follow_up_plan":"看进度","follow_up_on":"2026-05-14"}"#
    )
    if approved { _ = try shop.connect(uid: 4003).result("booking.approve", #"{"id":"o1"}"#) }
  }

  private func pass(to time: String) throws {
    shop.clock.set(try #require(Instant(time)))
    shop.claim()
    shop.claim()
  }

  /// `follow_up o1 overdue`
  private func due(_ uid: UInt32, _ params: String = "{}") throws -> [String] {
    try shop.connect(uid: uid).result("today.list", params)["items"]?.items.map { item in
      [item["kind"], item["id"]].compactMap { $0?.text }.joined(separator: " ")
        + (item["overdue"] == .boolean(true) ? " overdue" : "")
    } ?? []
  }

  private func followUp(_ uid: UInt32, _ more: String = "") throws -> WireValue? {
    try shop.connect(uid: uid).failure(
      "booking.followed_up", #"{"id":"o1","note":"按期完工"\#(more)}"#)
  }

  /// The states of the reminders of a kind of o1.
  private func reminders(_ kind: String) throws -> [String] {
    let reply = try shop.connect(uid: 4001).result("reminder.why", #"{"id":"o1"}"#)
    return reply["items"]?.items.compactMap { item in
      item["reminder"]?["kind"]?.text == kind ? item["reminder"]?["state"]?.text : nil
    } ?? []
  }

  @Test func `the follow-up waits for whoever asked until they answer`() throws {
    try off()
    #expect(try due(4002) == [])
    try pass(to: "2026-05-14T09:00:00+08:00")
    #expect(try due(4002) == ["follow_up o1"])
    let item = try shop.connect(uid: 4002).result("today.list")["items"]?[0]
    #expect(item?["command"]?.text == "callbook booking followed-up o1 --note WHAT")
    #expect(try due(4003) == [])
    #expect(try followUp(4002) == nil)
    #expect(try due(4002) == [])
    let known = try shop.connect(uid: 4001).result("booking.get", #"{"id":"o1"}"#)
    #expect(known["follow_up_note"]?.text == "按期完工" && known["followed_up_by"]?.text == "bob")
    #expect(known["state"]?.text == "off")
    #expect(try reminders("booking.follow_up") == ["fired"])
    #expect(try reminders("booking.follow_up_overdue") == ["withdrawn"])
    let audit = try shop.connect(uid: 4001).result("audit.list", #"{"limit":1}"#)
    #expect(audit["items"]?[0]?["event"]?.text == "booking_off.followed_up")
  }

  @Test func `not answered it is overdue the next day, and a manager hears of it by policy`() throws
  {
    try off()
    try pass(to: "2026-05-14T09:00:00+08:00")
    try pass(to: "2026-05-15T18:00:00+08:00")
    #expect(try due(4002) == ["follow_up o1 overdue"])
    #expect(try reminders("booking.follow_up_overdue") == ["pending"])
    // Two working days later; the weekend is none.
    try pass(to: "2026-05-18T09:00:00+08:00")
    #expect(try reminders("booking.follow_up_overdue") == ["fired"])
    #expect(try due(4002) == ["follow_up o1 overdue"], "also when booking is on again")
    #expect(try followUp(4003) == nil, "a manager answers for them")
    #expect(try due(4002) == [])
  }

  @Test func `answered early nobody is reminded; it is answered once, and by nobody else`() throws {
    try off(approved: false)
    #expect(try followUp(4002)?["reason"]?.text == "WRONG_STATE")
    _ = try shop.connect(uid: 4003).result("booking.approve", #"{"id":"o1"}"#)
    #expect(try followUp(4004)?["reason"]?.text == "NOT_OWNER")
    #expect(try followUp(4002, #","if_rev":1"#)?["reason"]?.text == "REVISION_CONFLICT")
    #expect(try followUp(4002) == nil)
    #expect(try followUp(4002)?["reason"]?.text == "WRONG_STATE")
    try pass(to: "2026-05-19T09:00:00+08:00")
    #expect(try reminders("booking.follow_up") == ["withdrawn"])
    #expect(try due(4002) == [])
  }

  @Test func `switched on by hand there is nothing left to follow up`() throws {
    try off()
    try pass(to: "2026-05-14T09:00:00+08:00")
    _ = try shop.connect(uid: 4003).result("booking.on", #"{"id":"o1"}"#)
    #expect(try due(4002) == [])
    #expect(try reminders("booking.follow_up_overdue") == ["withdrawn"])
  }

  @Test func `another plan is followed up anew`() throws {
    try off()
    #expect(try followUp(4002) == nil)
    _ = try shop.connect(uid: 4002).result(
      "booking.edit", #"{"id":"o1","follow_up_on":"2026-05-13"}"#)
    _ = try shop.connect(uid: 4003).result("booking.approve", #"{"id":"o1"}"#)
    try pass(to: "2026-05-13T09:00:00+08:00")
    #expect(try due(4002) == ["follow_up o1"])
  }

  @Test func `what somebody asked for who left is a manager's`() throws {
    try off()
    try pass(to: "2026-05-14T09:00:00+08:00")
    _ = try shop.connect(uid: 4001).result("contact.edit", #"{"id":"c1","owner":"dan"}"#)
    _ = try shop.connect(uid: 4001).result("staff.close", #"{"user":"bob"}"#)
    #expect(try due(4003) == ["follow_up o1"])
  }

  @Test func `what waits for a decision is due for managers, never for whoever asked`() throws {
    try off(by: 4003, approved: false)
    #expect(try due(4001) == ["booking_off o1"])
    #expect(try due(4003) == [] && due(4004) == [])
    let item = try shop.connect(uid: 4001).result("today.list")["items"]?[0]
    #expect(item?["command"]?.text == "callbook booking approve o1")
    #expect(item?["otherwise"]?.text == "callbook booking reject o1 --opinion WHY")
    #expect(try due(4001, #"{"user":"carol"}"#) == [], "not theirs to decide")
    _ = try shop.connect(uid: 4001).result("booking.approve", #"{"id":"o1"}"#)
    #expect(try due(4001) == [])
  }

  @Test func `a request to cancel is due for managers until it is decided or too late`() throws {
    let carol = shop.connect(uid: 4003)
    for hour in [15, 17] {
      _ = try carol.result(
        "appointment.book",
        #"{"contact":"c1","kind":"visit","start":"2026-05-06T\#(hour):00:00+08:00"}"#)
    }
    _ = try carol.result("appointment.cancel", #"{"id":"a1","reason":"weather"}"#)
    _ = try shop.connect(uid: 4002).result(
      "appointment.cancel", #"{"id":"a2","reason":"weather"}"#)
    let alice = shop.connect(uid: 4001)
    let items = try alice.result("today.list")["items"]
    #expect(
      items?.items.compactMap { $0["id"]?.text }.filter { $0.hasPrefix("x") } == ["x1", "x2"])
    let first = items?.items.first { $0["id"]?.text == "x1" }
    #expect(first?["contact"]?.text == "c1" && first?["name"]?.text == "王小明")
    #expect(first?["command"]?.text == "callbook cancellation approve x1")
    #expect(try due(4003).contains("cancellation x2"))
    #expect(try due(4003).contains("cancellation x1") == false)
    #expect(try due(4002).contains { $0.hasPrefix("cancellation") } == false)
    _ = try carol.result("cancellation.reject", #"{"id":"x2","opinion":"来得及"}"#)
    #expect(try due(4001).contains("cancellation x1"))
    #expect(try due(4001).contains("cancellation x2") == false)
    shop.clock.set(try #require(Instant("2026-05-06T15:00:00+08:00")))
    #expect(try due(4001).contains("cancellation x1") == false, "it has begun")
  }

  @Test func `in a shop of one person one's own is due, too`() throws {
    try off(by: 4001, approved: false)
    #expect(try due(4001) == [])
    _ = try shop.connect(uid: 4001).result(
      "policy.set", #"{"setting":"approval.one_person","value":"yes"}"#)
    #expect(try due(4001) == ["booking_off o1"])
  }

  @Test func `today names what is still within a window, and what to type`() throws {
    let carol = shop.connect(uid: 4003)
    _ = try carol.result(
      "appointment.book",
      #"{"contact":"c1","kind":"visit","start":"2026-05-12T10:00:00+08:00","override":"x"}"#)
    func notice(_ uid: UInt32) throws -> String? {
      try shop.connect(uid: uid).result("today.list")["notices"]?.items.first {
        $0["notice"]?.text == "booking_affected"
      }?["command"]?.text
    }
    try off(approved: false)
    #expect(try notice(4003) == nil)
    _ = try carol.result("booking.approve", #"{"id":"o1"}"#)
    #expect(try notice(4003) == "callbook booking affected o1")
    #expect(try notice(4004) == "callbook booking affected o1")
    #expect(try notice(4002) == nil, "an agent does not move what is others'")
    _ = try carol.result("appointment.move_many", #"{"affected_by":"o1"}"#)
    #expect(try notice(4003) == nil)
  }
}
