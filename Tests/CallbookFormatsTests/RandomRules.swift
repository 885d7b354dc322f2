import CallbookModel
import CallbookTesting

/// Events that recur in all the ways that are read.
struct RandomRules {
  struct Event {
    let zone: String
    /// `20261123T093000`, by the zone's clocks.
    let start: String
    let rule: String
  }

  static let zones = [
    "Asia/Shanghai", "America/New_York", "Europe/Dublin", "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia", "UTC",
  ]
  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  /// - Parameter date: when it starts.
  mutating func next(from date: CalendarDate) -> Event {
    let clock = ["023000", "013000", "000000", "093000", "235959"][random.below(5)]
    var parts = [frequency(date)]
    if random.below(2) == 0, !parts[0].hasPrefix("FREQ=DAILY;") {
      parts.append("INTERVAL=\(1 + random.below(14))")
    }
    switch random.below(3) {
    case 0: parts.append("COUNT=\(1 + random.below(300))")
    case 1:
      let last = date.advanced(byDays: Int64(random.below(4000)))
      parts.append("UNTIL=\(Self.digits(last))T\(clock)Z")
    default: break
    }
    if random.below(3) == 0 { parts.append("WKST=\(Self.weekdays[random.below(7)])") }
    return Event(
      zone: Self.zones[random.below(Self.zones.count)], start: "\(Self.digits(date))T\(clock)",
      rule: parts.joined(separator: ";"))
  }

  private mutating func frequency(_ date: CalendarDate) -> String {
    switch random.below(10) {
    case 0: "FREQ=DAILY"
    case 8: "FREQ=MONTHLY;\(position(date))"
    case 1: "FREQ=WEEKLY"
    case 2: "FREQ=WEEKLY;BYDAY=\(days(date))"
    case 9: "FREQ=DAILY;BYDAY=\(days(date))"
    case 3: "FREQ=MONTHLY"
    case 4:
      date.advanced(byDays: 1).day == 1
        ? "FREQ=MONTHLY;BYMONTHDAY=-1" : "FREQ=MONTHLY;BYMONTHDAY=\(date.day)"
    case 5: "FREQ=MONTHLY;BYDAY=\(ordinal(date))"
    case 6: "FREQ=YEARLY"
    default: "FREQ=YEARLY;BYMONTH=\(date.month);BYDAY=\(ordinal(date))"
    }
  }

  /// Its own day of the week, and others.
  private mutating func days(_ date: CalendarDate) -> String {
    Self.weekdays.indices.filter { $0 + 1 == date.weekday.rawValue || random.below(3) == 0 }
      .map { Self.weekdays[$0] }.joined(separator: ",")
  }

  /// As Outlook writes it.
  private mutating func position(_ date: CalendarDate) -> String {
    let ordinal = ordinal(date)
    return "BYDAY=\(ordinal.suffix(2));BYSETPOS=\(ordinal.dropLast(2))"
  }

  /// Which of its month's days of that name a day is, from the beginning or from the end.
  private mutating func ordinal(_ date: CalendarDate) -> String {
    let name = Self.weekdays[date.weekday.rawValue - 1]
    let left = CalendarDate.days(inMonth: date.month, of: date.year) - date.day
    return random.below(2) == 0 ? "\((date.day - 1) / 7 + 1)\(name)" : "-\(left / 7 + 1)\(name)"
  }

  private static func digits(_ date: CalendarDate) -> String {
    date.description.filter { $0 != "-" }
  }
}
