import CallbookModel
import CallbookStore
import CallbookTesting
import Testing

@testable import CallbookRequests

/// EXPECTATIONS 13, and 14 as far as it is about booking.
struct BookingOffTests {
  private let shop: TestShop

  /// bob owns c1.
  init() throws {
    shop = try TestShop.withStaff([
      ("place.add", #"{"name":"riverside","title":"滨江店","capacity":2}"#),
      ("contact.add", #"{"name":"王小明","owner":"bob"}"#),
    ])
  }

  /// From 11 May, 9 o'clock, to 16 May.
  private func off(approved: Bool = true, scope: String = "") throws {
    _ = try shop.connect(uid: 4002).result(
      "booking.off",
      #"{"reason":"装修","from":"2026-05-11T09:00:00+08:00","until":"2026-05-16T09:00:00+08:00","follow_up_plan":"看进度","follow_up_on":"2026-05-14","alternative":"热线"\#(scope)}"#
    )
    if approved { _ = try shop.connect(uid: 4003).result("booking.approve", #"{"id":"o1"}"#) }
  }

  private func book(_ start: String, _ more: String = "") throws -> WireValue? {
    let params =
      #"{"contact":"c1","kind":"training","start":"\#(start)","override":"测试"\#(more)}"#
    return try shop.connect(uid: 4003).failure("appointment.book", params)
  }

  private func claim() {
    shop.store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "schedule.claim",
        work: { store throws(CallbookError) in
          _ = try store.claimDue()
          return []
        }, completion: { _ in }))
    shop.settle()
  }

  private func set(_ time: String) throws { shop.clock.set(try #require(Instant(time))) }

  private func state() throws -> String? {
    try shop.connect(uid: 4001).result("booking.get", #"{"id":"o1"}"#)["state"]?.text
  }

  /// What the ledger says of o1, oldest first.
  private func events() throws -> [String] {
    let page = try shop.connect(uid: 4001).result("audit.list", #"{"limit":100}"#)
    guard case .array(let items) = page["items"] else { return [] }
    return items.compactMap { $0["event"]?.text }.filter { $0.hasPrefix("booking_off.") }
      .reversed()
  }

  @Test func `while booking is off it is refused with reason, date and alternative`() throws {
    try off()
    let refusal = try #require(try book("2026-05-12T10:00:00+08:00"))
    #expect(refusal["reason"]?.text == "BOOKING_OFF")
    #expect(refusal["why"]?.text == "装修" && refusal["alternative"]?.text == "热线")
    #expect(refusal["until"]?.text == "2026-05-16T01:00:00.000Z")
    #expect(refusal["booking_off"]?.text == "o1")
    guard case .array(let free) = refusal["free"] else {
      Issue.record("no free slots are offered")
      return
    }
    #expect(free.compactMap(\.text).allSatisfy { $0 >= "2026-05-16T01:00:00.000Z" })
    #expect(!free.isEmpty)
  }

  @Test(arguments: [
    ("2026-05-11T08:00:00+08:00", false), ("2026-05-11T08:30:00+08:00", true),
    ("2026-05-16T08:59:00+08:00", true), ("2026-05-16T09:00:00+08:00", false),
  ])
  func `it is off from its first to its last instant and not longer`(
    _ start: String, _ isOff: Bool
  ) throws {
    try off()
    let refusal = try book(start)
    #expect(refusal?["reason"]?.text == (isOff ? "BOOKING_OFF" : nil))
  }

  @Test(arguments: [
    (#","place":"riverside""#, #","place":"riverside""#, true),
    (#","place":"riverside""#, "", false),
    (#","kind":"training""#, #","place":"riverside""#, true), (#","kind":"visit""#, "", false),
    ("", "", true), ("", #","place":"riverside""#, true),
  ])
  func `it is off for what was asked for`(_ scope: String, _ more: String, _ isOff: Bool) throws {
    try off(scope: scope)
    let refusal = try book("2026-05-12T10:00:00+08:00", more)
    #expect(refusal?["reason"]?.text == (isOff ? "BOOKING_OFF" : nil))
  }

  @Test func `what was booked is confirmed, handed over and moved out, never in`() throws {
    #expect(try book("2026-05-12T10:00:00+08:00") == nil)
    #expect(try book("2026-05-19T10:00:00+08:00") == nil)
    try off()
    let carol = shop.connect(uid: 4003)
    let affected = try carol.result("booking.affected", #"{"id":"o1"}"#)
    #expect(affected["items"]?[0]?["id"]?.text == "a1" && affected["items"]?[1] == nil)
    _ = try carol.result("appointment.confirm", #"{"id":"a1"}"#)
    _ = try carol.result("appointment.reassign", #"{"id":"a1","assignee":"dan"}"#)
    _ = try carol.result("appointment.move", #"{"id":"a1","assignee":"bob"}"#)
    for id in ["a1", "a2"] {
      let refusal = try carol.failure(
        "appointment.move", #"{"id":"\#(id)","start":"2026-05-13T10:00:00+08:00"}"#)
      #expect(refusal?["reason"]?.text == "BOOKING_OFF", "\(id)")
    }
    _ = try carol.result(
      "appointment.move", #"{"id":"a1","start":"2026-05-20T10:00:00+08:00"}"#)
    #expect(try carol.result("booking.affected", #"{"id":"o1"}"#)["items"]?[0] == nil)
  }

  @Test func `slots in it are not offered`() throws {
    try off()
    let slots = try shop.connect(uid: 4003).result(
      "appointment.slots", #"{"kind":"training","from":"2026-05-09T09:00:00+08:00","limit":30}"#)
    guard case .array(let items) = slots["items"] else {
      Issue.record("there is no list")
      return
    }
    let starts = items.compactMap { $0["start_at"]?.text }
    #expect(starts.contains { $0 >= "2026-05-16T01:00:00.000Z" })
    #expect(starts.allSatisfy { $0 < "2026-05-11T01:00:00Z" || $0 >= "2026-05-16T01:00:00.000Z" })
  }

  @Test(arguments: ["booking.reject", "booking.withdraw", nil])
  func `what nobody approved switches nothing off`(_ method: String?) throws {
    try off(approved: false)
    if method == "booking.reject" {
      _ = try shop.connect(uid: 4003).result("booking.reject", #"{"id":"o1","opinion":"不行"}"#)
    } else if method == "booking.withdraw" {
      _ = try shop.connect(uid: 4002).result("booking.withdraw", #"{"id":"o1"}"#)
    }
    #expect(try book("2026-05-12T10:00:00+08:00") == nil)
  }

  @Test func `it is on again at its date even if the daemon was down then`() throws {
    try off()
    #expect(try state() == "scheduled")
    shop.close()
    try set("2026-05-18T09:30:00+08:00")
    try shop.open()
    #expect(try state() == "on")
    #expect(try book("2026-05-18T14:00:00+08:00") == nil)
    #expect(try events() == ["booking_off.requested", "booking_off.approved"])
    claim()
    claim()
    #expect(
      try events() == [
        "booking_off.requested", "booking_off.approved", "booking_off.began", "booking_off.ended",
      ], "put on record once, late")
  }

  @Test func `it is off at its time even if the daemon was down then`() throws {
    try off()
    shop.close()
    try set("2026-05-12T09:30:00+08:00")
    try shop.open()
    #expect(try state() == "off")
    #expect(try book("2026-05-12T14:00:00+08:00")?["reason"]?.text == "BOOKING_OFF")
  }

  @Test func `a request that nobody decides about expires by policy`() throws {
    _ = try shop.connect(uid: 4001).result(
      "policy.set", #"{"setting":"approval.expire","value":"2"}"#)
    try off(approved: false)
    try set("2026-05-08T09:00:00+08:00")
    let late = try shop.connect(uid: 4003).failure("booking.approve", #"{"id":"o1"}"#)
    #expect(late?["reason"]?.text == "WRONG_STATE", "also before its reminder fired")
    claim()
    #expect(try state() == "expired")
    #expect(try events().last == "booking_off.expired")
  }

  @Test func `a reviewer who loses the role before it takes effect has approved nothing`() throws {
    try off()
    _ = try shop.connect(uid: 4001).result(
      "staff.edit", #"{"user":"carol","remove":["manager"],"add":["agent"]}"#)
    #expect(try state() == "requested")
    #expect(try book("2026-05-12T10:00:00+08:00")?["reason"]?.text != "BOOKING_OFF")
    #expect(try events().last == "booking_off.reopened")
  }

  @Test func `what has begun goes on when its reviewer leaves`() throws {
    try off()
    try set("2026-05-12T09:30:00+08:00")
    _ = try shop.connect(uid: 4001).result(
      "staff.edit", #"{"user":"carol","remove":["manager"],"add":["agent"]}"#)
    #expect(try state() == "off")
  }

  @Test func `whoever was made a manager by the one who asked does not approve it`() throws {
    let alice = shop.connect(uid: 4001)
    _ = try alice.result(
      "booking.off",
      #"{"reason":"装修","until":"2026-05-16T09:00:00+08:00","follow_up_plan":"看进度","follow_up_on":"2026-05-14"}"#
    )
    let refusal = try shop.connect(uid: 4003).failure("booking.approve", #"{"id":"o1"}"#)
    #expect(refusal?["reason"]?.text == "NOT_REVIEWER")
    #expect(try alice.failure("booking.approve", #"{"id":"o1"}"#)?["reason"]?.text == "OWN_REQUEST")
  }

  @Test func `a leaver who was taken back has been a manager since then only`() throws {
    let alice = shop.connect(uid: 4001)
    _ = try alice.result("staff.close", #"{"user":"carol"}"#)
    try off(approved: false)
    try set("2026-05-06T10:00:01+08:00")
    _ = try alice.result("staff.edit", #"{"user":"carol","state":"active"}"#)
    let refusal = try shop.connect(uid: 4003).failure("booking.approve", #"{"id":"o1"}"#)
    #expect(refusal?["reason"]?.text == "NOT_REVIEWER")
    #expect(try alice.failure("booking.approve", #"{"id":"o1"}"#) == nil)
  }
}
