/// What calendar and clock on a wall show: a day and a time of that day, without a zone.
package struct LocalTime: Hashable, Comparable, Sendable {
  package let date: CalendarDate
  /// 0 to 86,399,999.
  package let millisecondOfDay: Int

  /// - Parameter millisecondOfDay: what lies outside the day is carried over into its neighbours.
  package init(_ date: CalendarDate, millisecondOfDay: Int) {
    let (days, rest) = millisecondOfDay.quotientAndRemainderFlooring(by: 86_400_000)
    self.date = days == 0 ? date : date.advanced(byDays: Int64(days))
    self.millisecondOfDay = rest
  }

  /// - Parameter minuteOfDay: 1440 is the midnight that ends the day.
  package init(_ date: CalendarDate, minuteOfDay: Int) {
    self.init(date, millisecondOfDay: minuteOfDay * 60_000)
  }

  package var minuteOfDay: Int { millisecondOfDay / 60_000 }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.date, lhs.millisecondOfDay) < (rhs.date, rhs.millisecondOfDay)
  }

  /// As if the wall's clock showed UTC.
  var millisecondsAsUTC: Int64 { date.daysSince1970 * 86_400_000 + Int64(millisecondOfDay) }

  init(millisecondsAsUTC: Int64) {
    let (days, rest) = millisecondsAsUTC.quotientAndRemainderFlooring(by: 86_400_000)
    date = CalendarDate(daysSince1970: days)
    millisecondOfDay = Int(rest)
  }
}

extension LocalTime: CustomStringConvertible {
  /// `2026-05-03 09:30`, to the minute.
  package var description: String {
    String(asciiCount: 16) { text in
      text.append(date)
      text.append(" ")
      text.append(Int64(minuteOfDay / 60), width: 2)
      text.append(":")
      text.append(Int64(minuteOfDay % 60), width: 2)
    }
  }
}

/// The points in time at which a zone's clocks show a given local time.
package enum LocalReading: Hashable, Sendable {
  case one(Instant)
  /// The clocks are set forward over it: the last whole minute before they are, and the instant at
  /// which they are, the first after the gap.
  case none(before: Instant, after: Instant)
  /// The clocks are set back and show it twice: the earlier one first.
  case two(Instant, Instant)
}
