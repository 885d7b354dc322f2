extension WorkCalendar {
  /// Days that are searched at most, a hundred years: a calendar that never opens, or that opens for
  /// a minute a year, ends here instead of going on for ever.
  package static let horizonDays: Int64 = 36_525

  /// The instant itself when the shop works then, else when it next opens.
  /// - Throws: when that is not within the horizon.
  package func nextWorkingMinute(notBefore instant: Instant) throws(CallbookError) -> PlannedInstant
  {
    try adding(workingMinutes: 0, to: instant)
  }

  /// The instant at which that many minutes of working time have passed. It is always one at which
  /// the shop works: two hours after 16:00 of a day that closes at 18:00 is the next opening.
  /// - Parameter workingMinutes: a negative number is taken as none.
  /// - Throws: when it is not within the horizon.
  package func adding(
    workingMinutes: Int, to instant: Instant
  ) throws(CallbookError) -> PlannedInstant {
    var rest = Int64(min(max(workingMinutes, 0), Int(Self.horizonDays) * 1440)) * 60_000
    let today = zone.local(instant).date.daysSince1970
    var isProvisional = false
    for day in today - 1..<today + Self.horizonDays {
      let date = CalendarDate(daysSince1970: day)
      if day >= today { isProvisional = isProvisional || !isKnown(date) }
      guard date <= .last else { break }
      for opening in openings(on: day) where opening.upperBound > instant {
        let start = max(opening.lowerBound, instant)
        let length = opening.upperBound.millisecondsSince1970 - start.millisecondsSince1970
        if length > rest {
          return PlannedInstant(
            instant: start.advanced(byMilliseconds: rest), isProvisional: isProvisional)
        }
        rest -= length
      }
    }
    throw tooFar
  }

  /// The n-th working day after a day; with n = 0 the first that is not before it.
  /// - Parameter workingDays: a negative number is taken as none.
  /// - Throws: when it is not within the horizon.
  package func adding(
    workingDays: Int, to date: CalendarDate
  ) throws(CallbookError) -> PlannedDate {
    var rest = max(workingDays, 1)
    var isProvisional = false
    let start = workingDays > 0 ? date.advanced(byDays: 1) : date
    for day in start.daysSince1970..<start.daysSince1970 + Self.horizonDays {
      let date = CalendarDate(daysSince1970: day)
      guard date <= .last else { break }
      isProvisional = isProvisional || !isKnown(date)
      if isWorking(on: date) { rest -= 1 }
      if rest == 0 { return PlannedDate(date: date, isProvisional: isProvisional) }
    }
    throw tooFar
  }

  /// Whole minutes of working time between two instants; 0 when the second is not the later one.
  /// What lies beyond the horizon after the first is not counted.
  package func workingMinutes(from start: Instant, to end: Instant) -> Int {
    guard start < end else { return 0 }
    let today = zone.local(start).date.daysSince1970
    let last = min(zone.local(end).date.daysSince1970, today + Self.horizonDays)
    var milliseconds: Int64 = 0
    for day in today - 1...last + 1 {
      for opening in openings(on: day) {
        let from = max(opening.lowerBound, start).millisecondsSince1970
        let to = min(opening.upperBound, end).millisecondsSince1970
        milliseconds += max(to - from, 0)
      }
    }
    return Int(milliseconds / 60_000)
  }

  private var tooFar: CallbookError {
    CallbookError(
      .wrongState, "the shop's calendar has no working time within a hundred years that is enough",
      hint: "callbook calendar set --week 'Mon-Fri 09:00-18:00'")
  }
}
