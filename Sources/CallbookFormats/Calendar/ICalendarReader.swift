import CallbookModel

/// Finds the events of a calendar, and loses none: what is no iCalendar is refused with its line.
struct ICalendarReader {
  /// Many times what a shop's own calendar has.
  private static let mostEvents = 20_000
  /// No component stands deeper than an alarm in an event in a calendar.
  private static let mostDepth = 8

  private var lines: VCardLineReader
  /// The components that are open, outermost first.
  private var open: [(name: String, line: Int)] = []
  private var event: ICalendarEvent?
  private var events: [ICalendarEvent] = []

  /// All events, in the order of the file.
  /// - Throws: `FORMAT_UNKNOWN` when the file breaks off, or its parts do not fit together.
  static func events(in text: TextSource) throws(CallbookError) -> [ICalendarEvent] {
    var reader = ICalendarReader(lines: VCardLineReader(text))
    while let line = try reader.lines.next() { try reader.take(line) }
    if let last = reader.open.last {
      throw .noCalendar("it breaks off: what line \(last.line) begins has no end")
    }
    return reader.events
  }

  private init(lines: VCardLineReader) {
    self.lines = lines
  }

  private mutating func take(_ line: VCardLine) throws(CallbookError) {
    let property = VCardProperty(line.text) ?? VCardProperty(line.text, heedsQuotes: false)
    switch property?.name {
    case "BEGIN": try begin(Self.component(property), at: line.number)
    case "END": try end(Self.component(property), at: line.number)
    case nil: if !CellText.trimmed(line.text).isEmpty { event?.isDamaged = true }
    // Alarms within an event have a summary and a duration of their own.
    default: if let property, open.last?.name == "VEVENT" { event?.take(property) }
    }
  }

  private mutating func begin(_ name: String, at line: Int) throws(CallbookError) {
    guard open.count < Self.mostDepth else { throw .noCalendar("line \(line) is too deep in it") }
    if name == "VEVENT" {
      guard event == nil else {
        throw .noCalendar("line \(line) begins an event within another")
      }
      event = ICalendarEvent(line: line)
    }
    open.append((name, line))
  }

  private mutating func end(_ name: String, at line: Int) throws(CallbookError) {
    guard let last = open.popLast(), last.name == name else {
      throw .noCalendar("line \(line) ends what was not begun")
    }
    guard name == "VEVENT", let event else { return }
    events.append(event)
    self.event = nil
    guard events.count <= Self.mostEvents else { throw .noCalendar("it has too many events") }
  }

  private static func component(_ property: VCardProperty?) -> String {
    CellText.trimmed(property?.value ?? "").uppercased()
  }
}
