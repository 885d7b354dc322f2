/// How often something comes round, counted from an anchor: `P3M`, `P1Y`, `P2W`, `P10D` (a subset of
/// ISO 8601 durations).
package struct CalendarCycle: Hashable, Sendable {
  package enum Unit: String, Sendable, CaseIterable {
    case days = "D"
    case weeks = "W"
    case months = "M"
    case years = "Y"
  }

  package let unit: Unit
  /// 1 to 9,999.
  package let count: Int

  /// - Returns: nil when the count is out of range.
  package init?(_ count: Int, _ unit: Unit) {
    guard Self.counts.contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  package static let monthly = CalendarCycle(known: 1, .months)

  private init(known count: Int, _ unit: Unit) {
    (self.count, self.unit) = (count, unit)
  }

  /// Longer cycles would leave the calendar, whose years end with 9999.
  private static let counts = 1...9999

  /// The n-th occurrence after the anchor, which is occurrence 0; negative ones lie before it.
  ///
  /// Every occurrence is counted from the anchor, never from the one before: monthly from 31 January
  /// is 28 February and then 31 March. A day that a month does not have is its last.
  /// - Returns: the first or last day that there is when it would lie outside the years 1 to 9999.
  package func occurrence(_ n: Int, from anchor: CalendarDate) -> CalendarDate {
    // No occurrence farther away than the calendar is long can be inside it.
    let steps = min(max(n, -4_000_000), 4_000_000) * count
    switch unit {
    case .days: return anchor.advanced(byDays: Int64(steps))
    case .weeks: return anchor.advanced(byDays: Int64(steps) * 7)
    case .months: return anchor.advanced(byMonths: steps)
    case .years: return anchor.advanced(byMonths: steps * 12)
    }
  }
}

extension CalendarCycle: TextCoded {
  package static var notRead: String {
    "is not a cycle; write one as P10D, P2W, P3M or P1Y (days, weeks, months, years)"
  }

  package var description: String { "P\(count)\(unit.rawValue)" }

  package init?(_ description: String) {
    let digits = description.dropFirst().dropLast()
    guard
      description.first == "P", let unit = description.last.flatMap({ Unit(rawValue: String($0)) }),
      (1...4).contains(digits.utf8.count), digits.utf8.first != UInt8(ascii: "0"),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits)
    else { return nil }
    self.init(count, unit)
  }
}

extension CalendarDate {
  /// The same day of another month, or that month's last.
  fileprivate func advanced(byMonths months: Int) -> CalendarDate {
    let (year, month) = (year * 12 + month - 1 + months).quotientAndRemainderFlooring(by: 12)
    let day = min(day, Self.days(inMonth: month + 1, of: year))
    return CalendarDate(year: year, month: month + 1, day: day) ?? (months < 0 ? .first : .last)
  }
}
