import CallbookModel

/// How long an event goes on: days by the calendar, then time as it passes.
struct ICalendarLength {
  let days: Int64
  let milliseconds: Int64

  var isNothing: Bool { days == 0 && milliseconds == 0 }

  /// No event of this length goes on for longer, also where clocks are set back.
  var longestMilliseconds: Int64 { (days + 2) * 86_400_000 + milliseconds }

  /// - Throws: `damaged` when it ends before it starts, or does not say its end in one way.
  init(
    of component: ICalendarComponent, from start: ICalendarTime, _ clocks: ICalendarClocks
  ) throws(BusyFile.LeftOut.Reason) {
    let end = try component.one("DTEND")
    let duration = try component.one("DURATION")
    switch (end, duration) {
    // Section 3.6.1: a date alone is that day, a point in time alone takes no time.
    case (nil, nil): (days, milliseconds) = (start.isDate ? 1 : 0, 0)
    case (nil, let duration?): self = try Self(duration.value, from: start)
    case (let end?, nil):
      let end = try clocks.time(end.value, of: end, calendar: component.calendar)
      self = try Self(from: start, to: end)
    case (_?, _?): throw .damaged
    }
  }

  init(_ text: some StringProtocol, from start: ICalendarTime) throws(BusyFile.LeftOut.Reason) {
    guard let duration = ICalendarDuration(text), !duration.isNegative,
      !start.isDate || duration.milliseconds == 0
    else { throw .damaged }
    (days, milliseconds) = (duration.days, duration.milliseconds)
  }

  init(from start: ICalendarTime, to end: ICalendarTime) throws(BusyFile.LeftOut.Reason) {
    guard start.isDate == end.isDate else { throw .damaged }
    if start.isDate {
      let days = end.local.date.daysSince1970 - start.local.date.daysSince1970
      guard days >= 0 else { throw .damaged }
      // Some write the day itself for the day after it.
      (self.days, milliseconds) = (max(days, 1), 0)
    } else {
      days = 0
      milliseconds = end.instant.millisecondsSince1970 - start.instant.millisecondsSince1970
      guard milliseconds >= 0 else { throw .damaged }
    }
  }

  func span(from start: ICalendarTime) -> AppointmentSpan {
    let begin = start.instant
    let last = days == 0 ? begin : start.on(start.local.date.advanced(byDays: days)).instant
    let end = last.advanced(byMilliseconds: milliseconds)
    return AppointmentSpan(from: max(begin, Self.firstStart), to: min(end, Self.lastEnd))
  }

  /// The calendar's years begin with 1, also where clocks are ahead of UTC, and end with 9999.
  private static let firstStart = Instant(
    millisecondsSince1970: CalendarDate.first.daysSince1970 * 86_400_000)
  private static let lastEnd = Instant(
    millisecondsSince1970: CalendarDate.last.daysSince1970 * 86_400_000)
}
