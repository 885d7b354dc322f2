/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// On the wire it is RFC 3339 text in UTC, such as `2026-11-22T01:30:00.000Z`.
package struct Instant: Hashable, Comparable, Sendable {
  package let millisecondsSince1970: Int64

  package init(millisecondsSince1970: Int64) {
    self.millisecondsSince1970 = millisecondsSince1970
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.millisecondsSince1970 < rhs.millisecondsSince1970
  }

  package func advanced(byMilliseconds milliseconds: Int64) -> Self {
    Self(millisecondsSince1970: millisecondsSince1970 + milliseconds)
  }
}

extension Instant: CustomStringConvertible {
  package var description: String {
    let (days, milliseconds) = millisecondsSince1970.quotientAndRemainderFlooring(by: 86_400_000)
    let date = CalendarDate(daysSince1970: days)
    let seconds = milliseconds / 1000
    return String(asciiCount: 24) { text in
      text.append(date)
      text.append("T")
      text.append(seconds / 3600, width: 2)
      text.append(":")
      text.append(seconds / 60 % 60, width: 2)
      text.append(":")
      text.append(seconds % 60, width: 2)
      text.append(".")
      text.append(milliseconds % 1000, width: 3)
      text.append("Z")
    }
  }
}

extension Instant: LosslessStringConvertible {
  /// Reads RFC 3339 with any offset and up to nine fraction digits; finer than a millisecond is cut.
  package init?(_ description: String) {
    var scanner = DigitScanner(description.utf8)
    guard
      let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
      scanner.skip("-"), let day = scanner.digits(2), scanner.skip("T") || scanner.skip("t"),
      let date = CalendarDate(year: year, month: month, day: day),
      let hour = scanner.digits(2), hour < 24, scanner.skip(":"),
      let minute = scanner.digits(2), minute < 60, scanner.skip(":"),
      let second = scanner.digits(2), second < 60
    else { return nil }
    var milliseconds = 0
    if scanner.skip(".") {
      guard let fraction = scanner.fraction() else { return nil }
      milliseconds = fraction
    }
    guard let offsetMinutes = scanner.offsetMinutes(), scanner.isAtEnd else { return nil }
    let minutes = Int64(hour * 60 + minute - offsetMinutes)
    self.init(
      millisecondsSince1970: (date.daysSince1970 * 1440 + minutes) * 60_000
        + Int64(second * 1000 + milliseconds))
    // An offset may lead out of the calendar, to where nothing can be written.
    guard isInCalendar else { return nil }
  }

  /// Whether it can be written: not all that is counted from an instant can.
  package var isInCalendar: Bool { Self.calendar.contains(millisecondsSince1970) }

  /// The years 1 to 9999.
  private static let calendar =
    CalendarDate.first.daysSince1970 * 86_400_000..<(CalendarDate.last.daysSince1970 + 1)
    * 86_400_000
}

extension Instant: TextCoded {
  package static var notRead: String {
    "is not a time; write RFC 3339, such as 2026-05-03T09:30:00+08:00"
  }
}
