import CallbookModel

/// What is read of a VEVENT (RFC 5545, section 3.6.1).
struct ICalendarEvent {
  /// The line on which it begins, from 1.
  let line: Int
  var summary = ""
  /// 休 or 班 as Apple's calendars say it: `X-APPLE-SPECIAL-DAY`.
  private(set) var specialDay: String?
  private(set) var isRecurring = false
  /// It was called off, and is there so that subscribers take it away.
  private(set) var isCancelled = false
  /// A line in it is no property: what it says is not to be relied upon.
  var isDamaged = false
  private var start: CalendarDate?
  /// The day after its last (section 3.6.1); nil when it is one day.
  private var end: CalendarDate?
  /// May stand before the start that it counts from.
  private var duration: String?
  private var hasTime = false

  init(line: Int) {
    self.line = line
  }

  /// nil when it is not made of whole days.
  var days: DateSpan? {
    guard !hasTime, let start else { return nil }
    var end = end
    if let duration {
      // `P3D` or `P1W` (section 3.3.6); with hours it is no all-day event.
      guard let cycle = CalendarCycle(duration), [.days, .weeks].contains(cycle.unit) else {
        return nil
      }
      end = cycle.occurrence(1, from: start)
    }
    guard let end else { return DateSpan(start) }
    return DateSpan(first: start, last: max(start, end.advanced(byDays: -1)))
  }

  mutating func take(_ property: VCardProperty) {
    switch property.name {
    case "SUMMARY": summary = VCardText.unescaped(property.value)
    case "X-APPLE-SPECIAL-DAY": specialDay = property.value.uppercased()
    case "DTSTART":
      start = Self.date(property.value)
      hasTime = hasTime || start == nil
    case "DTEND":
      end = Self.date(property.value)
      hasTime = hasTime || end == nil
    case "DURATION": duration = property.value
    case "RRULE", "RDATE": isRecurring = true
    case "STATUS": isCancelled = property.value.uppercased() == "CANCELLED"
    default: break
    }
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
