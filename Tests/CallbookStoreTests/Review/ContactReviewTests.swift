import CallbookModel
import Testing

@testable import CallbookStore

/// The first reminder that there is: the next review of a contact (DOMAIN R1).
struct ContactReviewTests {
  private static let day: Int64 = 86_400_000

  private func reminders(_ store: TestStore, _ id: ContactID) throws -> [PlannedReminder] {
    try store.read { store throws(CallbookError) in try store.reminders(of: .contact(id)) }
  }

  private func edit(
    _ store: TestStore, _ id: ContactID, _ change: @escaping @Sendable (inout Contact) -> Void
  ) throws {
    try store.change { store throws(CallbookError) in
      let old = try store.contact(id, withRemoved: true)
      var new = old
      change(&new)
      _ = try store.save(new, over: old, event: "contact.edited")
      return []
    }
  }

  /// EXPECTATIONS 7: the day is a holiday, so it is the first opening afterwards.
  @Test func `a new merchant is reviewed after three months, when the shop works`() throws {
    let store = try TestStore()
    let id = try store.add("A")
    let planned = try reminders(store, id)
    #expect(planned.count == 1)
    // Added on Sunday 22 November 2026; 22 February 2027 is a Monday of a year not known yet.
    #expect(planned[0].reminder.due == Instant("2027-02-22T09:00:00+08:00"))
    #expect(planned[0].reminder.isProvisional)
    #expect(planned[0].reminder.rule == "review.cycle.merchant")
    #expect(planned[0].reminder.audience == .role(.manager))
    #expect(planned[0].plannedSeq == 1)
    #expect(store.store.schedule.current.pending == 1)
  }

  @Test func `when it is due a review is opened, and one only`() throws {
    let store = try TestStore()
    let id = try store.add("A")
    store.clock.pass(milliseconds: 93 * Self.day)
    #expect(try store.claim().fired == 1)
    let review = try store.read { store throws(CallbookError) in try store.openReview(of: id) }
    #expect(review?.id == ReviewID(1))
    #expect(review?.due == Instant("2027-02-22T09:00:00+08:00"))
    #expect(try reminders(store, id).map(\.state) == [.fired])
    let events = try store.read { store throws(CallbookError) in
      try store.ledger(after: 0, limit: 10).map { "\($0.event) \($0.subject.number)" }
    }
    #expect(events == ["contact.added 1", "reminder.fired 1", "review.opened 1"])
    // While it waits, nothing that is changed plans another one.
    try edit(store, id) { $0.category = .provider }
    #expect(try reminders(store, id).map(\.state) == [.fired])
  }

  @Test func `it reminds whoever does the owner's work on that day, else a manager`() throws {
    let store = try TestStore()
    for (place, user) in ["ann", "ben"].enumerated() {
      try store.change { store throws(CallbookError) in
        try store.insert(
          StaffMember(
            user: user, uid: UInt32(5000 + place), name: nil, roles: [.agent], state: .active,
            rev: 1, createdAt: store.at))
        return []
      }
    }
    let (first, second) = (try store.add("A"), try store.add("B"))
    for (id, owner) in [(first, "ann"), (second, "ben")] {
      try edit(store, id) { $0.owner = owner }
    }
    #expect(try reminders(store, first)[0].reminder.audience == .staff(1))
    try store.change { store throws(CallbookError) in
      guard let ann = try store.staff(user: "ann") else { return [] }
      _ = try store.setAway(Absence(from: store.at, until: nil, substitute: "ben"), of: ann)
      return []
    }
    store.clock.pass(milliseconds: 93 * Self.day)
    #expect(try store.claim().fired == 2)
    #expect(try reminders(store, first)[0].reminder.audience == .staff(2))
    #expect(try reminders(store, second)[0].reminder.audience == .staff(2))
    let handed = try store.read { store throws(CallbookError) in
      try store.ledger(after: 0, limit: 100).filter { $0.fields.contains("stand_in") }.count
    }
    #expect(handed == 1)
  }

  /// EXPECTATIONS 8: a real contact happened.
  @Test func `whoever was reached is reviewed a cycle after that day`() throws {
    let store = try TestStore()
    let id = try store.add("A")
    try edit(store, id) { $0.points[0].verifiedOn = CalendarDate("2026-12-20") }
    let planned = try reminders(store, id)
    #expect(planned.map(\.state) == [.withdrawn, .pending])
    #expect(planned[1].reminder.due == Instant("2027-03-22T09:00:00+08:00"))
  }

  @Test func `another category has another cycle, and some have none`() throws {
    let store = try TestStore()
    let id = try store.add("A")
    try edit(store, id) { $0.category = .installer }
    #expect(try reminders(store, id)[0].reminder.due == Instant("2027-05-24T09:00:00+08:00"))
    #expect(try reminders(store, id)[0].reminder.rule == "review.cycle.installer")
    try edit(store, id) { $0.category = .other }
    #expect(try reminders(store, id).map(\.state) == [.withdrawn])
    try edit(store, id) { $0.category = .merchant }
    #expect(try reminders(store, id).map(\.state) == [.withdrawn, .pending])
    try edit(store, id) { $0.status = .blocked }
    #expect(store.store.schedule.current.pending == 0)
  }

  @Test func `whoever is called in an emergency is reviewed monthly`() throws {
    let store = try TestStore()
    let id = try store.add("A")
    let list = [EmergencyContact(place: 1, name: nil, phone: nil, relation: nil, contact: id)]
    try store.change { store throws(CallbookError) in
      try store.setEmergencyList(of: .shop, to: list)
      return []
    }
    let monthly = try reminders(store, id)
    #expect(monthly.map(\.reminder.rule) == ["review.cycle.emergency"])
    #expect(monthly[0].reminder.due == Instant("2026-12-22T09:00:00+08:00"))
    try store.change { store throws(CallbookError) in
      try store.setEmergencyList(of: .shop, to: [])
      return []
    }
    #expect(try reminders(store, id).map(\.reminder.rule) == ["review.cycle.merchant"])
  }

  @Test func `of two that are merged one is reviewed, and both again when they are parted`() throws
  {
    let store = try TestStore()
    let (kept, other) = (try store.add("A"), try store.add("A"))
    store.clock.pass(milliseconds: 93 * Self.day)
    #expect(try store.claim().fired == 2)
    try store.change { store throws(CallbookError) in
      _ = try store.merge([other], into: kept)
      return []
    }
    let reviews = try store.read { store throws(CallbookError) in
      try store.sql.all("SELECT contact, state FROM review ORDER BY id", { _ in }) {
        "\($0.integer(0)) \($0.text(1))"
      }
    }
    #expect(reviews == ["1 open", "2 merged"])
    try store.change { store throws(CallbookError) in
      _ = try store.unmerge(other)
      return []
    }
    #expect(try reminders(store, other).map(\.state) == [.fired])
    let returned = try store.read { store throws(CallbookError) in try store.openReview(of: other) }
    #expect(returned?.id == ReviewID(2))
  }
}
