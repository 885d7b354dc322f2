/// A time of day as the clock on a wall shows it: `09:00`.
package struct MinuteOfDay: Hashable, Sendable {
  /// 0 to 1439.
  package let minute: Int

  package static let midnight = MinuteOfDay(of: LocalTime(CalendarDate.first, minuteOfDay: 0))

  package init(of local: LocalTime) { minute = local.minuteOfDay }

  /// - Returns: nil outside the day.
  package init?(_ minute: Int) {
    guard (0..<1440).contains(minute) else { return nil }
    self.minute = minute
  }
}

extension MinuteOfDay: TextCoded {
  package static var notRead: String { "is not a time of day; write one as 09:00" }

  package var description: String {
    String(asciiCount: 5) { text in
      text.append(Int64(minute / 60), width: 2)
      text.append(":")
      text.append(Int64(minute % 60), width: 2)
    }
  }

  package init?(_ description: String) {
    var scanner = DigitScanner(description.utf8)
    guard let minute = scanner.minuteOfDay(), scanner.isAtEnd else { return nil }
    self.minute = minute
  }
}
