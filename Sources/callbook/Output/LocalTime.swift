import CallbookModel
import Glibc

/// Points in time as the clock on this machine's wall shows them.
enum LocalTime {
  /// Such as `2026-11-22 09:30:00`.
  static func text(_ instant: Instant) -> String {
    var seconds = time_t(instant.millisecondsSince1970 / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return instant.description }
    let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let clock = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
    return date.map(twoDigits).joined(separator: "-") + " "
      + clock.map(twoDigits).joined(separator: ":")
  }

  static func date(_ instant: Instant) -> CalendarDate {
    CalendarDate(String(text(instant).prefix(10))) ?? .first
  }

  /// A value of a reply, if its form is that of a time.
  static func text(ofWire text: String) -> String? {
    guard text.utf8.count == 24, text.utf8.last == UInt8(ascii: "Z") else { return nil }
    return Instant(text).map { self.text($0) }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
