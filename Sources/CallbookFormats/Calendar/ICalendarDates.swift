import CallbookModel

/// The days to which a rule leads, in order: as many as it has, or until the calendar ends.
///
/// What lies before a day is skipped by counting, not by walking: a meeting of every day since 1970
/// costs no more than one of this week.
struct ICalendarDates: Sequence, IteratorProtocol {
  private let rule: ICalendarRule
  private let start: CalendarDate
  /// Intervals since the start's own: days, weeks or months.
  private var period = 0
  /// How many days it may still lead to; nil when it goes on.
  private var left: Int?
  /// Those of one period that are still to come, the last one first.
  private var pending: [CalendarDate] = []

  /// - Parameter notBefore: days since 1970; a few before it may still come.
  init(_ rule: ICalendarRule, from start: CalendarDate, notBefore: Int64 = .min) {
    self.rule = rule
    self.start = start
    left = rule.count
    guard notBefore > start.daysSince1970 else { return }
    let last = CalendarDate.last.daysSince1970
    period = skipped(until: CalendarDate(daysSince1970: Swift.min(notBefore, last)))
    left = rule.count.map { $0 - count(before: period) }
  }

  mutating func next() -> CalendarDate? {
    while pending.isEmpty {
      guard let days = days(of: period) else { return nil }
      period += 1
      pending = days.reversed()
    }
    if let left {
      guard left > 0 else { return nil }
      self.left = left - 1
    }
    return pending.removeLast()
  }

  /// How many whole periods lie before the one of a day.
  private func skipped(until date: CalendarDate) -> Int {
    switch rule.pattern {
    case .days: Int(date.daysSince1970 - start.daysSince1970) / rule.interval
    case .weeks(_, let weekStart):
      Int(date.daysSince1970 - weekBegin(weekStart)) / 7 / rule.interval
    case .months: (Self.month(of: date) - Self.month(of: start)) / rule.interval
    }
  }

  /// To how many days it leads in the periods before one.
  private func count(before period: Int) -> Int {
    switch rule.pattern {
    case .days: return period
    case .weeks(let days, _):
      return period == 0 ? 0 : (self.days(of: 0) ?? []).count + (period - 1) * days.count
    case .months(let day):
      if day.isInEveryMonth { return period }
      // Every month is looked at: rules that count them do not begin before 1900.
      return (0..<period).count { period in
        month(period).flatMap { day.date($0.year, $0.month) } != nil
      }
    }
  }

  /// In order; nil beyond the calendar's end.
  private func days(of period: Int) -> [CalendarDate]? {
    switch rule.pattern {
    case .days: return day(start.daysSince1970 + Int64(period * rule.interval)).map { [$0] }
    case .weeks(let weekdays, let weekStart):
      let begin = weekBegin(weekStart) + Int64(7 * period * rule.interval)
      guard day(begin) != nil else { return nil }
      return (0..<7).compactMap { day(begin + $0) }
        .filter { weekdays.contains($0.weekday) && $0 >= start }
    case .months(let day):
      return month(period).map { year, month in [day.date(year, month)].compactMap { $0 } }
    }
  }

  private func day(_ number: Int64) -> CalendarDate? {
    number <= CalendarDate.last.daysSince1970 ? CalendarDate(daysSince1970: number) : nil
  }

  /// Days since 1970 of the day with which the start's week begins.
  private func weekBegin(_ weekStart: Weekday) -> Int64 {
    start.daysSince1970 - Int64((start.weekday.rawValue - weekStart.rawValue + 7) % 7)
  }

  /// Months since the year 0.
  private static func month(of date: CalendarDate) -> Int { date.year * 12 + date.month - 1 }

  private func month(_ period: Int) -> (year: Int, month: Int)? {
    let month = Self.month(of: start) + period * rule.interval
    return month / 12 <= CalendarDate.last.year ? (month / 12, month % 12 + 1) : nil
  }
}
