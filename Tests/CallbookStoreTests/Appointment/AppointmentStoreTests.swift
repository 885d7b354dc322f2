import CallbookModel
import Testing

@testable import CallbookStore

/// Appointments as the store keeps them: whole, in order, and with their contact.
struct AppointmentStoreTests {
  private let shop: CallbackShop

  init() throws {
    shop = try CallbackShop()
  }

  private func list(_ change: (inout AppointmentFilter) -> Void = { _ in }) throws -> [String] {
    var filter = AppointmentFilter()
    change(&filter)
    return try shop.store.read { [filter] store throws(CallbookError) in
      try store.appointments(filter, after: nil, limit: 100).map { "\($0.id)" }
    }
  }

  @Test func `everything that is kept comes back`() throws {
    try shop.change { store throws(CallbookError) in
      try store.insert(
        Place(name: .example, title: "江边店", capacity: 2, createdAt: store.at))
    }
    let id = try shop.book(CallbackShop.inHours(48), place: .example)
    let booked = try shop.appointment(id)
    #expect(booked.place == .example && booked.assignee == "bob" && booked.owner == "bob")
    #expect(booked.name == "N1" && booked.terminal == "SN-4" && booked.note == "带合同")
    try shop.cancel(id)
    let cancelled = try shop.appointment(id)
    #expect(cancelled.state == .cancelled && cancelled.sequence == 1 && cancelled.rev == 2)
    let cancellation = try #require(cancelled.cancellation)
    #expect(cancellation.reason == .customerRequest && cancellation.text == "下周再约")
    #expect(cancellation.by == "carol" && cancellation.termsAcknowledged)
    let late = try shop.book(CallbackShop.inHours(1))
    try shop.pass(hours: 2)
    try shop.change(late, "appointment.no_show") { appointment, now throws(CallbookError) in
      try appointment.noShow(by: .staff, at: now)
    }
    #expect(try shop.appointment(late).noShowBy == .staff)
    try shop.store.reopen()
    #expect(try shop.appointment(id) == cancelled)
    #expect(try shop.book(CallbackShop.inHours(60)) == AppointmentID(3))
  }

  @Test func `a list goes by start, and has what reaches into the span`() throws {
    let second = try shop.book(CallbackShop.inHours(50))
    let first = try shop.book(CallbackShop.inHours(48), of: 2, assignee: "carol")
    let gone = try shop.book(CallbackShop.inHours(49), of: 3, assignee: nil)
    try shop.cancel(gone)
    #expect(try list() == ["\(first)", "\(gone)", "\(second)"])
    #expect(try list { $0.isActive = true } == ["\(first)", "\(second)"])
    #expect(try list { $0.state = .cancelled } == ["\(gone)"])
    #expect(try list { $0.assignee = "carol" } == ["\(first)"])
    #expect(try list { $0.contact = ContactID(1) } == ["\(second)"])
    #expect(try list { $0.from = CallbackShop.inHours(48.5).start }.count == 3)
    #expect(try list { $0.from = CallbackShop.inHours(49).start } == ["\(gone)", "\(second)"])
    #expect(try list { $0.until = CallbackShop.inHours(49).start } == ["\(first)"])
    let page = try shop.store.read { store throws(CallbookError) in
      let start = try store.appointments(AppointmentFilter(), after: nil, limit: 2)
      return try store.appointments(
        AppointmentFilter(), after: start.last.map(AppointmentPosition.init(after:)), limit: 2)
    }
    #expect(page.map(\.id) == [second])
  }

