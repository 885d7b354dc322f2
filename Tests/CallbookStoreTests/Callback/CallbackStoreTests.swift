import CallbookModel
import Testing

@testable import CallbookStore

/// Who makes a callback, and what reminds of it.
struct CallbackStoreTests {
  private let shop: CallbackShop

  init() throws {
    shop = try CallbackShop()
  }

  @Test func `the owner makes it, else customer service in turn`() throws {
    try shop.plan(1)
    for number in 1...3 { try shop.plan(2, terminal: "T\(number)") }
    let assignees = try (1...4).map { try shop.callback($0).assignee }
    #expect(assignees == ["bob", "carol", "erin", "carol"])
  }

  @Test func `where policy says so customer service makes the owner's, too`() throws {
    try shop.change { store throws(CallbookError) in
      guard let setting = PolicySetting.of("callback.by_owner") else { return }
      var policy = store.currentPolicy
      _ = setting.set("no", in: &policy)
      _ = try store.save(policy, changing: setting)
    }
    try shop.plan(1)
    #expect(try shop.callback(1).assignee == "carol")
  }

  @Test func `whoever leaves is given no more`() throws {
    try shop.change { store throws(CallbookError) in
      guard let old = try store.staff(user: "carol") else { return }
      var new = old
      new.state = .closed
      _ = try store.save(new, over: old, event: "staff.closed")
    }
    try shop.plan(2)
    #expect(try shop.callback(1).assignee == "erin")
  }

  @Test func `whoever is away is given none, and the owner's go to who stands in`() throws {
    try shop.change { store throws(CallbookError) in
      guard let bob = try store.staff(user: "bob"), let carol = try store.staff(user: "carol")
      else { return }
      let tomorrow = store.at.advanced(byMilliseconds: 86_400_000)
      _ = try store.setAway(Absence(from: store.at, until: tomorrow, substitute: "erin"), of: bob)
      _ = try store.setAway(Absence(from: store.at, until: nil, substitute: "erin"), of: carol)
    }
    try shop.plan(1)
    for number in 1...2 { try shop.plan(2, terminal: "T\(number)") }
    #expect(try (1...3).map { try shop.callback($0).assignee } == ["erin", "erin", "erin"])
    shop.store.clock.pass(milliseconds: 2 * 86_400_000)
    try shop.plan(1, terminal: "late")
    #expect(try shop.callback(4).assignee == "bob")
  }

  /// EXPECTATIONS 11: stage, count and due stay.
  @Test func `all of somebody's open callbacks are handed over as they stand`() throws {
    let first = try #require(try shop.plan(2, terminal: "A"))
    _ = try shop.plan(2, terminal: "B")
    let third = try #require(try shop.plan(2, terminal: "C"))
    try shop.attempt(first)
    try shop.attempt(third, .reached)
    let before = try shop.callback(1)
    let moved = try shop.value { store throws(CallbookError) in
      try store.handOverCallbacks(of: "carol", to: "erin", store.callbackRules)
    }
    #expect(moved == [first])
    let after = try shop.callback(1)
    #expect(after.assignee == "erin")
    #expect(
      (after.state, after.due, after.next, after.attempts)
        == (before.state, before.due, before.next, before.attempts))
    #expect(try shop.callback(3).assignee == "carol", "what has ended stays theirs")
  }

  @Test func `each attempt moves the reminders, and the end takes them away`() throws {
    let id = try #require(try shop.plan(1))
    let planned = try shop.reminders(id)
    #expect(planned.map(\.reminder.kind) == [.callbackDue, .callbackOverdue])
    #expect(
      planned.map(\.reminder.due) == [
        Instant("2026-11-23T09:00:00+08:00"), Instant("2026-11-23T17:00:00+08:00"),
      ])
    try shop.attempt(id)
    let waiting = try shop.reminders(id).filter { $0.state == .pending }
    #expect(waiting.map(\.reminder.occurrence) == ["after 1", "after 1"])
    try shop.attempt(id, .reached)
    #expect(try shop.reminders(id).allSatisfy { $0.state == .withdrawn })
  }

  @Test func `what was put off after it fired fires again`() throws {
    let id = try #require(try shop.plan(1))
    shop.store.clock.pass(milliseconds: 36 * 3_600_000)
    _ = try shop.store.claim()
    #expect(try shop.reminders(id)[0].state == .fired)
    try shop.change { store throws(CallbookError) in
      let old = try store.callback(id)
      var new = old
      try new.snooze(
        until: store.at.advanced(byMilliseconds: 3_600_000), at: store.at,
        among: try store.contact(old.contact).points, store.callbackRules)
      _ = try store.save(new, over: old, event: "callback.snoozed")
    }
    shop.store.clock.pass(milliseconds: 24 * 3_600_000)
    _ = try shop.store.claim()
    let due = try shop.reminders(id).filter { $0.reminder.kind == .callbackDue }
    #expect(due.map(\.state) == [.fired, .fired])
  }

  @Test func `one that is given up tells managers once`() throws {
    let id = try #require(try shop.plan(1))
    for _ in 1...5 { try shop.attempt(id) }
    #expect(try shop.callback(1).state == .exhausted)
    for _ in 1...3 {
      shop.store.clock.pass(milliseconds: 24 * 3_600_000)
      _ = try shop.store.claim()
    }
    let fired = try shop.reminders(id).filter { $0.state == .fired }
    #expect(fired.map(\.reminder.kind) == [.callbackExhausted])
  }

  @Test func `another policy plans the escalation again`() throws {
    let id = try #require(try shop.plan(1))
    try shop.change { store throws(CallbookError) in
      guard let setting = PolicySetting.of("callback.escalate") else { return }
      var policy = store.currentPolicy
      _ = setting.set("60", in: &policy)
      _ = try store.save(policy, changing: setting)
    }
    try shop.change { store throws(CallbookError) in
      while try store.replanSome() {}
    }
    let overdue = try shop.reminders(id).filter { $0.reminder.kind == .callbackOverdue }
    #expect(overdue.map(\.reminder.due) == [Instant("2026-11-23T10:00:00+08:00")])
  }

  @Test func `a number that was wrong may be called again once it was corrected`() throws {
    let id = try #require(try shop.plan(1))
    try shop.attempt(id, .wrongNumber)
    func corrected() throws -> [Bool] { try shop.callback(1).attempts.map(\.isCorrected) }
    #expect(try corrected() == [false])
    try shop.change { store throws(CallbookError) in
      let old = try store.contact(ContactID(1), withRemoved: true)
      var new = old
      new.points[0].normal = "+8619900000099"
      _ = try store.save(new, over: old, event: "point.edited")
    }
    #expect(try corrected() == [true])
  }
}
