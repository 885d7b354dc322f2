import CallbookModel
import CallbookStore
import CallbookTesting
import Testing

@testable import CallbookRequests

/// No appointment vanishes without a word (A3): who does not know that one is cancelled, or that it is
/// not, is told.
struct TellingOfCancellationTests {
  private let shop: TestShop

  /// bob owns c1; a1 is with c1 on Thursday at ten, a2 a week later.
  init() throws {
    shop = try TestShop.withStaff([
      ("contact.add", #"{"name":"王小明","owner":"bob"}"#),
      (
        "appointment.book",
        #"{"contact":"c1","kind":"visit","start":"2026-05-07T10:00:00+08:00","assignee":"bob"}"#
      ),
      (
        "appointment.book",
        #"{"contact":"c1","kind":"visit","start":"2026-05-14T10:00:00+08:00","assignee":"bob"}"#
      ),
    ])
    // Within this time a manager decides.
    _ = try shop.connect(uid: 4001).result(
      "policy.set", #"{"setting":"appointment.cancel_notice","value":"48"}"#)
  }

  private var dan: TestConnection { shop.connect(uid: 4004) }
  private var bob: TestConnection { shop.connect(uid: 4002) }

  /// What bob has to tell: `tell_cancelled a2`.
  private func tellings() throws -> [String] {
    try bob.result("today.list")["items"]?.items.compactMap { item in
      guard let kind = item["kind"]?.text, kind.hasPrefix("tell") else { return nil }
      return "\(kind) \(item["id"]?.text ?? "")"
    } ?? []
  }

  private func cancel(_ id: String, party: String) throws {
    _ = try dan.result(
      "appointment.cancel", #"{"id":"\#(id)","reason":"customer_request","party":"\#(party)"}"#)
  }

  private func decide(_ verb: String) throws {
    let params = verb == "approve" ? #"{"ids":["x1"]}"# : #"{"id":"x1","opinion":"x"}"#
    _ = try shop.connect(uid: 4001).result("cancellation.\(verb)", params)
  }

  @Test func `a customer who cancels in time knows it`() throws {
    try cancel("a2", party: "customer")
    #expect(try tellings() == [])
    #expect(
      try bob.failure("appointment.told", #"{"id":"a2"}"#)?["reason"]?.text == "WRONG_STATE")
  }

  @Test func `what the shop cancels, alone or with others, is to be told until it was`() throws {
    try cancel("a2", party: "shop")
    #expect(try tellings() == ["tell_cancelled a2"])
    _ = try bob.result("appointment.told", #"{"id":"a2"}"#)
    #expect(try tellings() == [])
    _ = try dan.result("appointment.reinstate", #"{"id":"a2"}"#)
    #expect(try tellings() == ["tell a2"], "it was told that it is cancelled")
    _ = try bob.result("appointment.confirm", #"{"id":"a2"}"#)
    #expect(try tellings() == [], "who confirms knows when it is")

    let many = try dan.result(
      "appointment.cancel_many",
      #"{"reason":"shop_closed","from":"2026-05-12T00:00:00+08:00","until":"2026-05-15T00:00:00+08:00"}"#
    )
    #expect(try tellings() == ["tell_cancelled a2"])
    let bulk = try #require(many["bulk"]?.integer)
    _ = try dan.result("appointment.reinstate_many", #"{"bulk":\#(bulk)}"#)
    #expect(try tellings() == [], "nobody had told")
  }

  @Test func `what a manager decided is told, whichever way`() throws {
    try cancel("a1", party: "customer")
    #expect(try tellings() == [], "it is not decided yet")
    try decide("approve")
    #expect(try tellings() == ["tell_cancelled a1"])
  }

  @Test func `who asked in vain hears that it takes place`() throws {
    try cancel("a1", party: "customer")
    try decide("reject")
    #expect(try tellings() == ["tell a1"])
  }

  @Test func `what the shop asked for in vain is nothing to the customer`() throws {
    try cancel("a1", party: "shop")
    try decide("reject")
    #expect(try tellings() == [])
  }

  @Test func `a request that expires leaves the customer to be told`() throws {
    for (setting, value) in [("appointment.cancel_notice", "720"), ("approval.expire", "2")] {
      _ = try shop.connect(uid: 4001).result(
        "policy.set", #"{"setting":"\#(setting)","value":"\#(value)"}"#)
    }
    try cancel("a2", party: "customer")
    shop.clock.set(try #require(Instant("2026-05-12T18:00:00+08:00")))
    shop.claim()
    shop.claim()
    #expect(
      try dan.result("cancellation.get", #"{"id":"x1"}"#)["state"]?.text == "expired")
    #expect(try tellings().contains("tell a2"))
  }

  @Test func `once it would have begun there is nothing to tell`() throws {
    try cancel("a2", party: "shop")
    shop.clock.set(try #require(Instant("2026-05-14T10:00:00+08:00")))
    #expect(try tellings() == [])
  }
}
