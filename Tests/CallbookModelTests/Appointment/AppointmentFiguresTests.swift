import CallbookModel
import CallbookTesting
import Testing

/// Appointments counted by hour, weekday, end and how long ahead they were booked.
struct AppointmentFiguresTests {
  private static func instant(_ text: String) -> Instant {
    Instant(text) ?? Instant(millisecondsSince1970: 0)
  }

  private static func item(
    _ start: String, _ state: Appointment.State = .completed, hoursAhead: Double = 48,
    noShowBy: Appointment.Party? = nil, reason: CancelReason? = nil
  ) -> AppointmentFigures.Item {
    let start = instant(start)
    return AppointmentFigures.Item(
      start: start,
      createdAt: start.advanced(byMilliseconds: -Int64(hoursAhead * 3_600_000)), state: state,
      noShowBy: noShowBy, reason: reason)
  }

  private static func figures(
    _ items: [AppointmentFigures.Item], zone: String = "Asia/Shanghai"
  ) throws -> AppointmentFigures {
    var figures = AppointmentFigures(in: try MachineZones.rules(zone))
    for item in items { figures.add(item) }
    return figures
  }

  @Test func `what became of them is counted once each, and cancelled ones are no load`() throws {
    let figures = try Self.figures([
      Self.item("2026-05-06T10:00:00+08:00"),
      Self.item("2026-05-06T10:59:59+08:00", .noShow, noShowBy: .customer),
      Self.item("2026-05-06T11:00:00+08:00", .noShow, noShowBy: .staff),
      Self.item("2026-05-07T11:00:00+08:00", .cancelled, reason: .shopClosed),
      Self.item("2026-05-07T11:00:00+08:00", .cancelled, reason: .shopClosed),
      Self.item("2026-05-07T11:00:00+08:00", .booked),
      Self.item("2026-05-07T12:00:00Z", .confirmed),
    ])
    let total = figures.total
    #expect((total.appointments, total.load) == (7, 5))
    #expect((total.kept, total.noShow, total.cancelled, total.open) == (1, 2, 2, 2))
    #expect(figures.noShows == [.customer: 1, .staff: 1])
    #expect(figures.cancellations == [.shopClosed: 2])
    #expect(figures.keptPercent == 20)
    #expect(
      (figures.byHour[10].load, figures.byHour[11].load, figures.byHour[20].load) == (2, 2, 1))
    #expect(figures.byHour[11].appointments == 4)
    #expect(figures.byWeekday.map(\.appointments) == [0, 0, 3, 4, 0, 0, 0])
  }

  @Test func `hours and weekdays are those of the shop's clocks, also when they change`() throws {
    // 09:30 in Berlin on a Monday, in winter and in summer; 01:30 there is still Sunday in UTC.
    let figures = try Self.figures(
      [
        Self.item("2026-01-05T08:30:00Z"), Self.item("2026-07-06T07:30:00Z"),
        Self.item("2026-07-05T23:30:00Z"),
      ], zone: "Europe/Berlin")
    #expect(figures.byHour[9].load == 2 && figures.byHour[1].load == 1)
    #expect(figures.byWeekday.map(\.load) == [3, 0, 0, 0, 0, 0, 0])
  }

  @Test(arguments: [
    (-0.1, LeadBand.afterwards), (0, .withinHour), (0.99, .withinHour), (1, .withinDay),
    (23.99, .withinDay), (24, .within3Days), (72, .within7Days), (168, .within14Days),
    (336, .within30Days), (719.99, .within30Days), (720, .later), (9000, .later),
  ]) func `how long ahead it was booked`(hours: Double, band: LeadBand) throws {
    let figures = try Self.figures([Self.item("2026-05-06T10:00:00+08:00", hoursAhead: hours)])
    #expect(figures.leads == [band: 1])
  }

  @Test func `the median is the one in the middle, of two the mean`() throws {
    func median(_ hours: [Double]) throws -> Int64? {
      let start = "2026-05-06T10:00:00+08:00"
      return try Self.figures(hours.map { Self.item(start, hoursAhead: $0) }).medianLeadMinutes
    }
    #expect(try median([]) == nil)
    #expect(try median([2]) == 120)
    #expect(try median([9, 1, 2]) == 120)
    #expect(try median([1, 9, 3, 2]) == 150)
    #expect(try median([-5, -5, 1]) == 0, "entered afterwards is not ahead at all")
  }

  @Test func `of none that ended there is no share`() throws {
    let figures = try Self.figures([Self.item("2026-05-06T10:00:00+08:00", .booked)])
    #expect(figures.keptPercent == nil)
  }

  /// However they are spread, every way of counting sums up to the same.
  @Test func `each way of counting has every appointment once`() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      var items: [AppointmentFigures.Item] = []
      for _ in 0..<Int(random.next() % 60) {
        let state = Appointment.State.allCases[Int(random.next() % 5)]
        let reasons = CancelReasons.usual.list
        items.append(
          AppointmentFigures.Item(
            start: Instant(millisecondsSince1970: Int64(random.next() % 1_900_000_000_000)),
            createdAt: Instant(millisecondsSince1970: Int64(random.next() % 1_900_000_000_000)),
            state: state,
            noShowBy: state == .noShow ? Appointment.Party.allCases[Int(random.next() % 2)] : nil,
            reason: state == .cancelled ? reasons[Int(random.next() % UInt64(reasons.count))] : nil)
        )
      }
      let figures = try Self.figures(items)
      let count = Int64(items.count)
      #expect(figures.total.appointments == count, "seed \(seed)")
      for tallies in [figures.byHour, figures.byWeekday] {
        #expect(tallies.reduce(0) { $0 + $1.appointments } == count, "seed \(seed)")
        #expect(tallies.reduce(0) { $0 + $1.kept } == figures.total.kept, "seed \(seed)")
      }
      #expect(figures.leads.values.reduce(0, +) == count, "seed \(seed)")
      #expect(figures.noShows.values.reduce(0, +) == figures.total.noShow, "seed \(seed)")
      #expect(figures.cancellations.values.reduce(0, +) == figures.total.cancelled, "seed \(seed)")
    }
  }
}
