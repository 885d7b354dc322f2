import CallbookFormats
import CallbookModel

/// Appointments as a calendar shows them, as the daemon has them now.
struct ShopEvents: Equatable {
  let name: String
  let zone: String
  let events: [CalendarEvent]

  /// Without `--from` a calendar has what was lately, not all that ever was.
  static let daysBack: Int64 = 31

  /// - Parameter zone: of the shop.
  func bytes(_ zone: TimeZoneRules, at now: Instant) -> [UInt8] {
    ICalendarWriter(name: name, zone: zone, at: now).bytes(of: events)
  }
}
