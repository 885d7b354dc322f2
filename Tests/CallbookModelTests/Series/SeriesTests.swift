import CallbookModel
import CallbookTesting
import Testing

/// On which days visits come round, and when a series has ended (DOMAIN A2).
struct SeriesTests {
  private static let added = TestCallback.instant("2026-01-01T10:00:00+08:00")

  private func series(
    _ firstDay: String, _ cycle: String, time: String = "09:00", until: String? = nil,
    count: Int? = nil, reached: Int = 0
  ) throws -> Series {
    let plan = try Series.Plan(
      firstDay: #require(CalendarDate(firstDay)), time: #require(MinuteOfDay(time)),
      cycle: #require(CalendarCycle(cycle)), durationMinutes: 60)
    return Series(
      id: SeriesID(3), uuid: UniqueID(high: 0, low: 3), kind: .maintenance, contact: ContactID(1),
      plan: plan, until: until.flatMap { CalendarDate($0) }, count: count, reached: reached,
      addedBy: "bob", createdAt: Self.added)
  }

  private func calendar(_ zone: String) throws -> WorkCalendar {
    WorkCalendar(
      zone: try MachineZones.rules(zone), week: .usual, years: [:], days: [:], revision: 1)
  }

  private func days(_ series: Series, _ numbers: Range<Int>) -> [String] {
    numbers.map { series.day($0)?.description ?? "none" }
  }

  @Test(
    arguments: [
      ("2026-01-31", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]),
      ("2026-01-30", ["2026-01-30", "2026-02-28", "2026-03-30", "2026-04-30", "2026-05-30"]),
      ("2028-01-29", ["2028-01-29", "2028-02-29", "2028-03-29", "2028-04-29", "2028-05-29"]),
    ])
  func `every month is counted from the first day, not from the month before`(
    _ firstDay: String, _ wanted: [String]
  ) throws {
    #expect(days(try series(firstDay, "P1M"), 0..<5) == wanted)
  }

  @Test func `a leap day comes round on the last of February`() throws {
    #expect(
      days(try series("2028-02-29", "P1Y"), 0..<5)
        == ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"])
  }

  @Test func `nine o'clock stays nine o'clock when the clocks are set`() throws {
    let berlin = try calendar("Europe/Berlin")
    let series = try series("2026-03-21", "P1W")
    #expect(
      (0..<3).map { series.occurrence($0, berlin)?.description } == [
        "2026-03-21T08:00:00.000Z", "2026-03-28T08:00:00.000Z", "2026-04-04T07:00:00.000Z",
      ])
    // Half past two does not exist on the day on which they are set.
    let early = try self.series("2026-03-22", "P1W", time: "02:30")
    #expect(early.occurrence(1, berlin)?.description == "2026-03-29T01:00:00.000Z")
  }

  @Test func `a count and a last day end it, whichever comes first`() throws {
    #expect(
      days(try series("2026-05-05", "P1W", count: 2), 0..<3) == [
        "2026-05-05", "2026-05-12", "none",
      ]
    )
    let both = try series("2026-05-05", "P1W", until: "2026-05-12", count: 9)
    #expect(days(both, 0..<3) == ["2026-05-05", "2026-05-12", "none"])
    #expect(try series("9999-12-31", "P1M").day(1) == nil)
    #expect(try series("2026-05-05", "P1W").day(-1) == nil)
  }

  @Test func `it goes on until its last one was made, and no further`() throws {
    var series = try series("2026-05-05", "P1W", count: 2)
    try series.advance()
    #expect(series.state == .active && series.nextDay == CalendarDate("2026-05-12"))
    try series.advance()
    #expect(series.state == .ended && series.reached == 2 && series.nextDay == nil)
    let refusal = #expect(throws: CallbookError.self) { try series.advance() }
    #expect(refusal?.reason == .wrongState)
  }

  @Test func `the first on a day or later is found by halving as by counting`() throws {
    for (cycle, until) in [
      ("P1D", nil), ("P1W", "2026-12-31"), ("P1M", nil), ("P1Y", "2040-01-01"),
    ] {
      let series = try series("2026-01-31", cycle, until: until)
      for days in stride(from: Int64(-40), to: 2000, by: 13) {
        let day = try #require(CalendarDate("2026-01-31")).advanced(byDays: days)
        var counted = 0
        while let known = series.day(counted), known < day { counted += 1 }
        let wanted = series.day(counted) == nil ? nil : counted
        #expect(series.number(notBefore: day) == wanted, "\(cycle) \(day)")
      }
    }
  }

  @Test func `ended before a day it has none from then on, and stays active for those before`()
    throws
  {
    var series = try series("2026-05-05", "P1W", reached: 1)
    series.end(before: try #require(CalendarDate("2026-05-19")))
    #expect(series.state == .active)
    #expect(days(series, 0..<3) == ["2026-05-05", "2026-05-12", "none"])
    // Ending it later than it ends changes nothing.
    let before = series
    series.end(before: try #require(CalendarDate("2026-06-01")))
    #expect(series == before)
    series.end(before: try #require(CalendarDate("2026-05-12")))
    #expect(series.state == .ended && series.day(1) == nil)
  }

  @Test func `it reminds when the day of the next one comes within the horizon`() throws {
    func lines(_ series: Series, _ change: (inout Policy) -> Void = { _ in }) throws -> [String] {
      let rules = try TestCallback.rules(change)
      return try SeriesReminders(of: series)
        .reminders(policy: rules.policy, calendar: rules.calendar).map { reminder in
          "\(reminder.kind.rawValue) \(reminder.occurrence) \(rules.calendar.text(reminder.due))"
        }
    }
    let weekly = try series("2026-05-05", "P1W", count: 3, reached: 2)
    #expect(try lines(weekly) == ["series.extend 2 2026-02-18 00:00"])
    #expect(
      try lines(weekly) { $0.appointmentHorizonDays = 1 } == ["series.extend 2 2026-05-18 00:00"])
    var ended = weekly
    try ended.advance()
    #expect(try lines(ended) == [])
  }
}
