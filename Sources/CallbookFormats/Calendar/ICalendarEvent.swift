import CallbookModel

/// What is read of a VEVENT (RFC 5545, section 3.6.1).
struct ICalendarEvent {
  /// The line on which it begins, from 1.
  let line: Int
  var summary = ""
  /// 休 or 班 as Apple's calendars say it: `X-APPLE-SPECIAL-DAY`.
  var specialDay: String?
  var start: CalendarDate?
  /// The day after its last (section 3.6.1); nil when it is one day.
  var end: CalendarDate?
  var hasTime = false
  var isRecurring = false

  /// nil when it is not made of whole days.
  var days: DateSpan? {
    guard !hasTime, let start else { return nil }
    guard let end else { return DateSpan(start) }
    return DateSpan(first: start, last: max(start, end.advanced(byDays: -1)))
  }

  /// All events of a calendar, in the order of the file.
  static func all(in text: TextSource) throws(CallbookError) -> [ICalendarEvent] {
    var reader = VCardLineReader(text)
    var events: [ICalendarEvent] = []
    var event: ICalendarEvent?
    // Alarms within an event have a summary and a duration of their own.
    var depth = 0
    while let line = try reader.next() {
      guard let property = VCardProperty(line.text) ?? VCardProperty(line.text, heedsQuotes: false)
      else { continue }
      switch (property.name, property.value.uppercased()) {
      case ("BEGIN", "VEVENT"): event = ICalendarEvent(line: line.number)
      case ("BEGIN", _): depth += event == nil ? 0 : 1
      case ("END", "VEVENT"):
        if let event { events.append(event) }
        (event, depth) = (nil, 0)
      case ("END", _): depth = max(0, depth - 1)
      default: if depth == 0 { event?.take(property) }
      }
      guard events.count <= mostEvents else { throw .noCalendar("it has too many events") }
    }
    return events
  }

  /// Many times what a shop's own calendar has.
  private static let mostEvents = 20_000

  private mutating func take(_ property: VCardProperty) {
    switch property.name {
    case "SUMMARY": summary = VCardText.unescaped(property.value)
    case "X-APPLE-SPECIAL-DAY": specialDay = property.value.uppercased()
    case "DTSTART":
      start = Self.date(property.value)
      hasTime = start == nil
    case "DTEND":
      end = Self.date(property.value)
      hasTime = hasTime || end == nil
    case "DURATION": takeDuration(property.value)
    case "RRULE", "RDATE": isRecurring = true
    default: break
    }
  }

  /// `P3D` or `P1W` (section 3.3.6); with hours it is no all-day event.
  private mutating func takeDuration(_ text: String) {
    guard let start, let cycle = CalendarCycle(text), [.days, .weeks].contains(cycle.unit) else {
      hasTime = true
      return
    }
    end = cycle.occurrence(1, from: start)
  }

  /// `20270101`
  private static func date(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let parts = [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
    return CalendarDate(parts.joined(separator: "-"))
  }
}
