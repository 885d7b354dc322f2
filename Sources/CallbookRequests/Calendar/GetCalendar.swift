package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Says when the shop works: hours of the week, known years, days that differ, and what a point in
/// time is (DESIGN: time).
package struct GetCalendar: ReadRequest {
  package static let method = "calendar.get"
  package static let summary =
    "Says when the shop works: its week, the years known, the days that differ."
  package static let permission = Permission.roles(.everybody, caretaker: true)
  package static let examples = [
    RequestExample("The golden week of 2026", #"{"from":"2026-09-28","to":"2026-10-11"}"#)
  ]

  @Parameter("First day whose differences are shown; the year's first when missing.")
  package var from: CalendarDate?
  @Parameter("Last day whose differences are shown, at most two years on.")
  package var to: CalendarDate?
  @Parameter("A point in time of which is said whether the shop works; now when missing.")
  package var at: Instant?
  package init() {}

  /// What a month's or a year's picture needs, and twice that.
  private static let mostDays: Int64 = 732

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> CalendarReply {
    let calendar = try store.workCalendar()
    let now = environment.services.clock.now()
    let (first, last) = try range(calendar.zone.local(at ?? now).date.year)
    var days: [CalendarReply.Day] = []
    for number in first.daysSince1970...last.daysSince1970 {
      let date = CalendarDate(daysSince1970: number)
      let kind = calendar.kind(of: date)
      guard kind != .usual else { continue }
      days.append(
        CalendarReply.Day(
          date: date, kind: kind, hours: calendar.hours(on: date), name: calendar.name(of: date)))
    }
    return CalendarReply(
      week: calendar.week, timeZone: calendar.zone.name, rev: try store.calendarRev(),
      years: calendar.years.sorted { $0.key < $1.key }.map(CalendarReply.Year.init),
      missing: calendar.missingYears(at: now), first: first, last: last, days: days,
      moment: CalendarReply.Moment(at ?? now, calendar))
  }

  private func range(_ year: Int) throws(CallbookError) -> (CalendarDate, CalendarDate) {
    let first = from ?? CalendarDate(year: to?.year ?? year, month: 1, day: 1) ?? .first
    let last = to ?? CalendarDate(year: first.year, month: 12, day: 31) ?? .last
    guard first <= last, last.daysSince1970 - first.daysSince1970 < Self.mostDays else {
      throw CallbookError(
        .invalidParams, "these days cannot be shown",
        violations: [
          Violation("/to", "is not before the first day, and at most \(Self.mostDays) days on")
        ])
    }
    return (first, last)
  }
}

/// The work calendar.
package struct CalendarReply: Codable, Sendable, Equatable {
  package let week: WeeklyHours
  package let timeZone: String
  package let rev: Int64
  package let years: [Year]
  /// Years that should be known by now: until they are imported their days are a guess.
  package let missing: [Int]
  package let first: CalendarDate
  package let last: CalendarDate
  /// Those from the first to the last that differ from the week.
  package let days: [Day]
  package let moment: Moment

  /// What was published for a year.
  package struct Year: Codable, Sendable, Equatable {
    package let year: Int
    package let off: Int
    package let worked: Int
    package let source: String

    init(_ number: Int, _ year: WorkYear) {
      self.year = number
      off = year.off.count
      worked = year.on.count
      source = year.source
    }
  }

  /// A day that differs from the week.
  package struct Day: Codable, Sendable, Equatable {
    package let date: CalendarDate
    package let kind: DayKind
    package let hours: DayHours
    /// What it is called, such as 春节.
    package let name: String?
  }

  /// What a point in time is.
  package struct Moment: Codable, Sendable, Equatable {
    package let at: Instant
    package let working: Bool
    /// When the shop works from then on; nil when it never does.
    package let opensAt: Instant?
    /// Whether that is a guess, because a year's holidays are not known yet.
    package let provisional: Bool

    init(_ instant: Instant, _ calendar: WorkCalendar) {
      at = instant
      working = calendar.isWorking(instant)
      // A calendar that never opens is a fact about the shop, not a failure of the question.
      let planned = try? calendar.nextWorkingMinute(notBefore: instant)
      opensAt = planned?.instant
      provisional = planned?.isProvisional ?? false
    }

    private enum CodingKeys: String, CodingKey {
      case at, working
      case opensAt = "opens_at"
      case provisional
    }
  }

  private enum CodingKeys: String, CodingKey {
    case week
    case timeZone = "time_zone"
    case rev, years, missing, first, last, days, moment
  }
}
