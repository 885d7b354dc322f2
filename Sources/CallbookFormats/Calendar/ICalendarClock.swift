import CallbookModel

/// The clocks by which a calendar's times are meant.
enum ICalendarClock {
  case zone(TimeZoneRules)
  /// Seconds east of UTC, at all times.
  case fixed(Int)

  static let universal = Self.fixed(0)

  /// Of two points in time at which clocks show the same, the first; what clocks skip, by what they
  /// showed before (RFC 5545, section 3.3.5).
  func instant(of local: LocalTime) -> Instant {
    switch self {
    case .fixed(let seconds): return Self.instant(of: local, offset: seconds)
    case .zone(let rules):
      switch rules.instants(of: local) {
      case .one(let instant), .two(let instant, _): return instant
      case .none(let before, _):
        return Self.instant(of: local, offset: rules.offsetSeconds(at: before))
      }
    }
  }

  private static func instant(of local: LocalTime, offset: Int) -> Instant {
    Instant(
      millisecondsSince1970: local.date.daysSince1970 * 86_400_000
        + Int64(local.millisecondOfDay) - Int64(offset) * 1000)
  }
}
