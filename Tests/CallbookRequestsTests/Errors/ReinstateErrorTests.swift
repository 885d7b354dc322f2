import CallbookModel
import CallbookRequests
import CallbookTesting
import Testing

/// What keeps a cancelled appointment from coming back.
struct ReinstateErrorTests {
  /// The reasons, in the order in which they are provoked.
  private static let wanted = [
    "NOT_FOUND", "NOT_OWNER", "REVISION_CONFLICT", "SLOT_TAKEN", "NOT_BOOKABLE", "WRONG_STATE",
  ]

  /// One after the other, for whoever counts what was provoked.
  static func answers(_ record: DispatchRecord) throws -> [WireValue?] {
    let shop = try TestShop(record: record)
    defer { withExtendedLifetime(shop) {} }
    shop.clock.set(try #require(Instant("2026-05-06T10:00:00+08:00")))
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["admin"]}"#)
    let admin = shop.connect(uid: 4001)
    for (method, params) in [
      ("staff.add", #"{"user":"bob","role":["agent"]}"#),
      ("contact.add", #"{"name":"王小明"}"#), ("contact.add", #"{"name":"李雷"}"#),
    ] { _ = try admin.result(method, params) }
    func book(_ contact: String, _ time: String) throws {
      _ = try admin.result(
        "appointment.book",
        #"{"contact":"\#(contact)","kind":"visit","assignee":"bob","start":"\#(time)"}"#)
    }
    try book("c1", "2026-05-07T10:00:00+08:00")
    try book("c1", "2026-05-08T10:00:00+08:00")
    shop.cancel(AppointmentID(1))
    shop.cancel(AppointmentID(2))
    try book("c2", "2026-05-07T10:30:00+08:00")
    var answers = [
      try admin.failure("appointment.reinstate", #"{"id":"a9"}"#),
      // Whoever was to be there does not decide whether it takes place.
      try shop.connect(uid: 4002).failure("appointment.reinstate", #"{"id":"a1"}"#),
      try admin.failure("appointment.reinstate", #"{"id":"a1","if_rev":1}"#),
      try admin.failure("appointment.reinstate", #"{"id":"a1"}"#),
    ]
    _ = try admin.result("calendar.set", #"{"days":["2026-05-08"],"hours":"closed"}"#)
    answers.append(try admin.failure("appointment.reinstate", #"{"id":"a2"}"#))
    let back = try admin.result("appointment.reinstate", #"{"id":"a2","override":"约好了"}"#)
    #expect(back["state"]?.text == "booked" && back["sequence"]?.integer == 2)
    #expect(back["override"]?.text == "约好了" && back["cancellation"] == nil)
    answers.append(try admin.failure("appointment.reinstate", #"{"id":"a2"}"#))
    return answers
  }

  @Test func `what was cancelled comes back unless something is in the way`() throws {
    let record = DispatchRecord()
    #expect(try Self.answers(record).map { $0?["reason"]?.text } == Self.wanted)
    #expect(record.undeclared.isEmpty)
  }
}
