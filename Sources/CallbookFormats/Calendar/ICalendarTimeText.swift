import CallbookModel

/// A DATE or a DATE-TIME as it stands, before it is known what its clocks show (RFC 5545, sections
/// 3.3.4 and 3.3.5).
struct ICalendarTimeText {
  enum Form {
    case date
    /// By the clocks of a zone, or of whoever reads it.
    case local
    case universal
  }

  /// A date's begins at midnight.
  let local: LocalTime
  let form: Form

  /// Reads `20261123`, `20261123T093000` and `20261123T013000Z`.
  init?(_ text: some StringProtocol) {
    let bytes = Array(CellText.trimmed(text).utf8)
    guard [8, 15, 16].contains(bytes.count),
      let year = Self.number(bytes[..<4]), let month = Self.number(bytes[4..<6]),
      let day = Self.number(bytes[6..<8]),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    guard bytes.count > 8 else {
      (local, form) = (LocalTime(date, minuteOfDay: 0), .date)
      return
    }
    guard
      Self.isLetter("T", bytes[8]), bytes.count == 15 || Self.isLetter("Z", bytes[15]),
      let hour = Self.number(bytes[9..<11]), hour < 24,
      let minute = Self.number(bytes[11..<13]), minute < 60,
      let second = Self.number(bytes[13..<15]), second <= 60
    else { return nil }
    // A leap second is taken for the one before it (section 3.3.12).
    let seconds = hour * 3600 + minute * 60 + min(second, 59)
    local = LocalTime(date, millisecondOfDay: seconds * 1000)
    form = bytes.count == 15 ? .local : .universal
  }

  private static func isLetter(_ letter: Unicode.Scalar, _ byte: UInt8) -> Bool {
    byte & 0xDF == UInt8(ascii: letter)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
