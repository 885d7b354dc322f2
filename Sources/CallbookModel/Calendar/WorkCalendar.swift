/// When the shop works: the hours of its week, what is published for each year, and what was decided
/// for single days, by the clocks of its time zone.
///
/// A day's hours run from the first instant at which the clock shows the opening minute to the first
/// at which it shows the closing one, also where clocks are set in between.
package struct WorkCalendar: Sendable {
  package let zone: TimeZoneRules
  package let week: WeeklyHours
  package let years: [Int: WorkYear]
  /// Single days that were set by hand: they win over week and years.
  package let days: [CalendarDate: DayRule]
  /// Grows with every change of the calendar.
  package let revision: Int64
  /// The days that differ from the week, by their number since 1970.
  private let exceptions: [Int64: DayHours]

  package init(
    zone: TimeZoneRules, week: WeeklyHours, years: [Int: WorkYear], days: [CalendarDate: DayRule],
    revision: Int64
  ) {
    self.zone = zone
    self.week = week
    self.years = years
    self.days = days
    self.revision = revision
    var exceptions: [Int64: DayHours] = [:]
    for (_, year) in years.sorted(by: { $0.key < $1.key }) {
      for day in year.off { exceptions[day.daysSince1970] = .closed }
      for day in year.on {
        exceptions[day.daysSince1970] = week.hoursOfWorkedWeekend ?? week[day.weekday]
      }
    }
    for (day, rule) in days { exceptions[day.daysSince1970] = rule.hours }
    self.exceptions = exceptions
  }

  /// Whether the year's holidays were published and imported.
  package func isKnown(year: Int) -> Bool { years[year] != nil }

  /// Whether the day's hours are certain: of a known year, or named by a notice or by hand.
  package func isKnown(_ date: CalendarDate) -> Bool {
    isKnown(year: date.year) || exceptions[date.daysSince1970] != nil
  }

  package func hours(on date: CalendarDate) -> DayHours {
    exceptions[date.daysSince1970] ?? week[date.weekday]
  }

  package func isWorking(on date: CalendarDate) -> Bool { !hours(on: date).isClosed }

  package func isWorking(_ instant: Instant) -> Bool {
    let day = zone.local(instant).date.daysSince1970
    // Where clocks are set back over midnight, the hours of a day reach into its neighbour.
    return (day - 1...day + 1).contains { openings(on: $0).contains { $0.contains(instant) } }
  }

  /// See ``TimeZoneRules/instant(on:at:)``.
  package func instant(on date: CalendarDate, at minuteOfDay: Int) -> Instant {
    zone.instant(on: date, at: minuteOfDay)
  }

  /// The working times of a day, in order.
  func openings(on day: Int64) -> [Range<Instant>] {
    let date = CalendarDate(daysSince1970: day)
    var openings: [Range<Instant>] = []
    for span in hours(on: date).spans {
      let start = instant(on: date, at: span.fromMinute)
      let end = instant(on: date, at: span.toMinute)
      // Hours that the clocks skipped are none.
      if start < end { openings.append(start..<end) }
    }
    return openings
  }
}
