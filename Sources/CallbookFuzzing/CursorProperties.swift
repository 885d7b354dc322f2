import CallbookJSON
import CallbookModel
import CallbookRequests

/// What the daemon gives out to be handed back (cursors, ids, UUIDs, times): it reads what it wrote,
/// and takes nothing else for it.
enum CursorProperties {
  static func check(_ input: [UInt8]) throws {
    let text = String(decoding: input, as: UTF8.self)
    try checkCursor(text)
    try checkIdentifier(ContactID.self, "c", text)
    try checkIdentifier(PointID.self, "m", text)
    try checkReading(of: text)
    try checkWriting(of: input)
  }

  /// A cursor is opaque: only the very text that was given out is one.
  private static func checkCursor(_ text: String) throws {
    let cursor = EventCursor(text)
    try require(
      cursor == nil || cursor?.description.utf8.elementsEqual(text.utf8) == true,
      "a cursor that was never given out is taken")
    try checkWire(cursor, text)
  }

  private static func checkIdentifier<Subject>(
    _ type: Identifier<Subject>.Type, _ letter: Character, _ text: String
  ) throws {
    let identifier = Identifier<Subject>(text)
    try checkWire(identifier, text)
    var digits = Substring(text).utf8
    if digits.first.map({ $0 | 0x20 }) == letter.asciiValue { digits.removeFirst() }
    let isOne =
      (1...16).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
      && digits.contains { $0 != 0x30 }
    try require(
      (identifier != nil) == isOne, "an id is \(letter), upper or lower case, and a number")
    guard let identifier else { return }
    let written = identifier.description
    try require(Identifier<Subject>(written) == identifier, "an id reads as it was written")
    try require(written.first == letter && written.dropFirst().first != "0", "an id has one text")
  }

  /// What is read from any text is written and read again the same.
  private static func checkReading(of text: String) throws {
    if let unique = UniqueID(text) {
      try require(
        UniqueID(unique.description) == unique && UniqueID(bytes: unique.bytes) == unique,
        "a UUID reads as it was written")
      try require(
        text.lowercased().hasSuffix(unique.description), "a UUID has one text in lower case")
    }
    if let date = CalendarDate(text) {
      try require(date.description == text, "a date has one text")
      try require(
        CalendarDate(daysSince1970: date.daysSince1970) == date, "a date is the day that it counts")
    }
    if let instant = Instant(text) {
      try require(Instant(instant.description) == instant, "a time reads as it was written")
    }
    if let hours = QuietHours(text) {
      try require(hours.description == text, "a span of hours has one text")
    }
  }

  /// Whatever the numbers are, what was written reads back.
  private static func checkWriting(of input: [UInt8]) throws {
    let bytes = input.prefix(24) + repeatElement(0, count: 24 - min(24, input.count))
    let number = bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    let cursor = EventCursor(
      instance: UniqueID(bytes: Array(bytes.dropFirst(8))), seq: number & Int64.max)
    try require(EventCursor(cursor.description) == cursor, "a cursor reads as it was written")
    try checkWire(cursor, cursor.description)
    let contact = ContactID(1 + (number & Int64.max) % 9_999_999_999_999_999)
    try require(ContactID(contact.description) == contact, "any id reads as it was written")
    // The years 1 to 9999, as far as the text goes.
    let instant = Instant(millisecondsSince1970: number % 62_135_596_800_000)
    try require(Instant(instant.description) == instant, "any time reads as it was written")
  }

  /// On the wire it is exactly what it is as a text.
  private static func checkWire<Value: Codable & Equatable>(_ value: Value?, _ text: String) throws
  {
    var json = JSONWriter()
    json.value(text)
    let node = try JSONTape().parse(json.bytes)
    let read: Value
    do throws(CallbookError) {
      read = try WireDecoder.decode(Value.self, from: node)
    } catch {
      return try require(
        value == nil && error.reason == .invalidParams && error.violations.count == 1,
        "the wire refuses a \(Value.self) that the text is, or without saying so")
    }
    try require(read == value, "the wire takes another \(Value.self) than the text says")
    json.removeAll()
    try WireEncoder.encode(read, into: &json)
    let again = try WireDecoder.decode(Value.self, from: JSONTape().parse(json.bytes))
    try require(again == read, "a \(Value.self) reads as it was written to the wire")
  }
}
