import CallbookModel

/// The components of a file that busy times are read of, of all calendars in it.
struct ICalendarComponents {
  private(set) var events: [ICalendarComponent] = []
  private(set) var freeBusy: [ICalendarComponent] = []
  private(set) var zones: [ICalendarComponent] = []
  /// Those that are open, outermost first.
  private var open: [ICalendarComponent] = []
  private var calendar = 0
  private var periodCount = 0

  /// - Throws: `FORMAT_UNKNOWN` when the file breaks off, or its parts do not fit together.
  init(_ text: TextSource) throws(CallbookError) {
    var reader = ICalendarReader(text, subject: BusyFile.subject)
    while let part = try reader.next() {
      switch part {
      case .begin(let name, let line):
        if name == "VCALENDAR" { calendar += 1 }
        open.append(ICalendarComponent(name: name, line: line, calendar: calendar))
      case .end: end()
      case .property(let property, let line):
        if let last = open.indices.last { open[last].take(property, line: line) }
      case .noProperty: for place in open.indices { open[place].isDamaged = true }
      }
      guard periodCount <= ICalendarReader.mostEvents else {
        throw reader.refusal("it has too many events")
      }
    }
  }

  private mutating func end() {
    guard let component = open.popLast() else { return }
    switch component.name {
    case "VEVENT": events.append(component)
    case "VFREEBUSY":
      freeBusy.append(component)
      // A comma stands between two of them.
      periodCount += component.all("FREEBUSY").reduce(0) { count, property in
        count + 1 + property.value.utf8.count { $0 == UInt8(ascii: ",") }
      }
    case "VTIMEZONE": zones.append(component)
    case "STANDARD", "DAYLIGHT":
      if let last = open.indices.last { open[last].parts.append(component) }
    default: break
    }
  }
}
