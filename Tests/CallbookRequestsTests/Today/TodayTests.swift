import CallbookJSON
import CallbookModel
import CallbookStore
import CallbookTesting
import Testing

@testable import CallbookRequests

/// What is due for whom, and what to know before.
struct TodayTests {
  private static let day: Int64 = 86_400_000

  /// alice is admin, bob and carol are agents, dan is manager; bob looks after c1, carol after c2, and
  /// nobody after c3. What was due a quarter of a year later is due.
  private func shop(passing days: Int64 = 100) throws -> TestShop {
    let shop = try TestShop()
    let root = shop.connect()
    for (method, params) in [
      ("staff.add", #"{"user":"alice","role":["admin"]}"#)
    ] { _ = try root.result(method, params) }
    let admin = shop.connect(uid: 4001)
    for (method, params) in [
      ("staff.add", #"{"user":"bob","role":["agent"]}"#),
      ("staff.add", #"{"user":"carol","role":["agent"]}"#),
      ("staff.add", #"{"user":"dan","role":["manager"]}"#),
      ("contact.add", #"{"name":"王小明","owner":"bob"}"#),
      ("contact.add", #"{"name":"李娜","owner":"carol"}"#),
      ("contact.add", #"{"name":"赵强"}"#),
    ] { _ = try admin.result(method, params) }
    shop.clock.advance(milliseconds: days * Self.day)
    claim(shop)
    return shop
  }

  private func claim(_ shop: TestShop) {
    shop.store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "schedule.claim",
        work: { store throws(CallbookError) in
          _ = try store.claimDue()
          return []
        }, completion: { _ in }))
    shop.settle()
  }

  private func contacts(_ today: WireValue) -> [String] {
    guard case .array(let items) = today["items"] else { return [] }
    return items.compactMap { $0["contact"]?.text }
  }

  private func notices(_ today: WireValue) -> [String] {
    guard case .array(let items) = today["notices"] else { return [] }
    return items.compactMap { $0["notice"]?.text }
  }

  @Test func `each sees their own, a manager also what is nobody's, and everybody's if they want`()
    throws
  {
    let shop = try shop()
    let bob = shop.connect(uid: 4002)
    let own = try bob.result("today.list")
    #expect(contacts(own) == ["c1"])
    #expect(own["items"]?[0]?["command"] == .string("callbook review"))
    #expect(own["items"]?[0]?["overdue"] == .boolean(true))
    #expect(contacts(try shop.connect(uid: 4004).result("today.list")) == ["c3"])
    let manager = shop.connect(uid: 4004)
    #expect(
      contacts(try manager.result("today.list", #"{"all":true}"#)).sorted() == ["c1", "c2", "c3"])
    #expect(contacts(try manager.result("today.list", #"{"user":"carol"}"#)) == ["c2"])
    for params in [#"{"all":true}"#, #"{"user":"carol"}"#] {
      #expect(try bob.failure("today.list", params)?["reason"]?.text == "ROLE_MISSING")
    }
    #expect(
      try manager.failure("today.list", #"{"user":"nobody"}"#)?["reason"]?.text == "NOT_FOUND")
    #expect(
      try manager.failure("today.list", #"{"user":"bob","all":true}"#)?["reason"]?.text
        == "INVALID_PARAMS")
  }

  @Test func `whoever stands in sees the work of those who are away`() throws {
    let shop = try shop()
    let bob = shop.connect(uid: 4002)
    _ = try shop.connect(uid: 4003).result("staff.away", #"{"substitute":"bob"}"#)
    let today = try bob.result("today.list")
    #expect(contacts(today).sorted() == ["c1", "c2"])
    #expect(today["users"] == .array([.string("bob"), .string("carol")]))
    #expect(contacts(try bob.result("today.list", #"{"user":"carol"}"#)) == ["c2"])
    #expect(notices(try shop.connect(uid: 4003).result("today.list")).contains("away"))
  }

  @Test func `an empty day says what comes next`() throws {
    let shop = try shop(passing: 0)
    let today = try shop.connect(uid: 4002).result("today.list")
    #expect(contacts(today).isEmpty)
    #expect(today["upcoming"]?["subject"] == .string("c1"))
    #expect(today["counts"]?[0]?["overdue"] == .integer(0))
  }

  @Test func `counts hold what is not listed`() throws {
    let shop = try shop()
    let today = try shop.connect(uid: 4001).result("today.list", #"{"all":true,"limit":1}"#)
    #expect(contacts(today).count == 1)
    #expect(today["counts"]?[0]?["overdue"] == .integer(3))
  }

  /// DOMAIN K4: by working days of the policy, for whoever is of operations.
  @Test func `a batch waits for operations, and a manager hears of one that waits too long`() throws
  {
    let shop = try shop(passing: 0)
    let admin = shop.connect(uid: 4001)
    for (method, params) in [
      ("staff.add", #"{"user":"erin","role":["operations"]}"#),
      ("point.add", #"{"contact":"c1","kind":"phone","value":"199 0000 1234"}"#),
      ("callback.plan", #"{"contact":"c1"}"#),
      (
        "callback.done",
        #"{"id":"k1","transaction":"T1","problem":"无","solution":"无","running_state":"normal","satisfaction":5}"#
      ), ("batch.create", "{}"),
    ] { _ = try admin.result(method, params) }
    #expect(try batches(shop, uid: 4005) == [])
    shop.clock.advance(milliseconds: 4 * Self.day)
    claim(shop)
    #expect(try batches(shop, uid: 4005) == ["callbook batch acknowledge b1"])
    #expect(try batches(shop, uid: 4002) == [], "an agent has nothing to do with it")
    #expect(try batches(shop, uid: 4001, #"{"all":true}"#) == ["callbook batch acknowledge b1"])
    #expect(try reminders(shop) == ["batch.due operations fired", "batch.overdue manager pending"])
    shop.clock.advance(milliseconds: 5 * Self.day)
    claim(shop)
    #expect(try reminders(shop) == ["batch.due operations fired", "batch.overdue manager fired"])
    _ = try shop.connect(uid: 4005).result("batch.acknowledge", #"{"id":"b1"}"#)
    #expect(try batches(shop, uid: 4005) == [], "it is due some days later again")
    shop.clock.advance(milliseconds: 9 * Self.day)
    claim(shop)
    #expect(try batches(shop, uid: 4005) == ["callbook batch forms b1 --open"])
    _ = try shop.connect(uid: 4005).result(
      "batch.conclude", #"{"id":"b1","conclusion":"no_action"}"#)
    #expect(try batches(shop, uid: 4005) == [])
    #expect(try reminders(shop).allSatisfy { !$0.hasSuffix("pending") })
  }

  private func batches(
    _ shop: TestShop, uid: UInt32, _ params: String = "{}"
  ) throws -> [String] {
    guard case .array(let items) = try shop.connect(uid: uid).result("today.list", params)["items"]
    else { return [] }
    return items.filter { $0["kind"]?.text == "batch" }.compactMap { $0["command"]?.text }
  }

  /// In the order in which they were planned.
  private func reminders(_ shop: TestShop) throws -> [String] {
    let stories = try shop.connect(uid: 4001).result("reminder.why", #"{"id":"b1"}"#)
    guard case .array(let items) = stories["items"] else { return [] }
    return items.reversed().compactMap { item in
      let reminder = item["reminder"]
      return [reminder?["kind"], reminder?["role"], reminder?["state"]].compactMap { $0?.text }
        .joined(separator: " ")
    }
  }

  /// EXPECTATIONS 25.
  @Test func `a new shop is told what to type first`() throws {
    let shop = try TestShop()
    let today = try shop.connect().result("today.list")
    #expect(notices(today).prefix(2) == ["no_staff", "no_contacts"])
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["admin"]}"#)
    let begun = notices(try shop.connect(uid: 4001).result("today.list"))
    #expect(!begun.contains("no_staff") && begun.contains("no_contacts"))
    #expect(begun.contains("backup_missing"))
  }

  @Test func `what is planned by a calendar that is not known is said`() throws {
    let shop = try TestShop()
    _ = try shop.connect().result("contact.add", #"{"name":"A"}"#)
    shop.clock.advance(milliseconds: 300 * Self.day)
    _ = try shop.connect().result("contact.add", #"{"name":"B"}"#)
    let found = notices(try shop.connect().result("today.list"))
    #expect(found.contains("calendar_unknown") && found.contains("provisional"), "\(found)")
  }
}
