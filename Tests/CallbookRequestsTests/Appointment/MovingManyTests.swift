import CallbookModel
import CallbookStore
import CallbookTesting
import Testing

@testable import CallbookRequests

/// What was booked before is moved out of a switched-off window in one go, and back (B2).
struct MovingManyTests {
  private let shop: TestShop

  /// riverside has room for two.
  init() throws {
    shop = try TestShop.withStaff([
      ("place.add", #"{"name":"riverside","title":"滨江店","capacity":2}"#),
      ("contact.add", #"{"name":"王小明"}"#), ("contact.add", #"{"name":"李娜"}"#),
      ("contact.add", #"{"name":"陈静"}"#),
    ])
  }

  private var dan: TestConnection { shop.connect(uid: 4004) }
  private var carol: TestConnection { shop.connect(uid: 4003) }

  private func book(
    _ start: String, contact: String = "c1", assignee: String = "bob", more: String = ""
  ) throws {
    _ = try carol.result(
      "appointment.book",
      #"{"contact":"\#(contact)","kind":"training","start":"\#(start):00+08:00","place":"riverside","assignee":"\#(assignee)"\#(more)}"#
    )
  }

  /// riverside, from Monday 11 May, 9 o'clock, to Saturday 16 May; the next working day is the 18th.
  private func off(approved: Bool = true) throws {
    _ = try dan.result(
      "booking.off",
      #"{"reason":"装修","place":"riverside","from":"2026-05-11T09:00:00+08:00","until":"2026-05-16T09:00:00+08:00","follow_up_plan":"看进度","follow_up_on":"2026-05-14"}"#
    )
    if approved { _ = try carol.result("booking.approve", #"{"id":"o1"}"#) }
  }

  private func moveMany(_ params: String, ctx: String? = nil) throws -> WireValue {
    try dan.result("appointment.move_many", "{\(params)}", ctx: ctx)
  }

  private func moveBack(_ bulk: Int = 1) throws -> WireValue {
    try dan.result("appointment.move_back", #"{"bulk":\#(bulk)}"#)
  }

  private func outcomes(_ reply: WireValue) -> [String] {
    reply["items"]?.items.compactMap { $0["outcome"]?.text } ?? []
  }

  private func errors(_ reply: WireValue) -> [String] {
    reply["items"]?.items.compactMap { $0["error"]?.text } ?? []
  }

  private func get(_ id: String) throws -> WireValue {
    try carol.result("appointment.get", #"{"id":"\#(id)"}"#)
  }

  /// By the shop's clocks.
  private func start(_ id: String) throws -> String {
    let start = try #require(get(id)["start_at"]?.text.flatMap { Instant($0) })
    let local = Instant(millisecondsSince1970: start.millisecondsSince1970 + 8 * 3_600_000)
    return String(local.description.prefix(16)).replacing("T", with: " ")
  }

  private func due(_ uid: UInt32) throws -> [String] {
    try shop.connect(uid: uid).result("today.list")["items"]?.items.map { item in
      [item["kind"], item["id"]].compactMap { $0?.text }.joined(separator: " ")
    } ?? []
  }

  /// What of the kind waits, by when it is due.
  private func pending(_ id: String) throws -> [String] {
    let reply = try carol.result("reminder.why", #"{"id":"\#(id)"}"#)
    return reply["items"]?.items.compactMap { item in
      let reminder = item["reminder"]
      guard reminder?["state"]?.text == "pending" else { return nil }
      return reminder?["due"]?.text
    }.sorted() ?? []
  }

  @Test func `each goes to its time of day on the first day after, else to what is free next`()
    throws
  {
    try book("2026-05-12T10:00")
    try book("2026-05-13T10:00", contact: "c2")
    try book("2026-05-12T10:00", contact: "c3", assignee: "dan")
    try book("2026-05-18T10:00", contact: "c2", assignee: "carol")
    try off()
    let done = try moveMany(#""affected_by":"o1""#)
    #expect(outcomes(done) == ["moved", "moved", "moved"])
    #expect(done["bulk"] == .integer(1) && done["next"] == nil)
    // The place has room for two at ten: of the third neither it nor bob is there before Tuesday.
    #expect(try start("a1") == "2026-05-18 10:00")
    #expect(try start("a3") == "2026-05-19 10:00")
    #expect(try start("a2") == "2026-05-19 10:00")
    #expect(done["items"]?[0]?["moved_to"]?.text == "2026-05-18T02:00:00.000Z")
    #expect(try get("a1")["assignee"]?.text == "bob" && get("a1")["place"]?.text == "riverside")
  }

  @Test func `where its time of day is taken for a week it takes the first slot that is free`()
    throws
  {
    try book("2026-05-12T10:00")
    for day in 18...22 {
      try book("2026-05-\(day)T09:00", contact: "c2", more: #","duration_minutes":180"#)
    }
    try off()
    _ = try moveMany(#""affected_by":"o1""#)
    #expect(try start("a1") == "2026-05-18 12:00")
  }

  @Test func `a dry run tells and changes nothing`() throws {
    try book("2026-05-12T10:00")
    try off()
    let tried = try moveMany(#""affected_by":"o1""#, ctx: #"{"dry_run":true}"#)
    #expect(outcomes(tried) == ["moved"])
    #expect(try start("a1") == "2026-05-12 10:00")
    #expect(
      try carol.failure("appointment.move_back", #"{"bulk":1}"#)?["reason"]?.text == "NOT_FOUND")
    let affected = try carol.result("booking.affected", #"{"id":"o1"}"#)
    #expect(
      affected["move_all"]?.text == "callbook appointment move-many --affected-by o1 --dry-run")
    _ = try moveMany(#""affected_by":"o1""#)
    let rest = try carol.result("booking.affected", #"{"id":"o1"}"#)
    #expect(rest["items"]?.items == [] && rest["move_all"] == nil)
  }

  @Test func `reminders move with it, and the customer is to be told at once`() throws {
    try book("2026-05-12T10:00")
    _ = try dan.result("appointment.confirm", #"{"id":"a1"}"#)
    try off()
    #expect(try due(4002) == [])
    _ = try moveMany(#""affected_by":"o1""#)
    #expect(
      try pending("a1") == [
        "2026-05-17T02:00:00.000Z", "2026-05-17T02:00:00.000Z", "2026-05-18T00:00:00.000Z",
        "2026-05-18T00:00:00.000Z",
      ])
    #expect(try get("a1")["state"]?.text == "booked")
    #expect(try due(4002) == ["tell a1"])
    _ = try shop.connect(uid: 4002).result("appointment.told", #"{"id":"a1"}"#)
    #expect(try due(4002) == [])
  }

  @Test func `one number undoes it all, also into the window that was off then`() throws {
    try book("2026-05-12T10:00")
    try book("2026-05-13T11:00", contact: "c2", assignee: "dan")
    _ = try dan.result("appointment.confirm", #"{"id":"a1"}"#)
    try off()
    let before = try pending("a1")
    _ = try moveMany(#""affected_by":"o1""#)
    let back = try moveBack()
    #expect(outcomes(back) == ["moved_back", "moved_back"])
    #expect(try start("a1") == "2026-05-12 10:00" && start("a2") == "2026-05-13 11:00")
    #expect(try get("a1")["state"]?.text == "confirmed")
    #expect(try get("a1")["tell_at"] == nil && due(4002) == [])
    #expect(try pending("a1") == before)
    #expect(try outcomes(moveBack()) == [], "once")
  }

  @Test func `a customer who was told of the other time is told again`() throws {
    try book("2026-05-12T10:00")
    try off()
    _ = try moveMany(#""affected_by":"o1""#)
    _ = try dan.result("appointment.told", #"{"id":"a1"}"#)
    _ = try moveBack()
    #expect(try due(4002) == ["tell a1"])
  }

  @Test func `what was changed since stays and is named`() throws {
    for (hour, contact) in [(10, "c1"), (11, "c2"), (12, "c3"), (13, "c1"), (14, "c2")] {
      try book("2026-05-12T\(hour):00", contact: contact)
    }
    try off()
    _ = try moveMany(#""affected_by":"o1""#)
    _ = try dan.result("appointment.confirm", #"{"id":"a1"}"#)
    _ = try dan.result("appointment.move", #"{"id":"a2","start":"2026-05-20T15:00:00+08:00"}"#)
    _ = try dan.result("appointment.cancel", #"{"id":"a3","reason":"weather"}"#)
    _ = try carol.result(
      "appointment.book",
      #"{"contact":"c3","kind":"visit","start":"2026-05-12T13:00:00+08:00","assignee":"bob"}"#)
    let back = try moveBack()
    #expect(outcomes(back) == ["moved_back", "failed", "failed", "failed", "failed"])
    #expect(errors(back) == ["SLOT_TAKEN", "WRONG_STATE", "WRONG_STATE", "WRONG_STATE"])
    #expect(try start("a1") == "2026-05-18 10:00" && start("a5") == "2026-05-12 14:00")
    // What could not go back yet can later.
    _ = try carol.result("appointment.cancel", #"{"id":"a6","reason":"weather"}"#)
    #expect(try outcomes(moveBack()) == ["moved_back", "failed", "failed", "failed"])
  }

  @Test func `what follows one another is shifted by a day, and back`() throws {
    for day in 11...15 { try book("2026-05-\(day)T10:00") }
    let done = try moveMany(
      #""from":"2026-05-11T00:00:00+08:00","until":"2026-05-15T00:00:00+08:00","days":1"#)
    // The 15th is not among them: what would come on it finds it taken.
    #expect(outcomes(done) == ["failed", "failed", "failed", "failed"])
    #expect(done["items"]?[0]?["error"]?.text == "SLOT_TAKEN")
    #expect(done["items"]?[0]?["free"]?.items.isEmpty == false)
    let all = try moveMany(#""assignee":"bob","days":7,"place":"riverside""#)
    #expect(outcomes(all) == Array(repeating: "moved", count: 5))
    #expect(try start("a1") == "2026-05-18 10:00" && start("a5") == "2026-05-22 10:00")
    _ = try moveBack(2)
    let next = try moveMany(#""ids":["a1","a2","a3"],"days":-5"#)
    #expect(outcomes(next) == ["failed", "moved", "moved"])
    _ = try moveBack(3)
    let gone = try dan.result("appointment.cancel", #"{"id":"a5","reason":"weather"}"#)
    #expect(gone["request"] == nil || gone["request"] == .null)
    let shifted = try moveMany(#""ids":["a1","a2","a3","a4"],"days":1"#)
    #expect(outcomes(shifted) == Array(repeating: "moved", count: 4))
    #expect(try start("a1") == "2026-05-12 10:00" && start("a4") == "2026-05-15 10:00")
    #expect(try outcomes(moveBack(4)) == Array(repeating: "moved_back", count: 4))
    #expect(try start("a1") == "2026-05-11 10:00" && start("a4") == "2026-05-14 10:00")
  }

  @Test func `what waits to be cancelled, has begun or is over stays as it is`() throws {
    try book("2026-05-06T15:00")
    try book("2026-05-06T16:30", contact: "c2")
    try book("2026-05-08T15:00", contact: "c3")
    _ = try dan.result("appointment.cancel", #"{"id":"a2","reason":"weather"}"#)
    _ = try dan.result("appointment.cancel", #"{"id":"a3","reason":"weather"}"#)
    shop.clock.set(try #require(Instant("2026-05-06T15:30:00+08:00")))
    let done = try moveMany(#""ids":["a1","a2","a3"],"days":7"#)
    #expect(errors(done) == ["WRONG_STATE", "WRONG_STATE", "WRONG_STATE"])
    let cancelled = try dan.result(
      "appointment.cancel_many", #"{"reason":"weather","ids":["a1","a3"]}"#)
    #expect(outcomes(cancelled) == ["failed", "failed"])
  }

  @Test func `before it is approved nothing goes from one of its days to another`() throws {
    try book("2026-05-12T10:00")
    try off(approved: false)
    #expect(try errors(moveMany(#""affected_by":"o1","days":1"#)) == ["BOOKING_OFF"])
    _ = try moveMany(#""affected_by":"o1""#)
    #expect(try start("a1") == "2026-05-18 10:00")
    _ = try carol.result("booking.reject", #"{"id":"o1","opinion":"不行"}"#)
    let late = try dan.failure("appointment.move_many", #"{"affected_by":"o1"}"#)
    #expect(late?["reason"]?.text == "WRONG_STATE")
  }

  @Test func `where nothing is free it says so, and what would be without the assignee`() throws {
    _ = try shop.connect(uid: 4001).result(
      "policy.set", #"{"setting":"appointment.horizon","value":"13"}"#)
    try book("2026-05-12T10:00")
    for day in 18...19 {
      try book(
        "2026-05-\(day)T09:00", contact: "c2", more: #","duration_minutes":540,"override":"x""#)
    }
    try off()
    let done = try moveMany(#""affected_by":"o1""#)
    #expect(errors(done) == ["NOT_BOOKABLE"])
    #expect(done["items"]?[0]?["free"]?.items.first?.text == "2026-05-18T01:00:00.000Z")
  }

  @Test func `many are cut where the limit is, and go on under one number`() throws {
    for hour in 10...14 { try book("2026-05-12T\(hour):00") }
    try off()
    let first = try moveMany(#""affected_by":"o1","limit":2"#)
    let next = try #require(first["next"]?.text)
    let rest = try moveMany(#""affected_by":"o1","bulk":1,"after":"\#(next)""#)
    #expect(outcomes(first).count == 2 && outcomes(rest).count == 3 && rest["next"] == nil)
    let back = try dan.result("appointment.move_back", #"{"bulk":1,"limit":4}"#)
    let after = try #require(back["next"]?.text)
    let last = try dan.result("appointment.move_back", #"{"bulk":1,"after":\#(after)}"#)
    #expect(outcomes(back).count == 4 && outcomes(last) == ["moved_back"])
  }

  @Test func `cancelled in bulk for a window, it comes back into it`() throws {
    try book("2026-05-12T10:00")
    try off()
    let done = try dan.result(
      "appointment.cancel_many", #"{"reason":"shop_closed","affected_by":"o1"}"#)
    #expect(outcomes(done) == ["cancelled"])
    let back = try dan.result("appointment.reinstate_many", #"{"bulk":1}"#)
    #expect(outcomes(back) == ["reinstated"])
    // What went off later is in the way.
    _ = try dan.result("appointment.cancel_many", #"{"reason":"weather","ids":["a1"]}"#)
    shop.clock.advance(milliseconds: 1000)
    _ = try dan.result(
      "booking.off",
      #"{"reason":"停电","from":"2026-05-12T09:00:00+08:00","until":"2026-05-13T09:00:00+08:00","follow_up_plan":"x","follow_up_on":"2026-05-12"}"#
    )
    _ = try carol.result("booking.approve", #"{"id":"o2"}"#)
    let late = try dan.result("appointment.reinstate_many", #"{"bulk":2}"#)
    #expect(errors(late) == ["BOOKING_OFF"])
    // No number is of both.
    let move = try moveMany(#""ids":["a1"],"days":1"#)
    #expect(move["bulk"] == .integer(3))
    #expect(
      try dan.failure("appointment.move_back", #"{"bulk":2}"#)?["reason"]?.text == "NOT_FOUND")
  }
}
