/// A day of the Gregorian calendar, without a time of day or a zone.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// - Returns: nil when there is no such day, or the year is not within 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard
      (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that many days after 1970-01-01.
  ///
  /// The arithmetic is Howard Hinnant's `civil_from_days`: eras of 400 years that start in March.
  package init(daysSince1970: Int64) {
    let (era, dayOfEra) = (daysSince1970 + 719_468).quotientAndRemainderFlooring(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }

  package var daysSince1970: Int64 {
    let shiftedYear = Int64(month <= 2 ? year - 1 : year)
    let (era, yearOfEra) = shiftedYear.quotientAndRemainderFlooring(by: 400)
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }
}

extension CalendarDate: LosslessStringConvertible {
  package var description: String { String(asciiCount: 10) { $0.append(self) } }

  /// Reads `2026-05-03` (RFC 3339 full-date).
  package init?(_ description: String) {
    var scanner = DigitScanner(description.utf8)
    guard
      let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
      scanner.skip("-"), let day = scanner.digits(2), scanner.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CalendarDate: TextCoded {
  package static var notRead: String { "is not a date; write one as 2026-05-03" }
}

extension AsciiText {
  mutating func append(_ date: CalendarDate) {
    append(Int64(date.year), width: 4)
    append("-")
    append(Int64(date.month), width: 2)
    append("-")
    append(Int64(date.day), width: 2)
  }
}
