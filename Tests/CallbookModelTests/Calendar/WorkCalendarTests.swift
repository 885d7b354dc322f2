import CallbookModel
import CallbookTesting
import Testing

/// Working time of a shop in mainland China, by what was published for 2025 and 2026.
struct WorkCalendarTests {
  @Test func `what was published for 2025 and 2026 is there to the day`() {
    let off = WorkYear.shipped.mapValues(\.off.count)
    #expect(off == [2025: 28, 2026: 33])
    #expect(WorkYear.shipped.mapValues(\.on.count) == [2025: 5, 2026: 6])
    for (year, published) in WorkYear.shipped {
      #expect(published.off.isDisjoint(with: published.on))
      #expect(published.off.union(published.on).allSatisfy { $0.year == year })
      #expect(published.on.allSatisfy { $0.weekday >= .saturday })
    }
  }

  @Test(arguments: [
    // due on a holiday, on a weekend, at night, on a worked Saturday, in the lunch break
    ("2026-10-01T10:00:00+08:00", "2026-10-08T09:00:00+08:00"),
    ("2026-11-21T10:00:00+08:00", "2026-11-23T09:00:00+08:00"),
    ("2026-11-23T23:00:00+08:00", "2026-11-24T09:00:00+08:00"),
    ("2026-10-10T10:00:00+08:00", "2026-10-10T10:00:00+08:00"),
    ("2026-11-23T12:00:00+08:00", "2026-11-23T13:30:00+08:00"),
    ("2026-11-23T18:00:00+08:00", "2026-11-24T09:00:00+08:00"),
    ("2026-11-23T08:59:59.999+08:00", "2026-11-23T09:00:00+08:00"),
    ("2026-02-14T17:59:59.999+08:00", "2026-02-14T17:59:59.999+08:00"),
    ("2026-02-14T18:00:00+08:00", "2026-02-24T09:00:00+08:00"),
  ]) func `due on a holiday or outside hours is deferred to the next working minute`(
    _ due: String, _ expected: String
  ) throws {
    let calendar = try Self.shanghai("Mon-Fri 09:00-12:00,13:30-18:00")
    let planned = try calendar.nextWorkingMinute(notBefore: try #require(Instant(due)))
    #expect(
      planned == PlannedInstant(instant: try #require(Instant(expected)), isProvisional: false))
  }

  @Test(arguments: [
    // 2 hours over lunch, over night, over a holiday, to the minute of closing, over midnight
    (120, "2026-11-23T11:00:00+08:00", "2026-11-23T14:30:00+08:00"),
    (120, "2026-11-23T17:00:00+08:00", "2026-11-24T10:00:00+08:00"),
    (120, "2026-09-30T17:30:00+08:00", "2026-10-08T10:30:00+08:00"),
    (120, "2026-11-23T16:00:00+08:00", "2026-11-24T09:00:00+08:00"),
    (0, "2026-11-23T16:00:30+08:00", "2026-11-23T16:00:30+08:00"),
    (1, "2026-11-23T17:59:30+08:00", "2026-11-24T09:00:30+08:00"),
  ]) func `in two working hours is exact over breaks, nights and holidays`(
    _ minutes: Int, _ start: String, _ expected: String
  ) throws {
    let calendar = try Self.shanghai("Mon-Fri 09:00-12:00,13:30-18:00")
    let planned = try calendar.adding(workingMinutes: minutes, to: try #require(Instant(start)))
    #expect(planned.instant == Instant(expected))
  }

  @Test func `a worked Saturday has the hours of a Monday`() throws {
    let calendar = try Self.shanghai("Mon 08:00-17:00; Tue-Fri 09:00-18:00; Sat 10:00-12:00")
    let worked = try #require(CalendarDate("2026-10-10"))
    #expect(calendar.hours(on: worked).description == "08:00-17:00")
    let ordinary = try #require(CalendarDate("2026-10-17"))
    #expect(calendar.hours(on: ordinary).description == "10:00-12:00")
  }

  @Test func `a worked Saturday has the next weekday's hours where Mondays are closed`() throws {
    let worked = try #require(CalendarDate("2026-10-10"))
    let calendar = try Self.shanghai("Tue-Fri 09:00-18:00")
    #expect(calendar.hours(on: worked).description == "09:00-18:00")
    let weekend = try Self.shanghai("Sat-Sun 10:00-20:00")
    #expect(weekend.hours(on: worked).description == "10:00-20:00")
  }

  @Test func `a day that was set by hand wins over holiday and week`() throws {
    let holiday = try #require(CalendarDate("2026-10-01"))
    let monday = try #require(CalendarDate("2026-11-23"))
    let hours = try #require(DayHours("10:00-15:00"))
    let calendar = WorkCalendar(
      zone: try MachineZones.rules("Asia/Shanghai"), week: .usual, years: WorkYear.shipped,
      days: [holiday: .open(hours), monday: .closed], revision: 1)
    #expect(calendar.hours(on: holiday) == hours)
    #expect(!calendar.isWorking(on: monday))
  }

  @Test func `the next working day at ten is found over a holiday`() throws {
    let calendar = try Self.shanghai("Mon-Fri 09:00-18:00")
    let eve = try #require(CalendarDate("2026-02-14"))
    let next = try calendar.adding(workingDays: 1, to: eve)
    #expect(next.date.description == "2026-02-24")
    #expect(calendar.instant(on: next.date, at: 600) == Instant("2026-02-24T10:00:00+08:00"))
    let off = try #require(CalendarDate("2026-02-15"))
    #expect(try calendar.adding(workingDays: 0, to: eve).date == eve)
    #expect(try calendar.adding(workingDays: 0, to: off).date.description == "2026-02-24")
    #expect(try calendar.adding(workingDays: 15, to: eve).date.description == "2026-03-13")
  }

  @Test func `an unlisted year is planned by the weekly hours and marked provisional`() throws {
    let calendar = try Self.shanghai("Mon-Fri 09:00-18:00")
    #expect(calendar.isKnown(year: 2026) && !calendar.isKnown(year: 2027))
    let sure = try calendar.nextWorkingMinute(
      notBefore: try #require(Instant("2026-12-31T17:00:00+08:00")))
    #expect(!sure.isProvisional)
    let evening = try #require(Instant("2026-12-31T19:00:00+08:00"))
    let guess = try calendar.nextWorkingMinute(notBefore: evening)
    #expect(guess.instant == Instant("2027-01-01T09:00:00+08:00") && guess.isProvisional)
    let friday = try #require(CalendarDate("2026-12-31"))
    #expect(try calendar.adding(workingDays: 1, to: friday).isProvisional)
  }

  @Test func `an unlisted year is planned again when its notice is imported`() throws {
    var years = WorkYear.shipped
    let newYear = try #require(CalendarDate("2027-01-01"))
    years[2027] = WorkYear(off: [newYear], on: [], source: "invented")
    let calendar = WorkCalendar(
      zone: try MachineZones.rules("Asia/Shanghai"), week: .usual, years: years, days: [:],
      revision: 2)
    let evening = try #require(Instant("2026-12-31T19:00:00+08:00"))
    let planned = try calendar.nextWorkingMinute(notBefore: evening)
    #expect(planned.instant == Instant("2027-01-04T09:00:00+08:00") && !planned.isProvisional)
  }

  @Test func `nine in the morning stays nine across a change of offset`() throws {
    let calendar = WorkCalendar(
      zone: try MachineZones.rules("America/New_York"), week: .usual, years: [:], days: [:],
      revision: 1)
    let winter = try #require(CalendarDate("2026-03-06"))
    let summer = try calendar.adding(workingDays: 1, to: winter).date
    #expect(calendar.instant(on: winter, at: 540) == Instant("2026-03-06T09:00:00-05:00"))
    #expect(calendar.instant(on: summer, at: 540) == Instant("2026-03-09T09:00:00-04:00"))
    let gap = try #require(CalendarDate("2026-03-08"))
    #expect(calendar.instant(on: gap, at: 150) == Instant("2026-03-08T03:00:00-04:00"))
    let overlap = try #require(CalendarDate("2026-11-01"))
    #expect(calendar.instant(on: overlap, at: 90) == Instant("2026-11-01T01:30:00-04:00"))
  }

  @Test func `a calendar that never opens says so`() throws {
    let calendar = try Self.shanghai("closed")
    let instant = try #require(Instant("2026-11-23T09:00:00+08:00"))
    let error = #expect(throws: CallbookError.self) {
      try calendar.nextWorkingMinute(notBefore: instant)
    }
    #expect(error?.hint?.hasPrefix("callbook calendar set") == true)
    let date = try #require(CalendarDate("2026-11-23"))
    #expect(throws: CallbookError.self) { try calendar.adding(workingDays: 1, to: date) }
    #expect(calendar.workingMinutes(from: instant, to: instant.advanced(byMilliseconds: 1)) == 0)
  }

  @Test func `the end of the calendar is reached without a fault`() throws {
    let calendar = try Self.shanghai("Mon-Fri 09:00-18:00")
    let end = try #require(Instant("9999-12-31T15:59:59Z"))
    #expect(throws: CallbookError.self) { try calendar.nextWorkingMinute(notBefore: end) }
    #expect(throws: CallbookError.self) { try calendar.adding(workingDays: .max, to: .last) }
    #expect(throws: CallbookError.self) { try calendar.adding(workingMinutes: .max, to: end) }
  }

  static func shanghai(_ week: String) throws -> WorkCalendar {
    WorkCalendar(
      zone: try MachineZones.rules("Asia/Shanghai"), week: try #require(WeeklyHours(week)),
      years: WorkYear.shipped, days: [:], revision: 1)
  }
}
