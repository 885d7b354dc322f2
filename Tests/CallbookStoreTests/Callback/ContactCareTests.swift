import CallbookModel
import Testing

@testable import CallbookStore

/// Merchants are called whom nobody else called, where policy says so.
struct ContactCareTests {
  private let shop: CallbackShop
  private static let day: Int64 = 86_400_000

  init() throws {
    shop = try CallbackShop()
  }

  private func set(_ value: String) throws(CallbookError) {
    try shop.change { store throws(CallbookError) in
      guard let setting = PolicySetting.of("callback.care.merchant") else { return }
      var policy = store.currentPolicy
      _ = setting.set(value, in: &policy)
      _ = try store.save(policy, changing: setting)
    }
    try shop.change { store throws(CallbookError) in
      while try store.replanSome() {}
    }
  }

  private func waiting(_ contact: Int64) throws(CallbookError) -> [Instant] {
    try shop.store.read { store throws(CallbookError) in
      try store.reminders(of: Subject(kind: "care", number: contact))
        .filter { $0.state == .pending }.map(\.reminder.due)
    }
  }

  @Test func `nothing waits until policy says how often`() throws {
    #expect(try waiting(1) == [])
    try set("P1M")
    #expect(try waiting(1) == [Instant("2026-12-22T09:00:00+08:00")])
    try set("none")
    #expect(try waiting(1) == [])
  }

  @Test func `when it is due a callback is planned, and the next one counts from its end`() throws {
    try set("P1M")
    shop.store.clock.pass(milliseconds: 31 * Self.day)
    while try shop.store.claim().isMore {}
    let planned = try shop.store.read { store throws(CallbookError) in
      try store.openCallbacks(of: ContactID(1))
    }
    #expect(planned.map(\.occasion) == [.care])
    #expect(planned.first?.due == Instant("2026-12-22T09:00:00+08:00"))
    #expect(try waiting(1) == [], "while it is open none is planned")
    let id = try #require(planned.first?.id)
    try shop.attempt(id, .reached)
    #expect(try waiting(1) == [Instant("2027-01-25T09:00:00+08:00")])
  }

  /// The callback ends on a day before the one on which the last one ended.
  @Test func `care goes on after the clock was set back`() throws {
    try set("P1M")
    let first = try fallDue()
    try shop.attempt(first, .reached)
    let second = try fallDue()
    shop.store.clock.pass(milliseconds: -40 * Self.day)
    try shop.attempt(second, .reached)
    #expect(try waiting(1).count == 1, "the next one is planned")
    shop.store.clock.pass(milliseconds: 40 * Self.day)
    #expect(try fallDue() != second)
  }

  /// Lets some more than a cycle pass.
  private func fallDue() throws -> CallbackID {
    shop.store.clock.pass(milliseconds: 35 * Self.day)
    while try shop.store.claim().isMore {}
    let planned = try shop.store.read { store throws(CallbookError) in
      try store.openCallbacks(of: ContactID(1))
    }
    return try #require(planned.first?.id)
  }

  /// EXPECTATIONS 8: a real contact happened.
  @Test func `whoever was reached otherwise is called a cycle after that`() throws {
    try set("P1M")
    let id = try #require(try shop.plan(1))
    shop.store.clock.pass(milliseconds: 10 * Self.day)
    try shop.attempt(id, .reached)
    #expect(try waiting(1) == [Instant("2027-01-04T09:00:00+08:00")])
  }
}
