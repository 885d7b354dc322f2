import CallbookModel

/// Which day of its month something takes place on.
enum ICalendarMonthDay {
  /// Of the month.
  case number(Int)
  /// `2TU`, `-1FR`: counted from the month's first or last one.
  case weekday(Int, Weekday)
  /// `BYMONTHDAY=-1`
  case last

  var isInEveryMonth: Bool {
    switch self {
    case .number(let day): day <= 28
    case .weekday(let ordinal, _): abs(ordinal) <= 4
    case .last: true
    }
  }

  /// nil where a month has no such day: it is skipped, not another one taken.
  func date(_ year: Int, _ month: Int) -> CalendarDate? {
    switch self {
    case .number(let day): return CalendarDate(year: year, month: month, day: day)
    case .last:
      return CalendarDate(
        year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    case .weekday(let ordinal, let weekday):
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let earliest = 1 + (weekday.rawValue - first.weekday.rawValue + 7) % 7
      let weeks = (CalendarDate.days(inMonth: month, of: year) - earliest) / 7
      let week = ordinal > 0 ? ordinal - 1 : weeks + ordinal + 1
      guard (0...weeks).contains(week) else { return nil }
      return CalendarDate(year: year, month: month, day: earliest + 7 * week)
    }
  }
}
