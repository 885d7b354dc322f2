package import CallbookModel

/// What a calendar says of when somebody is busy: iCalendar (RFC 5545), as phones, Outlook and others
/// export it.
package struct BusyFile: Sendable {
  package struct Event: Hashable, Sendable {
    /// nil for a period of a VFREEBUSY, for what comes round, and where the file names none.
    package let uid: String?
    package let span: AppointmentSpan
  }

  /// What overlaps the window, each occurrence by itself, not cut to the window; sorted by start, end
  /// and uid, none twice. Of several versions of an event the latest counts (SEQUENCE).
  package let events: [Event]
  /// How many events of the file (VEVENT components, periods of a VFREEBUSY) make nobody busy:
  /// transparent, cancelled, of FBTYPE=FREE, or of no duration.
  package let freeCount: Int
  /// What of the file is not taken over, and why, in its order.
  package let leftOut: [LeftOut]

  package struct LeftOut: Equatable, Sendable {
    /// From 1.
    package let line: Int
    /// What the file calls it (SUMMARY); empty for a period of a VFREEBUSY.
    package let name: String
    package let reason: Reason

    package enum Reason: Error {
      /// A line in it cannot be read, or contradicts another.
      case damaged
      /// It does not say when it is.
      case noTime
      /// Nobody knows what the clocks show that it is meant by.
      case unknownZone
      /// It recurs in a way that is not read: not for certain is when.
      case unknownRule
      /// It recurs thousands of times within the window.
      case tooOften
    }
  }

  static let subject = "busy times"

  /// - Parameters:
  ///   - path: `-` stands for standard input.
  ///   - zone: the shop's, for whole days and for times that name no zone.
  ///   - zones: looks up a name of the tz database.
  /// - Throws: `FILE_UNREADABLE`, `WRONG_ENCODING`; `FORMAT_UNKNOWN` for what is no iCalendar, breaks
  ///   off, does not fit together, or has too many events.
  package static func open(
    _ path: String, window: AppointmentSpan, zone: TimeZoneRules,
    zones: (String) -> TimeZoneRules?
  ) throws(CallbookError) -> BusyFile {
    try BusyFile(try ByteSource(path: path), window: window, zone: zone, zones: zones)
  }

  package init(
    _ bytes: ByteSource, window: AppointmentSpan, zone: TimeZoneRules,
    zones: (String) -> TimeZoneRules?
  ) throws(CallbookError) {
    let text = try TextSource(bytes)
    guard try ICalendarReader.isCalendar(text) else {
      throw .noCalendar("it is not iCalendar", of: Self.subject)
    }
    let components = try ICalendarComponents(text)
    var times = BusyTimes(
      window: window, clocks: ICalendarClocks(components, zone: zone, zones: zones))
    try times.take(components)
    events = Set(times.events).sorted { Self.order($0) < Self.order($1) }
    freeCount = times.freeCount
    leftOut = times.leftOut.sorted { $0.line < $1.line }
  }

  private static func order(_ event: Event) -> (Instant, Instant, String) {
    (event.span.start, event.span.end, event.uid ?? "")
  }
}
