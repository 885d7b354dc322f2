/// What stands directly in a component that says when somebody is busy, or of one that says what its
/// clocks show (RFC 5545, section 3.6).
struct ICalendarComponent {
  /// What becomes of busy times is read of these; longer lines and pictures stay behind.
  private static let names: Set<String> = [
    "UID", "SEQUENCE", "SUMMARY", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "DTSTART",
    "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "FREEBUSY",
    "TZID", "TZOFFSETTO",
  ]

  struct Property {
    let property: VCardProperty
    let line: Int

    var value: String { CellText.trimmed(property.value) }
    /// What it says where only one word of a few can stand, in upper case.
    var word: String { value.uppercased() }
  }

  /// Upper case.
  let name: String
  /// The line on which it begins, from 1.
  let line: Int
  /// Which of the file's calendars it stands in: a time zone is one calendar's own.
  let calendar: Int
  private(set) var properties: [Property] = []
  /// The components within it.
  var parts: [ICalendarComponent] = []
  /// A line in it is no property, or too long: what it says is not to be relied upon.
  var isDamaged = false

  init(name: String, line: Int, calendar: Int) {
    self.name = name
    self.line = line
    self.calendar = calendar
  }

  mutating func take(_ property: VCardProperty, line: VCardLine) {
    guard Self.names.contains(property.name) else { return }
    isDamaged = isDamaged || line.isCutOff && property.name != "SUMMARY"
    properties.append(Property(property: property, line: line.number))
  }

  func all(_ name: String) -> [Property] { properties.filter { $0.property.name == name } }

  func first(_ name: String) -> Property? { properties.first { $0.property.name == name } }

  /// A property that stands at most once.
  /// - Throws: `damaged` when it stands there twice.
  func one(_ name: String) throws(BusyFile.LeftOut.Reason) -> Property? {
    let found = all(name)
    guard found.count <= 1 else { throw .damaged }
    return found.first
  }

  var summary: String { first("SUMMARY").map { VCardText.unescaped($0.property.value) } ?? "" }

  /// nil when it names none.
  var uid: String? {
    first("UID").map { VCardText.unescaped($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
