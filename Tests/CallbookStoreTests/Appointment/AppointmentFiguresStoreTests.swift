import CallbookModel
import Testing

@testable import CallbookStore

/// Which appointments are counted.
struct AppointmentFiguresStoreTests {
  private let shop: CallbackShop

  init() throws {
    shop = try CallbackShop()
    try shop.change { store throws(CallbookError) in
      for name in ["counter", "riverside"] {
        guard let name = PlaceName(name) else { continue }
        try store.insert(Place(name: name, title: name.text, capacity: 9, createdAt: store.at))
      }
    }
  }

  private func book(
    _ start: String, kind: AppointmentKind = .visit, place: String? = nil, assignee: String? = nil
  ) throws(CallbookError) {
    try shop.change { store throws(CallbookError) in
      guard let start = Instant(start) else { return }
      try store.insert(
        Appointment(
          id: store.nextAppointmentID(), uuid: store.newUniqueID(), kind: kind,
          contact: ContactID(1), span: AppointmentSpan(from: start, minutes: 30),
          place: place.flatMap { PlaceName($0) }, assignee: assignee, bookedBy: "bob",
          createdAt: start.advanced(byMilliseconds: -7_200_000)))
    }
  }

  private func change(
    _ id: Int64, _ change: @escaping @Sendable (inout Appointment) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    try shop.change { store throws(CallbookError) in
      let old = try store.appointment(AppointmentID(id))
      var new = old
      try change(&new)
      _ = try store.save(new, over: old, event: "appointment.changed")
    }
  }

  private func figures(
    _ first: String, _ last: String, _ change: (inout FiguresFilter) -> Void = { _ in }
  ) throws -> AppointmentFigures {
    let days = try #require(CalendarDate(first))...#require(CalendarDate(last))
    var filter = FiguresFilter(days)
    change(&filter)
    return try shop.store.read { [filter] store throws(CallbookError) in
      try store.appointmentFigures(filter)
    }
  }

  @Test func `both days are counted whole, from midnight to midnight by the shop's clocks`() throws
  {
    for start in [
      "2026-05-05T23:59:59+08:00", "2026-05-06T00:00:00+08:00", "2026-05-07T23:59:59+08:00",
      "2026-05-08T00:00:00+08:00",
    ] {
      try book(start)
    }
    #expect(try figures("2026-05-06", "2026-05-07").total.appointments == 2)
    #expect(try figures("2026-05-06", "2026-05-06").byWeekday.map(\.load) == [0, 0, 1, 0, 0, 0, 0])
    #expect(try figures("2026-05-09", "2026-05-31").total.appointments == 0)
  }

  @Test func `place, assignee and kind each leave out what is of others`() throws {
    try book("2026-05-06T10:00:00+08:00", place: "counter", assignee: "bob")
    try book("2026-05-06T11:00:00+08:00", kind: .training, place: "riverside", assignee: "bob")
    try book("2026-05-06T12:00:00+08:00", kind: .training, assignee: "carol")
    func count(_ change: (inout FiguresFilter) -> Void) throws -> Int64 {
      try figures("2026-05-06", "2026-05-06", change).total.appointments
    }
    #expect(try count { _ in } == 3)
    #expect(try count { $0.place = PlaceName("counter") } == 1)
    #expect(try count { $0.assignee = "bob" } == 2)
    #expect(try count { $0.kind = .training } == 2)
    #expect(
      try count {
        ($0.place, $0.assignee, $0.kind) = (PlaceName("riverside"), "bob", .training)
      } == 1)
    #expect(try count { ($0.place, $0.assignee) = (PlaceName("riverside"), "carol") } == 0)
  }

  @Test func `what became of each is read as it was kept`() throws {
    for hour in 10...14 { try book("2026-05-06T\(hour):00:00+08:00") }
    let later = Instant(millisecondsSince1970: 4_000_000_000_000)
    try change(1) { appointment throws(CallbookError) in try appointment.complete(at: later) }
    try change(2) { appointment throws(CallbookError) in
      try appointment.noShow(by: .staff, at: later)
    }
    try change(3) { appointment throws(CallbookError) in
      try appointment.cancel(
        Appointment.Cancellation(
          .weather, party: .shop, by: nil, channel: .phone, at: later,
          termsAcknowledged: false), telling: nil)
    }
    // Moved to another day, it is counted there.
    try change(4) { appointment throws(CallbookError) in
      try appointment.move(
        to: AppointmentSpan(
          from: appointment.start.advanced(byMilliseconds: 86_400_000), minutes: 30),
        place: nil, assignee: nil, override: nil, at: later)
    }
    let figures = try figures("2026-05-06", "2026-05-06")
    #expect(figures.total.appointments == 4 && figures.total.open == 1)
    #expect((figures.total.kept, figures.total.noShow, figures.total.cancelled) == (1, 1, 1))
    #expect(figures.noShows == [.staff: 1] && figures.cancellations == [.weather: 1])
    #expect(figures.medianLeadMinutes == 120)
    #expect(try self.figures("2026-05-07", "2026-05-07").byHour[13].open == 1)
  }
}