  /// Both were agreed on: none is lost, and what is booked next finds both in its way.
  @Test func `of two that overlap after a merge both stand, and both are in the way`() throws {
    let own = try shop.book(CallbackShop.inHours(48), of: 1, assignee: "bob")
    let other = try shop.book(CallbackShop.inHours(48.5), of: 2, assignee: "carol")
    try shop.change { store throws(CallbookError) in
      _ = try store.merge([ContactID(2)], into: ContactID(1))
    }
    #expect(try list { $0.contact = ContactID(1) } == ["\(own)", "\(other)"])
    #expect(try list { $0.contact = ContactID(2) } == [])
    #expect(
      try shop.store.read { store throws(CallbookError) in
        try store.busy(contact: ContactID(1), CallbackShop.inHours(48.75)).map(\.appointment)
      } == [own, other])
    #expect(try refusals(CallbackShop.inHours(49), of: 1) == ["busy_contact"])
    // Each is still moved by itself, and is not in its own way.
    try shop.move(other, to: CallbackShop.inHours(51))
    #expect(try refusals(CallbackShop.inHours(49), of: 1) == [])
    try shop.change { store throws(CallbookError) in _ = try store.unmerge(ContactID(2)) }
    #expect(try list { $0.contact = ContactID(2) } == ["\(other)"])
    #expect(try shop.appointment(other).span == CallbackShop.inHours(51), "what was agreed since")
    #expect(try refusals(CallbackShop.inHours(51), of: 1) == [])
    #expect(try refusals(CallbackShop.inHours(51), of: 2) == ["busy_contact"])
  }

  /// The checks about people that a booking would not pass.
  private func refusals(_ span: AppointmentSpan, of contact: Int64) throws -> [String] {
    let names = try shop.value { store throws(CallbookError) in
      let draft = BookingDraft(
        contact: ContactID(contact), kind: .visit, span: span, place: nil, assignee: nil,
        now: store.at)
      return try store.refusals(draft, store.bookingRules, BookingCheck.all)
    }
    return try #require(names).filter { $0.hasPrefix("busy") }
  }

  @Test func `merging carries them along, and parting gives them back`() throws {
    let own = try shop.book(CallbackShop.inHours(48), of: 1)
    let other = try shop.book(CallbackShop.inHours(72), of: 2, assignee: nil)
    try shop.change { store throws(CallbookError) in
      _ = try store.merge([ContactID(2)], into: ContactID(1))
    }
    #expect(try shop.appointment(other).contact == ContactID(1))
    #expect(try shop.events(other) == ["appointment.booked", "appointment.carried"])
    let later = try shop.book(CallbackShop.inHours(96), of: 1)
    try shop.change { store throws(CallbookError) in _ = try store.unmerge(ContactID(2)) }
    #expect(try shop.appointment(other).contact == ContactID(2))
    #expect(try shop.appointment(own).contact == ContactID(1))
    #expect(try shop.appointment(later).contact == ContactID(1))
    #expect(try shop.reminders(other).filter { $0.hasSuffix("pending") }.count == 4)
  }

  /// With a hundred thousand of them, nothing that is asked for a slot may go through all.
  @Test func `what is in the way of a slot is found by an index`() throws {
    try shop.change { store throws(CallbookError) in
      for (place, column) in ["assignee", "place", "contact"].enumerated() {
        let plan = try store.sql.all(
          store.sql.prepare(
            composed: """
              EXPLAIN QUERY PLAN SELECT id, start_at, end_at FROM appointment
              WHERE \(column) = \(place) AND state IN ('booked', 'confirmed')
                AND start_at > 1 AND start_at < 9 AND end_at > 3 ORDER BY start_at, id
              """), { _ in }, { $0.text(3) }
        ).joined(separator: "\n")
        #expect(
          plan.contains("(\(column)=? AND start_at>? AND start_at<?)"), "\(plan)")
      }
    }
  }

  /// What is in the way is read a week at a time, and a shop may never close.
  @Test func `free slots go on over weeks and midnights`() throws {
    let taken = try shop.book(CallbackShop.inHours(24 * 8, minutes: 60))
    let calendar = WorkCalendar(
      zone: .utc, week: try #require(WeeklyHours("Mon-Sun 00:00-24:00")), years: [:], days: [:],
      revision: 1)
    let days = 20
    let search = SlotSearch(
      minutes: 60, assignee: "bob", contact: nil, place: nil,
      window: CallbackShop.inHours(0, minutes: days * 1440))
    let found = try shop.store.read { store throws(CallbookError) in
      try store.freeSlots(
        search, BookingRules(policy: Policy(), calendar: calendar), limit: 10_000)
    }
    // Every half hour but the last, and the three that overlap what is taken.
    #expect(found.count == days * 48 - 1 - 3)
    #expect(Set(found).count == found.count && found == found.sorted { $0.start < $1.start })
    let busy = try shop.appointment(taken).span
    #expect(!found.contains { $0.overlaps(busy) })
  }

  /// EXPECTATIONS 12: what was cancelled or is over blocks nothing.
  @Test func `what holds a slot is found by each of those who take part`() throws {
    let taken = try shop.book(CallbackShop.inHours(48, minutes: 1440), of: 1)
    let span = CallbackShop.inHours(71.5, minutes: 30)
    let found = try shop.store.read { store throws(CallbookError) in
      [
        try store.busy(assignee: "bob", span), try store.busy(contact: ContactID(1), span),
        try store.busy(assignee: "bob", CallbackShop.inHours(72)),
        try store.busy(assignee: "carol", span),
      ].map { $0.map(\.appointment) }
    }
    #expect(found == [[taken], [taken], [], []])
    try shop.cancel(taken)
    let after = try shop.store.read { store throws(CallbookError) in
      try store.busy(assignee: "bob", span)
    }
    #expect(after == [])
  }
}
