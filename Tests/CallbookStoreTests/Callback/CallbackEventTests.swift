import CallbookModel
import Testing

@testable import CallbookStore

/// The rules that plan callbacks (EXPECTATIONS 10): told twice, late, or taken back.
struct CallbackEventTests {
  private let shop: CallbackShop
  private let now = TestServices.start

  init() throws {
    shop = try CallbackShop()
  }

  private func settlement(
    of terminal: Int64 = 4, contact: Int64 = 1, at: Instant? = nil
  ) -> CallbackEvent {
    CallbackEvent(
      .firstSettlement, of: "terminal", terminal, contact: ContactID(contact),
      terminal: "SN-\(terminal)", at: at ?? now)
  }

  private func report(_ event: CallbackEvent) throws(CallbookError) -> CallbackID? {
    try shop.value { store throws(CallbookError) in
      try store.report(event, store.callbackRules)?.id
    } ?? nil
  }

  private func reverse(_ event: CallbackEvent) throws(CallbookError) -> CallbackID? {
    try shop.value { store throws(CallbookError) in try store.reverse(event)?.id } ?? nil
  }

  private func set(_ key: String, _ value: String) throws(CallbookError) {
    try shop.change { store throws(CallbookError) in
      guard let setting = PolicySetting.of(key) else {
        throw CallbookError(.notFound, "there is no setting \(key)")
      }
      var policy = store.currentPolicy
      _ = setting.set(value, in: &policy)
      _ = try store.save(policy, changing: setting)
    }
  }

  @Test func `the same event reported twice gives one callback`() throws {
    let first = try report(settlement())
    #expect(first == CallbackID(1))
    #expect(try report(settlement()) == first)
    #expect(try report(settlement(at: now.advanced(byMilliseconds: 5000))) == first)
    #expect(try report(settlement(of: 5)) == CallbackID(2))
    #expect(try shop.events(CallbackID(1)) == ["callback.planned"])
  }

  /// Not even when the first one was done meanwhile.
  @Test func `an event that was served is not served again`() throws {
    let first = try #require(try report(settlement()))
    try shop.attempt(first, .reached)
    #expect(try report(settlement()) == first)
    #expect(try shop.callback(1).state == .done)
  }

  @Test func `one that is told late is due when it would have been, and is marked`() throws {
    // Friday 20 November, 10 o'clock; the clock of the test stands at Sunday.
    let at = try #require(Instant("2026-11-20T10:00:00+08:00"))
    _ = try report(settlement(at: at))
    let callback = try shop.callback(1)
    #expect(callback.due == at && callback.isLate)
    _ = try report(settlement(of: 5))
    #expect(try shop.callback(2).isLate == false)
  }

  @Test func `a reversal withdraws a callback that nobody has begun`() throws {
    let id = try #require(try report(settlement()))
    #expect(try reverse(settlement()) == id)
    let callback = try shop.callback(1)
    #expect(callback.state == .withdrawn && callback.end?.cause == .reversed)
    #expect(try shop.reminders(id).allSatisfy { $0.state == .withdrawn })
    #expect(try reverse(settlement()) == nil, "it is taken back once")
    // What happens after all is served anew.
    #expect(try report(settlement()) == CallbackID(2))
  }

  @Test(arguments: [CallbackAttempt.Outcome.noAnswer, .reached, .refused])
  func `a reversal never withdraws one that was begun`(
    _ outcome: CallbackAttempt.Outcome
  ) throws {
    let id = try #require(try report(settlement()))
    try shop.attempt(id, outcome)
    let before = try shop.callback(1)
    #expect(try reverse(settlement()) == id)
    #expect(try shop.callback(1) == before)
  }

  @Test func `one callback serves two events about one terminal, and goes with the last`() throws {
    let install = CallbackEvent(
      .appointmentCompleted, of: "appointment", 7, contact: ContactID(1), terminal: "SN-4", at: now)
    let first = try report(install)
    let late = try shop.callback(1).due
    #expect(try report(settlement()) == first)
    #expect(try shop.callback(1).due < late, "the earlier of both holds")
    _ = try reverse(install)
    #expect(try shop.callback(1).state == .planned)
    _ = try reverse(settlement())
    #expect(try shop.callback(1).state == .withdrawn)
  }

  @Test func `a callback that somebody planned by hand is not taken back`() throws {
    try shop.plan(1, terminal: "SN-4")
    #expect(try report(settlement()) == CallbackID(1))
    #expect(try reverse(settlement()) == CallbackID(1))
    #expect(try shop.callback(1).state == .planned)
  }

  @Test func `policy decides whether and when`() throws {
    try set("callback.after.first_settlement", "60")
    _ = try report(settlement(at: Instant("2026-11-23T09:00:00+08:00")))
    #expect(try shop.callback(1).due == Instant("2026-11-23T10:00:00+08:00"))
    try set("callback.after.first_settlement", "none")
    #expect(try report(settlement(of: 5)) == nil)
  }

  @Test func `nobody on the black list is called by a rule`() throws {
    try shop.change { store throws(CallbookError) in
      let old = try store.contact(ContactID(1), withRemoved: true)
      var new = old
      new.status = .blocked
      _ = try store.save(new, over: old, event: "contact.edited")
    }
    #expect(try report(settlement()) == nil)
  }
}
