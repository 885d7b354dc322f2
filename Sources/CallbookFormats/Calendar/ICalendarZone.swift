import CallbookModel

/// A time zone as calendars are told of it: a VTIMEZONE (RFC 5545, section 3.6.5).
struct ICalendarZone: Sendable {
  private let rules: TimeZoneRules

  init(_ rules: TimeZoneRules) {
    self.rules = rules
  }

  var name: String { rules.name }

  /// What its clocks show between two points in time: the change that is in force at the first, and
  /// all that follow, one by one. A rule for ever would be a promise that no government keeps.
  func component(from first: Instant, through last: Instant) -> [String] {
    let before = rules.lastChange(notAfter: first).map { [$0] } ?? []
    let after = rules.changes(from: first, through: last).filter { $0 != before.first }
    var lines = ["BEGIN:VTIMEZONE", "TZID:\(name)"]
    if before.isEmpty {
      let offset = Self.offset(rules.offsetSeconds(at: first))
      lines += Self.observance("STANDARD", "19700101T000000", offset, offset)
    }
    for change in before + after {
      // The onset is what clocks show that nobody has set yet.
      let onset = change.at.advanced(byMilliseconds: Int64(change.before) * 1000)
      lines += Self.observance(
        change.isSummer ? "DAYLIGHT" : "STANDARD", Self.digits(onset),
        Self.offset(change.before), Self.offset(change.after))
    }
    return lines + ["END:VTIMEZONE"]
  }

  /// `20261123T093000`; nil for a time that clocks show twice when the second one is meant, because a
  /// calendar takes it for the first (section 3.3.5).
  func local(_ instant: Instant) -> String? {
    let local = rules.local(instant)
    switch rules.instants(of: local) {
    case .one: break
    case .two(let first, _): if first != instant { return nil }
    case .none: return nil
    }
    return Self.digits(local)
  }

  /// `20261123T013000Z`
  static func universal(_ instant: Instant) -> String { digits(instant) + "Z" }

  private static func observance(
    _ kind: String, _ onset: String, _ before: String, _ after: String
  ) -> [String] {
    [
      "BEGIN:\(kind)", "DTSTART:\(onset)", "TZOFFSETFROM:\(before)", "TZOFFSETTO:\(after)",
      "END:\(kind)",
    ]
  }

  private static func digits(_ instant: Instant) -> String {
    digits(TimeZoneRules.utc.local(instant))
  }

  private static func digits(_ time: LocalTime) -> String {
    let seconds = time.millisecondOfDay / 1000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined()
    return time.date.description.filter { $0 != "-" } + "T" + clock
  }

  /// `+0800`, with seconds where there are some (section 3.3.14).
  private static func offset(_ seconds: Int) -> String {
    let parts = [abs(seconds) / 3600, abs(seconds) / 60 % 60, abs(seconds) % 60].map(twoDigits)
    let shown = parts[2] == "00" ? parts.prefix(2) : parts[...]
    return (seconds < 0 ? "-" : "+") + shown.joined()
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
