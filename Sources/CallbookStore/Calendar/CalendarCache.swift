import CallbookModel
import Synchronization

/// The work calendar as it was last read, so that it is read again only after a change.
final class CalendarCache: Sendable {
  /// What a calendar was made of: two that differ never have the same key, committed or not.
  struct Key: Equatable {
    let token: [UInt8]
    let region: String
    let timeZone: String
    let shopRev: Int64
  }

  private let kept = Mutex<(key: Key, calendar: WorkCalendar)?>(nil)
  private let zoneRules: @Sendable (String) -> TimeZoneRules?
  /// The years that the program knows, of mainland China.
  let shipped: [Int: WorkYear]

  /// - Parameter zoneRules: nil for a zone that the machine does not know.
  init(
    shipped: [Int: WorkYear], zoneRules: @escaping @Sendable (String) -> TimeZoneRules?
  ) {
    self.shipped = shipped
    self.zoneRules = zoneRules
  }

  func calendar(
    _ key: Key, _ make: (TimeZoneRules) throws(CallbookError) -> WorkCalendar
  ) throws(CallbookError) -> WorkCalendar {
    let kept = self.kept.withLock { $0 }
    if let kept, kept.key == key { return kept.calendar }
    guard let zone = zoneRules(key.timeZone) else {
      throw CallbookError(
        .wrongState, "the machine does not know the shop's time zone, \(key.timeZone)",
        hint: "apt-get install --reinstall tzdata")
    }
    let calendar = try make(zone)
    self.kept.withLock { $0 = (key, calendar) }
    return calendar
  }
}
