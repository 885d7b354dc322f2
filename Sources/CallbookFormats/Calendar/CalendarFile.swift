package import CallbookModel

/// A file of published holidays whose format has been recognised by its content: the JSON form, or
/// iCalendar (RFC 5545).
package struct CalendarFile {
  package let years: [Int: WorkYear]
  /// ISO 3166; nil when the file does not say of which country it is.
  package let region: String?
  /// What of the file is not taken over, and why.
  package let leftOut: [LeftOut]

  package struct LeftOut: Equatable, Sendable {
    /// From 1; nil for a year as a whole.
    package let line: Int?
    /// What the file calls it.
    package let name: String
    package let reason: Reason

    package enum Reason: Sendable {
      /// Neither a day off (休) nor a worked one (班), as far as can be read.
      case unmarked
      /// A line in it cannot be read.
      case damaged
      /// It was called off.
      case cancelled
      /// It has a time of day, or no day at all.
      case notAllDay
      /// It comes round again, or lasts for months: holidays are published one by one.
      case notOnce
      /// So few days are off that it is another year's rest.
      case partOfYear
    }
  }

  /// - Parameter path: `-` stands for standard input.
  /// - Throws: `FILE_UNREADABLE`, `FORMAT_UNKNOWN`, and what is wrong with the JSON.
  package static func open(_ path: String) throws(CallbookError) -> CalendarFile {
    try CalendarFile(try ByteSource(path: path))
  }

  package init(_ bytes: ByteSource) throws(CallbookError) {
    let text = try TextSource(bytes)
    let front = try text.peek(512).drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if front.first == UInt8(ascii: "{") {
      self = try JSONCalendar.read(text)
    } else if try ICalendarReader.isCalendar(text) {
      self = try ICalendarYears.read(text)
    } else {
      throw .noCalendar("it is neither iCalendar nor an object of JSON with years")
    }
    guard !years.isEmpty else { throw .noCalendar("no year of days off is in it") }
  }

  init(years: [Int: WorkYear], region: String?, leftOut: [LeftOut]) {
    self.years = years
    self.region = region
    self.leftOut = leftOut
  }
}

extension CallbookError {
  /// - Parameter subject: what the calendar should be of.
  static func noCalendar(_ why: String, of subject: String = "holidays") -> Self {
    CallbookError(.formatUnknown, "the file is no calendar of \(subject): \(why)")
  }
}
