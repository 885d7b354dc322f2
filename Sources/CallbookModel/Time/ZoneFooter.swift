/// The rule for all time after a zone file's last entry: a POSIX `TZ` text such as
/// `CET-1CEST,M3.5.0,M10.5.0/3` (IEEE Std 1003.1 section 8.3, with RFC 9636's hours of −167 to 167).
struct ZoneFooter: Sendable {
  /// Seconds east of UTC.
  let standardOffset: Int64
  let summer: Summer?

  struct Summer {
    let offset: Int64
    let start: YearlyTime
    let end: YearlyTime
  }

  func offset(at seconds: Int64) -> Int64 {
    guard summer != nil else { return standardOffset }
    let changes = changes(around: seconds)
    return changes.last { $0.at <= seconds }?.after ?? changes.first?.before ?? standardOffset
  }

  /// The changes of the year of a point in time and of its neighbours, in order.
  func changes(around seconds: Int64) -> [ZoneTable.Change] {
    guard let summer else { return [] }
    let (day, _) = (seconds + standardOffset).quotientAndRemainderFlooring(by: 86_400)
    let year = CalendarDate(daysSince1970: day).year
    var turns: [(at: Int64, offset: Int64)] = []
    for year in (year - 1)...(year + 1) {
      turns.append((summer.start.wallSeconds(in: year) - standardOffset, summer.offset))
      turns.append((summer.end.wallSeconds(in: year) - summer.offset, standardOffset))
    }
    // Where one summer ends as the next begins, it is always summer: the end comes first.
    turns.sort { $0.at == $1.at ? $0.offset != summer.offset : $0.at < $1.at }
    var changes: [ZoneTable.Change] = []
    for (place, turn) in turns.enumerated() {
      let before = place == 0 ? other(than: turn.offset, summer) : turns[place - 1].offset
      changes.append(
        ZoneTable.Change(
          at: turn.at, before: before, after: turn.offset,
          isSummer: turn.offset == summer.offset))
    }
    return changes.filter { change in
      !changes.contains { $0 != change && $0.at == change.at }
    }
  }

  private func other(than offset: Int64, _ summer: Summer) -> Int64 {
    offset == summer.offset ? standardOffset : summer.offset
  }

  /// A time of the year at which clocks are set, by the wall's clock before it is.
  struct YearlyTime {
    enum Day {
      /// Day 1 to 365; 29 February is never counted.
      case julian(Int)
      /// Day 0 to 365; 29 February is counted.
      case zeroBased(Int)
      /// The week 1 to 5 of a month, 5 being the last; Sunday is 0.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    let day: Day
    /// Seconds after the midnight that begins the day; may be negative or beyond the day.
    let seconds: Int64

    func wallSeconds(in year: Int) -> Int64 {
      dayNumber(in: year) * 86_400 + seconds
    }

    private func dayNumber(in year: Int) -> Int64 {
      let newYear = Self.dayNumber(year, month: 1, day: 1)
      switch day {
      case .julian(let day):
        let isAfterLeapDay = CalendarDate.days(inMonth: 2, of: year) == 29 && day >= 60
        return newYear + Int64(isAfterLeapDay ? day : day - 1)
      case .zeroBased(let day):
        return newYear + Int64(day)
      case .weekday(let month, let week, let weekday):
        let first = Self.dayNumber(year, month: month, day: 1)
        // 1970-01-01 was a Thursday, four days after a Sunday.
        let (_, firstWeekday) = (first + 4).quotientAndRemainderFlooring(by: 7)
        let (_, wait) = (Int64(weekday) - firstWeekday).quotientAndRemainderFlooring(by: 7)
        let day = wait + Int64(week - 1) * 7
        return first + (day < CalendarDate.days(inMonth: month, of: year) ? day : day - 7)
      }
    }

    /// For any year: the neighbours of the years 1 and 9999 have changes too.
    private static func dayNumber(_ year: Int, month: Int, day: Int) -> Int64 {
      let (eras, yearOfEra) = year.quotientAndRemainderFlooring(by: 400)
      let date = CalendarDate(year: yearOfEra + 400, month: month, day: day) ?? .first
      return date.daysSince1970 + Int64(eras - 1) * 146_097
    }
  }
}
