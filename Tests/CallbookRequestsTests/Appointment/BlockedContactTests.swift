import CallbookModel
import CallbookTesting
import Testing

/// 黑名单: nobody books for a blocked contact without saying why (C1, A1).
struct BlockedContactTests {
  private let shop: TestShop

  init() throws {
    shop = try TestShop.withStaff([
      ("contact.add", #"{"name":"王小明"}"#), ("contact.add", #"{"name":"李娜"}"#),
    ])
  }

  private func set(_ status: String) throws {
    _ = try shop.connect(uid: 4001).result(
      "contact.edit", #"{"id":"c1","status":"\#(status)"}"#)
  }

  private func book(_ uid: UInt32, _ more: String = "", start: String = "2026-05-12") throws
    -> WireValue?
  {
    try shop.connect(uid: uid).failure(
      "appointment.book",
      #"{"contact":"c1","kind":"visit","start":"\#(start)T10:00:00+08:00"\#(more)}"#)
  }

  @Test func `a blocked contact is booked by a manager with a reason only`() throws {
    try set("blocked")
    let refusal = try #require(try book(4004))
    #expect(refusal["reason"]?.text == "NOT_BOOKABLE")
    #expect(refusal["checks"]?.items.compactMap(\.text) == ["blocked_contact"])
    #expect(refusal["free"]?.items == [], "no other time would do")
    #expect(try book(4004, #","override":"已付清""#)?["reason"]?.text == "NOT_BOOKABLE")
    #expect(try book(4003)?["reason"]?.text == "NOT_BOOKABLE")
    #expect(try book(4003, #","override":"已付清""#) == nil)
    let booked = try shop.connect(uid: 4003).result("appointment.get", #"{"id":"a1"}"#)
    #expect(booked["override"]?.text == "已付清")
  }

  @Test(arguments: ["active", "dormant"]) func `everybody else is booked as ever`(
    _ status: String
  ) throws {
    try set(status)
    #expect(try book(4004) == nil)
  }

  @Test func `what was agreed before stands and is moved, but is not brought back`() throws {
    #expect(try book(4004) == nil)
    try set("blocked")
    let dan = shop.connect(uid: 4004)
    _ = try dan.result("appointment.move", #"{"id":"a1","start":"2026-05-13T10:00:00+08:00"}"#)
    _ = try dan.result("appointment.reassign", #"{"id":"a1","assignee":"bob"}"#)
    _ = try dan.result("appointment.cancel", #"{"id":"a1","reason":"weather"}"#)
    let refusal = try dan.failure("appointment.reinstate", #"{"id":"a1"}"#)
    #expect(refusal?["checks"]?.items.compactMap(\.text) == ["blocked_contact"])
  }

  @Test func `visits that come round are left out while it is blocked`() throws {
    _ = try shop.connect(uid: 4001).result(
      "policy.set", #"{"setting":"appointment.horizon","value":"10"}"#)
    let carol = shop.connect(uid: 4003)
    _ = try carol.result(
      "series.add", #"{"contact":"c1","start":"2026-05-12T10:00:00+08:00","cycle":"P1W"}"#)
    try set("blocked")
    shop.clock.set(try #require(Instant("2026-05-09T10:00:00+08:00")))
    shop.claim()
    let series = try carol.result("series.get", #"{"id":"s1"}"#)
    #expect(series["skipped"]?[0]?["checks"]?.items.compactMap(\.text) == ["blocked_contact"])
  }

  @Test func `nothing is booked for a contact that was merged away, but for what it is part of`()
    throws
  {
    _ = try shop.connect(uid: 4001).result("contact.merge", #"{"into":"c2","from":["c1"]}"#)
    let refusal = try book(4004)
    let listed = try shop.connect(uid: 4004).result("appointment.list", #"{"contact":"c2"}"#)
    if refusal == nil {
      #expect(listed["items"]?[0]?["contact"]?.text == "c2")
    } else {
      #expect(refusal?["reason"]?.text == "NOT_FOUND" && listed["items"]?.items == [])
    }
  }
}
