/// A day of the week, numbered as ISO 8601 does: Monday is 1.
package enum Weekday: Int, Sendable, CaseIterable, Comparable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// `Mon` to `Sun`.
  package var abbreviation: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension CalendarDate {
  package var weekday: Weekday {
    // 1970-01-01 was a Thursday, three days after a Monday.
    let (_, daysAfterMonday) = (daysSince1970 + 3).quotientAndRemainderFlooring(by: 7)
    return Weekday.allCases[Int(daysAfterMonday)]
  }

  /// - Returns: the first or last day that there is when the result would lie outside the years 1
  ///   to 9999.
  package func advanced(byDays days: Int64) -> CalendarDate {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    if overflow { return days < 0 ? Self.first : Self.last }
    if sum <= Self.first.daysSince1970 { return Self.first }
    return sum >= Self.last.daysSince1970 ? Self.last : CalendarDate(daysSince1970: sum)
  }

  /// 0001-01-01.
  package static let first = CalendarDate(daysSince1970: -719_162)
  /// 9999-12-31.
  package static let last = CalendarDate(daysSince1970: 2_932_896)
}
