import CallbookModel
import CallbookStore
import CallbookTesting
import Testing

@testable import CallbookRequests

/// EXPECTATIONS 1 and 12 as far as they are about cancelling, and A3.
struct CancellationTests {
  private let shop: TestShop

  init() throws {
    shop = try TestShop.withStaff([
      ("place.add", #"{"name":"riverside","title":"滨江店","capacity":1}"#),
      ("contact.add", #"{"name":"王小明"}"#), ("contact.add", #"{"name":"李娜"}"#),
    ])
  }

  private var dan: TestConnection { shop.connect(uid: 4004) }
  private var carol: TestConnection { shop.connect(uid: 4003) }

  private static let far = "2026-05-12T10:00:00+08:00"
  private static let near = "2026-05-07T09:00:00+08:00"

  private func book(_ start: String, contact: String = "c1") throws {
    _ = try dan.result(
      "appointment.book",
      #"{"contact":"\#(contact)","kind":"training","start":"\#(start)","place":"riverside","assignee":"bob","override":"测试"}"#
    )
  }

  private func isTaken(_ start: String) throws -> Bool {
    try dan.failure(
      "appointment.book",
      #"{"contact":"c2","kind":"training","start":"\#(start)","place":"riverside","override":"测试"}"#,
      ctx: #"{"dry_run":true}"#) != nil
  }

  private func cancel(_ id: String) throws {
    _ = try dan.result("appointment.cancel", #"{"id":"\#(id)","reason":"weather"}"#)
  }

  private func set(_ time: String) throws { shop.clock.set(try #require(Instant(time))) }

  private func set(policy key: String, _ value: String) throws {
    _ = try shop.connect(uid: 4001).result(
      "policy.set", #"{"setting":"\#(key)","value":"\#(value)"}"#)
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

  private func state(_ id: String) throws -> String? {
    try dan.result("appointment.get", #"{"id":"\#(id)"}"#)["state"]?.text
  }

  /// The states of all reminders of a subject, sorted.
  private func reminders(_ id: String) throws -> [String] {
    let reply = try shop.connect(uid: 4001).result("reminder.why", #"{"id":"\#(id)"}"#)
    guard case .array(let items) = reply["items"] else { return [] }
    return items.compactMap { $0["reminder"]?["state"]?.text }.sorted()
  }

  @Test func `cancelled in good time it is withdrawn: none fires, also after its time`() throws {
    try book(Self.far)
    #expect(try reminders("a1").contains("pending"))
    try cancel("a1")
    #expect(try state("a1") == "cancelled")
    #expect(try Set(reminders("a1")) == ["withdrawn"])
    #expect(try isTaken(Self.far) == false)
    try set("2026-05-13T10:00:00+08:00")
    claim()
    #expect(try Set(reminders("a1")) == ["withdrawn"])
  }

  @Test func `brought back its reminders are there again`() throws {
    try book(Self.far)
    let before = try reminders("a1").count { $0 == "pending" }
    try cancel("a1")
    _ = try dan.result("appointment.reinstate", #"{"id":"a1"}"#)
    #expect(try state("a1") == "booked")
    #expect(try reminders("a1").count { $0 == "pending" } == before)
    #expect(try isTaken(Self.far))
  }

  @Test func `a rejected request leaves the appointment with its reminders`() throws {
    try book(Self.near)
    try cancel("a1")
    #expect(try state("a1") == "booked")
    let pending = try reminders("a1").count { $0 == "pending" }
    #expect(pending > 0)
    #expect(try reminders("x1").contains("pending"), "a manager is told that it waits")
    _ = try carol.result("cancellation.reject", #"{"id":"x1","opinion":"不行"}"#)
    #expect(try state("a1") == "booked")
    #expect(try reminders("a1").count { $0 == "pending" } == pending)
    #expect(try Set(reminders("x1")) == ["withdrawn"])
  }

  @Test func `an approved request cancels, and withdraws everything with it`() throws {
    try book(Self.near)
    try cancel("a1")
    _ = try carol.result("cancellation.approve", #"{"ids":["x1"]}"#)
    #expect(try state("a1") == "cancelled")
    #expect(try Set(reminders("a1")) == ["withdrawn"])
    #expect(try Set(reminders("x1")) == ["withdrawn"])
    #expect(try isTaken(Self.near) == false)
  }

  @Test(arguments: [
    ("2026-05-07T10:00:00+08:00", "cancelled"), ("2026-05-07T09:59:00+08:00", "booked"),
  ])
  func `up to the notice of the policy it takes effect at once`(
    _ start: String, _ wanted: String
  ) throws {
    try book(start)
    try cancel("a1")
    #expect(try state("a1") == wanted)
  }

  @Test(arguments: [("yes", true), ("no", false)])
  func `whether a request that waits holds the slot is policy`(
    _ value: String, _ holds: Bool
  ) throws {
    try set(policy: "appointment.pending_cancel_holds", value)
    try book(Self.near)
    #expect(try isTaken(Self.near))
    try cancel("a1")
    #expect(try isTaken(Self.near) == holds)
    _ = try carol.result("cancellation.reject", #"{"id":"x1","opinion":"不行"}"#)
    #expect(try isTaken(Self.near), "a rejected one blocks nothing, the appointment does")
  }

  @Test func `nobody decided: the request ends at the start and the appointment stands`() throws {
    try book(Self.near)
    try cancel("a1")
    try set(Self.near)
    let late = try carol.failure("cancellation.approve", #"{"ids":["x1"]}"#)
    #expect(late?["reason"]?.text == "WRONG_STATE")
    claim()
    let request = try carol.result("cancellation.get", #"{"id":"x1"}"#)
    #expect(request["state"]?.text == "expired")
    #expect(try state("a1") == "booked")
  }

  @Test func `whose slot was given away is cancelled when nobody decides`() throws {
    try set(policy: "appointment.pending_cancel_holds", "no")
    try book(Self.near)
    try cancel("a1")
    try book(Self.near, contact: "c2")
    try set(Self.near)
    claim()
    #expect(try state("a1") == "cancelled" && state("a2") == "booked")
  }

  /// EXPECTATIONS 12: what expired or was rejected changes nothing.
  @Test func `what a manager booked beside another leaves both when nobody cancels`() throws {
    try book(Self.near)
    _ = try carol.result(
      "appointment.book",
      #"{"contact":"c2","kind":"training","start":"\#(Self.near)","place":"riverside","override":"测试"}"#
    )
    shop.clock.advance(milliseconds: 60_000)
    try cancel("a1")
    _ = try dan.result("cancellation.withdraw", #"{"id":"x1"}"#)
    try cancel("a1")
    _ = try carol.result("cancellation.reject", #"{"id":"x2","opinion":"来得及"}"#)
    try cancel("a1")
    try set(Self.near)
    claim()
    #expect(try state("a1") == "booked")
    #expect(try state("a2") == "booked")
  }

  /// EXPECTATIONS 12: of two that wait to be cancelled the later one has the slot.
  @Test func `what took the slot keeps it while it waits to be cancelled, too`() throws {
    try set(policy: "appointment.pending_cancel_holds", "no")
    try book(Self.near)
    try cancel("a1")
    shop.clock.advance(milliseconds: 60_000)
    try book(Self.near, contact: "c2")
    shop.clock.advance(milliseconds: 60_000)
    try cancel("a2")
    let refusal = try dan.failure("cancellation.withdraw", #"{"id":"x1"}"#)
    #expect(refusal?["reason"]?.text == "SLOT_TAKEN")
    _ = try dan.result("cancellation.withdraw", #"{"id":"x2"}"#)
    try set(Self.near)
    claim()
    #expect(try state("a1") == "cancelled")
    #expect(try state("a2") == "booked")
  }

  @Test func `what was approved has taken effect, and is not withdrawn`() throws {
    try book(Self.near)
    try cancel("a1")
    _ = try carol.result("cancellation.approve", #"{"ids":["x1"]}"#)
    let refusal = try dan.failure("cancellation.withdraw", #"{"id":"x1"}"#)
    #expect(refusal?["reason"]?.text == "WRONG_STATE")
    #expect(try state("a1") == "cancelled")
  }

  @Test func `a moved appointment has nothing left to decide`() throws {
    try book(Self.near)
    try cancel("a1")
    _ = try dan.result("appointment.move", #"{"id":"a1","start":"\#(Self.far)"}"#)
    let request = try carol.result("cancellation.get", #"{"id":"x1"}"#)
    #expect(request["state"]?.text == "expired")
    #expect(try Set(reminders("x1")) == ["withdrawn"])
  }

  @Test func `many are cancelled together and come back together, but not into a taken slot`()
    throws
  {
    try book(Self.far)
    try book("2026-05-12T14:00:00+08:00", contact: "c2")
    try book("2026-05-12T16:00:00+08:00", contact: "c2")
    let params =
      #"{"reason":"shop_closed","from":"2026-05-12T00:00:00+08:00","until":"2026-05-13T00:00:00+08:00"}"#
    let tried = try dan.result("appointment.cancel_many", params, ctx: #"{"dry_run":true}"#)
    #expect(outcomes(tried) == ["cancelled", "cancelled", "cancelled"])
    #expect(try state("a1") == "booked", "tried only")
    #expect(tried["bulk"] == nil && tried["undo"] == nil, "there is nothing to take back")
    let done = try dan.result("appointment.cancel_many", params)
    #expect(outcomes(done) == outcomes(tried) && done["bulk"] == .integer(1))
    #expect(try state("a3") == "cancelled" && Set(reminders("a3")) == ["withdrawn"])
    try book("2026-05-12T14:30:00+08:00", contact: "c1")
    let back = try dan.result("appointment.reinstate_many", #"{"bulk":1}"#)
    #expect(outcomes(back) == ["reinstated", "failed", "reinstated"])
    #expect(back["items"]?[1]?["error"]?.text == "SLOT_TAKEN")
    #expect(try reminders("a3").contains("pending"))
    // What came back is not cancelled by that number any more.
    #expect(try outcomes(dan.result("appointment.reinstate_many", #"{"bulk":1}"#)) == ["failed"])
  }

  @Test func `of many the late ones are asked for, and taken back with the others`() throws {
    try book(Self.near)
    try book(Self.far, contact: "c2")
    let done = try dan.result(
      "appointment.cancel_many", #"{"reason":"shop_closed","place":"riverside"}"#)
    #expect(outcomes(done) == ["requested", "cancelled"])
    #expect(done["items"]?[0]?["request"]?.text == "x1")
    let back = try dan.result("appointment.reinstate_many", #"{"bulk":1}"#)
    #expect(outcomes(back) == ["reinstated", "withdrawn"])
    #expect(try state("a1") == "booked" && state("a2") == "booked")
  }

  @Test func `many are cut where the limit is, and go on under one number`() throws {
    for hour in 10...14 { try book("2026-05-12T\(hour):00:00+08:00", contact: "c2") }
    let first = try dan.result(
      "appointment.cancel_many", #"{"reason":"shop_closed","place":"riverside","limit":2}"#)
    let next = try #require(first["next"]?.text)
    #expect(outcomes(first).count == 2)
    let tried = try dan.result(
      "appointment.cancel_many",
      #"{"reason":"shop_closed","place":"riverside","after":"\#(next)"}"#,
      ctx: #"{"dry_run":true}"#)
    #expect(outcomes(tried).count == 3, "a dry run goes on without a number")
    let rest = try dan.result(
      "appointment.cancel_many",
      #"{"reason":"shop_closed","place":"riverside","bulk":1,"after":"\#(next)"}"#)
    #expect(outcomes(rest).count == 3 && rest["next"] == nil && rest["bulk"] == .integer(1))
    let back = try dan.result("appointment.reinstate_many", #"{"bulk":1,"limit":4}"#)
    let after = try #require(back["next"]?.text)
    #expect(outcomes(back).count == 4)
    let last = try dan.result(
      "appointment.reinstate_many", #"{"bulk":1,"after":"\#(after)"}"#)
    #expect(outcomes(last) == ["reinstated"])
  }

  private func outcomes(_ reply: WireValue) -> [String] {
    guard case .array(let items) = reply["items"] else { return [] }
    return items.compactMap { $0["outcome"]?.text }
  }
}
