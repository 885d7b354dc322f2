package import CallbookModel

/// Events as a calendar to subscribe to: iCalendar (RFC 5545), published (RFC 5546, section 3.2.1).
///
/// Nobody is named as ORGANIZER, although RFC 5546 wants one: that is a mail address, and a shop's
/// staff need not have any.
package struct ICalendarWriter: Sendable {
  /// What calendars call it.
  private let name: String
  private let zone: ICalendarZone
  /// When the calendar is made: with a METHOD that is what DTSTAMP says (section 3.8.7.2).
  private let now: Instant

  package init(name: String, zone: TimeZoneRules, at now: Instant) {
    self.name = name
    self.zone = ICalendarZone(zone)
    self.now = now
  }

  package func bytes(of events: [CalendarEvent]) -> [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Callbook//Callbook//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:\(ICalendarText.escaped(name))",
      "X-WR-TIMEZONE:\(zone.name)",
    ]
    if let first = events.map(\.start).min(), let last = events.map(\.end).max() {
      lines += zone.component(from: first, through: last)
    }
    var bytes: [UInt8] = []
    for line in lines { VCardLines.append(line, to: &bytes) }
    for event in events {
      for line in self.lines(of: event) { VCardLines.append(line, to: &bytes) }
    }
    VCardLines.append("END:VCALENDAR", to: &bytes)
    return bytes
  }

  private func lines(of event: CalendarEvent) -> [String] {
    var lines = ["BEGIN:VEVENT", "UID:\(ICalendarText.escaped(event.uid))"]
    lines.append("SEQUENCE:\(event.sequence)")
    lines.append("DTSTAMP:\(ICalendarZone.universal(now))")
    lines.append("CREATED:\(ICalendarZone.universal(event.created))")
    lines.append("LAST-MODIFIED:\(ICalendarZone.universal(event.lastModified))")
    // Both in one form, or some calendars lose the end.
    if let start = zone.local(event.start), let end = zone.local(event.end) {
      lines += ["DTSTART;TZID=\(zone.name):\(start)", "DTEND;TZID=\(zone.name):\(end)"]
    } else {
      lines.append("DTSTART:\(ICalendarZone.universal(event.start))")
      lines.append("DTEND:\(ICalendarZone.universal(event.end))")
    }
    lines.append("SUMMARY:\(ICalendarText.escaped(event.summary))")
    if let place = event.location { lines.append("LOCATION:\(ICalendarText.escaped(place))") }
    if let details = event.details { lines.append("DESCRIPTION:\(ICalendarText.escaped(details))") }
    lines.append("STATUS:\(event.status.rawValue)")
    if !event.categories.isEmpty {
      let list = event.categories.map(ICalendarText.escaped).joined(separator: ",")
      lines.append("CATEGORIES:\(list)")
    }
    // Nobody is to be sent to what does not take place.
    if event.status != .cancelled {
      for minutes in event.alarms { lines += Self.alarm(minutes, event.summary) }
    }
    return lines + ["END:VEVENT"]
  }

  /// In minutes, never in days: a day before is 24 hours before, also where clocks are set.
  private static func alarm(_ minutes: Int, _ summary: String) -> [String] {
    [
      "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT\(minutes)M",
      "DESCRIPTION:\(ICalendarText.escaped(summary))", "END:VALARM",
    ]
  }
}
