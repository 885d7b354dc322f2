/// The hours of a day in which a contact point is not to be used, in the shop's local time.
///
/// Written `22:00-08:00`. The end may lie before the start: then it is of the next day.
package struct QuietHours: Hashable, Sendable {
  /// Minutes since midnight, 0 to 1439.
  package let startMinute: Int
  /// Minutes since midnight, 0 to 1439; not equal to the start.
  package let endMinute: Int

  package init(startMinute: Int, endMinute: Int) {
    self.startMinute = startMinute
    self.endMinute = endMinute
  }

  package func contains(minuteOfDay minute: Int) -> Bool {
    startMinute < endMinute
      ? (startMinute..<endMinute).contains(minute)
      : minute >= startMinute || minute < endMinute
  }
}

extension QuietHours: LosslessStringConvertible {
  package var description: String {
    String(asciiCount: 11) { text in
      text.append(Int64(startMinute / 60), width: 2)
      text.append(":")
      text.append(Int64(startMinute % 60), width: 2)
      text.append("-")
      text.append(Int64(endMinute / 60), width: 2)
      text.append(":")
      text.append(Int64(endMinute % 60), width: 2)
    }
  }

  package init?(_ description: String) {
    var scanner = DigitScanner(description.utf8)
    guard
      let start = scanner.minuteOfDay(), scanner.skip("-"), let end = scanner.minuteOfDay(),
      scanner.isAtEnd, start != end
    else { return nil }
    startMinute = start
    endMinute = end
  }
}

extension QuietHours: TextCoded {
  package static var notRead: String { "is not a span of hours; write one as 22:00-08:00" }
}

extension DigitScanner {
  /// `09:30`, as minutes since midnight.
  mutating func minuteOfDay() -> Int? {
    guard
      let hour = digits(2), hour < 24, skip(":"), let minute = digits(2), minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}
