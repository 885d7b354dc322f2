import CallbookModel
import Glibc
import Synchronization

/// Points in time as the shop's clocks show them, or as those of this machine do until the daemon has
/// said what the shop's time zone is.
final class ShownClock: Sendable {
  private struct Zone {
    var name: String?
    /// Read when a time is shown first: most runs show none.
    var rules: TimeZoneRules?
  }

  private let zone = Mutex(Zone())
  private let zoneRules: @Sendable (String) -> TimeZoneRules?

  init(_ zoneRules: @escaping @Sendable (String) -> TimeZoneRules? = ZoneFile.rules) {
    self.zoneRules = zoneRules
  }

  func follow(zone name: String) { zone.withLock { $0 = Zone(name: name) } }

  /// Such as `2026-11-22 09:30:00`.
  func text(_ instant: Instant) -> String {
    guard let rules = rules() else { return Self.machineText(instant) }
    let local = rules.local(instant)
    let seconds = Int(instant.millisecondsSince1970 / 1000 % 60)
    let clock = [local.minuteOfDay / 60, local.minuteOfDay % 60, seconds]
    return "\(local.date) " + clock.map(Self.twoDigits).joined(separator: ":")
  }

  func date(_ instant: Instant) -> CalendarDate {
    CalendarDate(String(text(instant).prefix(10))) ?? .first
  }

  /// A value of a reply, if its form is that of a time.
  func text(ofWire text: String) -> String? {
    guard text.utf8.count == 24, text.utf8.last == UInt8(ascii: "Z") else { return nil }
    return Instant(text).map { self.text($0) }
  }

  /// To the minute: where seconds say nothing.
  func minute(_ wire: String) -> String { text(ofWire: wire).map { String($0.prefix(16)) } ?? wire }

  private func rules() -> TimeZoneRules? {
    zone.withLock { zone in
      if zone.rules == nil, let name = zone.name {
        zone.rules = zoneRules(name)
        // A zone that this machine does not know is not asked for again.
        zone.name = nil
      }
      return zone.rules
    }
  }

  private static func machineText(_ instant: Instant) -> String {
    var seconds = time_t(instant.millisecondsSince1970 / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return instant.description }
    let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let clock = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
    return date.map(twoDigits).joined(separator: "-") + " "
      + clock.map(twoDigits).joined(separator: ":")
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
