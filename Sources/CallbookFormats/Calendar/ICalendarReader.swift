import CallbookModel

/// Takes a calendar apart, and loses nothing of it: what is no iCalendar is refused with its line.
struct ICalendarReader {
  /// What stands in a calendar, in the order of the file.
  enum Part {
    /// The name in upper case.
    case begin(String, line: Int)
    case end(String)
    /// Of the component that was begun last, or of none.
    case property(VCardProperty, line: VCardLine)
    case noProperty
  }

  /// Many times what a shop's own calendar has.
  static let mostEvents = 20_000
  /// No component stands deeper than an alarm in an event in a calendar.
  private static let mostDepth = 8

  /// What the calendar should be of, for whoever reads why it is not.
  private let subject: String
  private var lines: VCardLineReader
  /// The components that are open, outermost first.
  private var open: [(name: String, line: Int)] = []
  private var eventCount = 0

  init(_ text: TextSource, subject: String) {
    self.subject = subject
    lines = VCardLineReader(text)
  }

  /// All events of a calendar of holidays, in the order of the file.
  /// - Throws: `FORMAT_UNKNOWN` when the file breaks off, or its parts do not fit together.
  static func events(in text: TextSource) throws(CallbookError) -> [ICalendarEvent] {
    var reader = ICalendarReader(text, subject: "holidays")
    var event: ICalendarEvent?
    var events: [ICalendarEvent] = []
    while let part = try reader.next() {
      switch part {
      case .begin("VEVENT", let line): event = ICalendarEvent(line: line)
      case .end("VEVENT"):
        if let event { events.append(event) }
        event = nil
      // Alarms within an event have a summary and a duration of their own.
      case .property(let property, _): if reader.isDirectlyInEvent { event?.take(property) }
      case .noProperty: event?.isDamaged = true
      case .begin, .end: break
      }
    }
    return events
  }

  /// nil at the end, which is only where nothing is open any more.
  mutating func next() throws(CallbookError) -> Part? {
    while let line = try lines.next() {
      let property = VCardProperty(line.text) ?? VCardProperty(line.text, heedsQuotes: false)
      switch property?.name {
      case "BEGIN": return .begin(try begin(property, at: line.number), line: line.number)
      case "END": return .end(try end(property, at: line.number))
      case nil: if !CellText.trimmed(line.text).isEmpty { return .noProperty }
      default: if let property { return .property(property, line: line) }
      }
    }
    if let last = open.last {
      throw refusal("it breaks off: what line \(last.line) begins has no end")
    }
    return nil
  }

  /// Whether a text begins as a calendar does; it can still be read from there.
  static func isCalendar(_ text: TextSource) throws(CallbookError) -> Bool {
    let front = try text.peek(512).drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return String(decoding: front.prefix(15), as: UTF8.self).uppercased() == "BEGIN:VCALENDAR"
  }

  func refusal(_ why: String) -> CallbookError { .noCalendar(why, of: subject) }

  private var isDirectlyInEvent: Bool { open.last?.name == "VEVENT" }

  private mutating func begin(
    _ property: VCardProperty?, at line: Int
  ) throws(CallbookError) -> String {
    let name = Self.component(property)
    guard open.count < Self.mostDepth else { throw refusal("line \(line) is too deep in it") }
    if name == "VEVENT", open.contains(where: { $0.name == name }) {
      throw refusal("line \(line) begins an event within another")
    }
    open.append((name, line))
    return name
  }

  private mutating func end(
    _ property: VCardProperty?, at line: Int
  ) throws(CallbookError) -> String {
    let name = Self.component(property)
    guard let last = open.popLast(), last.name == name else {
      throw refusal("line \(line) ends what was not begun")
    }
    if name == "VEVENT" { eventCount += 1 }
    guard eventCount <= Self.mostEvents else { throw refusal("it has too many events") }
    return name
  }

  private static func component(_ property: VCardProperty?) -> String {
    CellText.trimmed(property?.value ?? "").uppercased()
  }
}
