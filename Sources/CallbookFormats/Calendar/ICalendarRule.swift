import CallbookModel

/// How an event recurs, as far as it can be said for certain when: a RECUR (RFC 5545, section 3.3.10)
/// of whole days.
struct ICalendarRule {
  enum Pattern {
    case days
    /// On which days of a week, and with which one a week begins.
    case weeks(Set<Weekday>, from: Weekday)
    case months(ICalendarMonthDay)
  }

  let pattern: Pattern
  /// In days, weeks or months.
  let interval: Int
  let count: Int?
  private let until: ICalendarTimeText?

  /// - Throws: `unknownRule` for all other rules: an event is never taken for where it is not.
  init(
    _ text: String, start: ICalendarTime
  ) throws(BusyFile.LeftOut.Reason) {
    var parts = try Self.parts(text)
    let frequency = parts.removeValue(forKey: "FREQ")
    let interval = try Self.number(parts.removeValue(forKey: "INTERVAL")) ?? 1
    count = try Self.number(parts.removeValue(forKey: "COUNT"))
    until = try parts.removeValue(forKey: "UNTIL").map(Self.until)
    let weekStart = try parts.removeValue(forKey: "WKST").map(Self.weekday) ?? .monday
    let date = start.local.date
    switch frequency {
    case "DAILY": pattern = try Self.daily(&parts, interval: interval, weekStart)
    case "WEEKLY":
      let days = try parts.removeValue(forKey: "BYDAY").map(Self.weekdays) ?? [date.weekday]
      pattern = .weeks(days, from: weekStart)
    case "MONTHLY": pattern = .months(try Self.monthly(&parts, date))
    case "YEARLY": pattern = .months(try Self.yearly(&parts, date))
    default: throw .unknownRule
    }
    self.interval = interval * (frequency == "YEARLY" ? 12 : 1)
    guard parts.isEmpty, count == nil || until == nil, until?.form != .universal || !start.isDate
    else { throw .unknownRule }
    if case .months(let day) = pattern, !day.isInEveryMonth, count != nil, date.year < 1900 {
      // Every month since would be looked at, and nobody's meeting is that old.
      throw .unknownRule
    }
    // The standard leaves open what a start means that the rule does not lead to.
    guard ICalendarDates(self, from: date).first(where: { _ in true }) == date else {
      throw .unknownRule
    }
  }

  /// Whether it still recurs at a time; a day that it ends with is its own until midnight.
  func allows(_ start: ICalendarTime) -> Bool {
    guard let until else { return true }
    switch until.form {
    case .date: return start.local.date <= until.local.date
    case .local: return start.local <= until.local
    case .universal: return start.instant <= ICalendarClock.universal.instant(of: until.local)
    }
  }

  private static func parts(
    _ text: String
  ) throws(BusyFile.LeftOut.Reason) -> [String: String] {
    var parts: [String: String] = [:]
    // Some write a semicolon behind the last one too.
    for part in text.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { CellText.trimmed($0) }
      guard pair.count == 2, parts.updateValue(pair[1], forKey: pair[0]) == nil else {
        throw .unknownRule
      }
    }
    return parts
  }

  private static func number(
    _ text: String?
  ) throws(BusyFile.LeftOut.Reason) -> Int? {
    guard let text else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0
    else { throw .unknownRule }
    // There are fewer days in the calendar.
    return min(number, 10_000_000)
  }

  private static func until(
    _ text: String
  ) throws(BusyFile.LeftOut.Reason) -> ICalendarTimeText {
    guard let until = ICalendarTimeText(text) else { throw .unknownRule }
    return until
  }

  private static func weekday(
    _ text: some StringProtocol
  ) throws(BusyFile.LeftOut.Reason) -> Weekday {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    guard let place = names.firstIndex(of: CellText.trimmed(text)) else { throw .unknownRule }
    return Weekday.allCases[place]
  }

  private static func weekdays(
    _ text: String
  ) throws(BusyFile.LeftOut.Reason) -> Set<Weekday> {
    var days: Set<Weekday> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      days.insert(try weekday(part))
    }
    return days
  }

  /// On some days of every week, where some are named.
  private static func daily(
    _ parts: inout [String: String], interval: Int, _ weekStart: Weekday
  ) throws(BusyFile.LeftOut.Reason) -> Pattern {
    guard let text = parts.removeValue(forKey: "BYDAY") else { return .days }
    guard interval == 1 else { throw .unknownRule }
    return .weeks(try weekdays(text), from: weekStart)
  }

  private static func monthly(
    _ parts: inout [String: String], _ start: CalendarDate
  ) throws(BusyFile.LeftOut.Reason) -> ICalendarMonthDay {
    if let text = parts.removeValue(forKey: "BYDAY") {
      // `BYDAY=TU;BYSETPOS=2` is `BYDAY=2TU`.
      return try monthDay((parts.removeValue(forKey: "BYSETPOS") ?? "") + text)
    }
    if parts["BYMONTHDAY"] == "-1" {
      parts["BYMONTHDAY"] = nil
      return .last
    }
    if let day = try number(parts["BYMONTHDAY"]), day == start.day { parts["BYMONTHDAY"] = nil }
    return .number(start.day)
  }

  /// A year's own days of the month would be those of all months, unless one is named.
  private static func yearly(
    _ parts: inout [String: String], _ start: CalendarDate
  ) throws(BusyFile.LeftOut.Reason) -> ICalendarMonthDay {
    guard let month = parts.removeValue(forKey: "BYMONTH") else { return .number(start.day) }
    guard try number(month) == start.month else { throw .unknownRule }
    return try monthly(&parts, start)
  }

  private static func monthDay(
    _ text: String
  ) throws(BusyFile.LeftOut.Reason) -> ICalendarMonthDay {
    let number = text.dropLast(2)
    let ordinal = Int(number) ?? 0
    guard (1...5).contains(abs(ordinal)), number.utf8.count <= 2 else { throw .unknownRule }
    return .weekday(ordinal, try weekday(text.suffix(2)))
  }
}
