import CallbookModel
import Testing

@testable import CallbookStore

/// Reminders before appointments, as time passes (EXPECTATIONS 1 and 9).
struct AppointmentReminderTests {
  private let shop: CallbackShop
  private let waiting = [
    "soon 1440 pending", "soon 120 pending", "tell 1440 pending", "tell 120 pending",
  ]

  init() throws {
    shop = try CallbackShop()
  }

  private func dues(_ id: AppointmentID) throws -> [Instant] {
    try shop.store.read { store throws(CallbookError) in
      try store.pendingReminders(of: .appointment(id)).map(\.reminder.due)
    }
  }

  @Test func `a moved appointment moves its reminders, and what fired stays in the history`() throws
  {
    let id = try shop.book(CallbackShop.inHours(48))
    #expect(try shop.reminders(id) == waiting)
    try shop.pass(hours: 24)
    #expect(
      try shop.reminders(id) == [
        "soon 1440 fired", "soon 120 pending", "tell 1440 fired", "tell 120 pending",
      ])
    try shop.move(id, to: CallbackShop.inHours(72))
    #expect(
      try shop.reminders(id) == [
        "soon 1440 fired", "soon 120 pending", "tell 1440 fired", "tell 120 pending",
        "soon 1440 pending", "tell 1440 pending",
      ])
    let start = CallbackShop.inHours(72).start
    #expect(
      Set(try dues(id)) == [
        start.advanced(byMilliseconds: -24 * CallbackShop.hour),
        start.advanced(byMilliseconds: -2 * CallbackShop.hour),
      ])
    // Nothing is left of where it was.
    try shop.pass(hours: 23)
    #expect(try shop.reminders(id).filter { $0.hasSuffix("fired") }.count == 2)
    try shop.pass(hours: 25)
    #expect(try shop.reminders(id).allSatisfy { !$0.hasSuffix("pending") })
  }

  @Test
  func `of lead times that passed one fires at once, and why the customer is not told is kept`()
    throws
  {
    let id = try shop.book(CallbackShop.inHours(1))
    #expect(try shop.reminders(id) == ["soon 120 pending"])
    try shop.pass(hours: 0)
    #expect(try shop.reminders(id) == ["soon 120 fired"])
    try shop.pass(hours: 0.5)
    #expect(try shop.reminders(id) == ["soon 120 fired"])
    let skipped = try shop.store.read { store throws(CallbookError) in
      let entry = try store.history(of: .appointment(id), before: .max, limit: 9).last
      return try store.changes(of: entry?.seq ?? 0)?.filter { $0.field.hasPrefix("skipped") }
    }
    #expect(skipped?.map(\.field) == ["skipped/1440 min before", "skipped/120 min before"])
    #expect(skipped?.allSatisfy { $0.after == "too_late" } == true)
  }

  @Test func `of a cancelled appointment none fires, even if the clock is set past it`() throws {
    let id = try shop.book(CallbackShop.inHours(48))
    try shop.cancel(id)
    #expect(try shop.reminders(id).allSatisfy { $0.hasSuffix("withdrawn") })
    try shop.pass(hours: 100)
    #expect(try shop.reminders(id).allSatisfy { $0.hasSuffix("withdrawn") })
    #expect(try shop.events(id) == ["appointment.booked", "appointment.cancelled"])
  }

  @Test func `one that is brought back has its reminders again`() throws {
    let id = try shop.book(CallbackShop.inHours(48))
    try shop.cancel(id)
    try shop.change(id, "appointment.reinstated") { appointment, now throws(CallbookError) in
      try appointment.reinstate(at: now)
    }
    #expect(try shop.reminders(id).filter { $0.hasSuffix("pending") } == waiting)
    try shop.pass(hours: 24)
    #expect(try shop.reminders(id).filter { $0.hasSuffix("fired") }.count == 2)
  }

  /// Fired for one time, then agreed on for later the same day.
  @Test func `re-armed to a later time it fires again the same day`() throws {
    let id = try shop.book(CallbackShop.inHours(3))
    try shop.pass(hours: 0)
    try shop.pass(hours: 1)
    #expect(
      try shop.reminders(id) == ["soon 1440 fired", "soon 120 fired", "tell 120 fired"])
    try shop.move(id, to: CallbackShop.inHours(8))
    try shop.pass(hours: 5)
    #expect(try shop.reminders(id).filter { $0 == "soon 120 fired" }.count == 2)
    #expect(try shop.reminders(id).filter { $0 == "tell 120 fired" }.count == 2)
  }

  @Test func `before never becomes after: what was not said by the start is of no use`() throws {
    let id = try shop.book(CallbackShop.inHours(48))
    try shop.pass(hours: 48)
    #expect(
      try shop.reminders(id) == [
        "soon 1440 expired", "soon 120 expired", "tell 1440 expired", "tell 120 expired",
      ])
    #expect(try shop.appointment(id).tellAt == nil)
  }

  /// EXPECTATIONS 5.
  @Test func `a clock that is set back and forward again fires nothing twice and loses nothing`()
    throws
  {
    let id = try shop.book(CallbackShop.inHours(48))
    try shop.pass(hours: 25)
    let fired = [
      "soon 1440 fired", "soon 120 pending", "tell 1440 fired", "tell 120 pending",
    ]
    #expect(try shop.reminders(id) == fired)
    try shop.pass(hours: -10)
    try shop.pass(hours: 12)
    #expect(try shop.reminders(id) == fired)
    try shop.pass(hours: 20)
    #expect(try shop.reminders(id).allSatisfy { $0.hasSuffix("fired") })
  }

  @Test func `two that are overdue fire as one`() throws {
    let id = try shop.book(CallbackShop.inHours(48))
    try shop.pass(hours: 47)
    #expect(
      try shop.reminders(id) == [
        "soon 1440 merged", "soon 120 fired", "tell 1440 merged", "tell 120 fired",
      ])
  }

  @Test func `the customer is to be told until somebody has, or it is moved`() throws {
    let id = try shop.book(CallbackShop.inHours(48))
    #expect(try shop.appointment(id).tellAt == nil)
    try shop.pass(hours: 24)
    #expect(try shop.appointment(id).tellAt == CallbackShop.inHours(24).start)
    try shop.change(id, "appointment.told") { appointment, now throws(CallbookError) in
      try appointment.tell(at: now)
    }
    #expect(try shop.appointment(id).tellAt == nil)
    #expect(try shop.appointment(id).toldAt == CallbackShop.inHours(24).start)
    try shop.pass(hours: 22)
    #expect(try shop.appointment(id).tellAt == CallbackShop.inHours(46).start)
    try shop.move(id, to: CallbackShop.inHours(96))
    #expect(try shop.appointment(id).tellAt == nil)
  }

  @Test func `whoever takes it over hears of it, once`() throws {
    let id = try shop.book(CallbackShop.inHours(48))
    try shop.pass(hours: 30)
    try shop.change(id, "appointment.reassigned") { appointment, now throws(CallbookError) in
      try appointment.reassign(to: "carol", at: now)
    }
    try shop.pass(hours: 0)
    let fired = try shop.store.read { store throws(CallbookError) in
      try store.reminders(of: .appointment(id)).filter {
        $0.state == .fired && $0.reminder.kind == .appointmentSoon
      }.map(\.reminder.audience)
    }
    #expect(fired == [.staff(1), .staff(2)])
    try shop.pass(hours: 1)
    #expect(try shop.reminders(id).filter { $0 == "soon 1440 fired" }.count == 2)
  }

  @Test func `another policy moves them, and another owner tells where nobody was given it`() throws
  {
    let id = try shop.book(CallbackShop.inHours(48), assignee: nil)
    try shop.change { store throws(CallbookError) in
      let setting = PolicySetting.of("appointment.remind.customer")
      var policy = store.currentPolicy
      #expect(setting?.set("none", in: &policy) == nil)
      if let setting { _ = try store.save(policy, changing: setting) }
      while try store.replanSome() {}
    }
    #expect(try shop.reminders(id).filter { $0.hasPrefix("tell") && $0.hasSuffix("pending") } == [])
    let other = try shop.book(CallbackShop.inHours(48), of: 2, assignee: nil)
    try shop.change { store throws(CallbookError) in
      var policy = store.currentPolicy
      policy.appointmentRemindCustomer = [60]
      if let setting = PolicySetting.of("appointment.remind.customer") {
        _ = try store.save(policy, changing: setting)
      }
      while try store.replanSome() {}
      let old = try store.contact(ContactID(2), withRemoved: true)
      var new = old
      new.owner = "bob"
      _ = try store.save(new, over: old, event: "contact.edited")
    }
    let audiences = try shop.store.read { store throws(CallbookError) in
      try store.pendingReminders(of: .appointment(other)).filter {
        $0.reminder.kind == .appointmentTell
      }.map(\.reminder.audience)
    }
    #expect(audiences == [.staff(1)])
  }
}
