/// Collects the digits of a typed number byte by byte; a state machine over UTF-8.
///
/// Valid order: spaces, an optional plus sign, then digits with spaces or one dash between two of
/// them, then spaces. The first byte out of order ends it for good.
struct DialledDigits {
  private enum Place { case start, digit, space, dash }

  /// 0086 and eleven more.
  private static let mostDigits = 15
  /// The country code 86 before eleven digits.
  private static let china: UInt64 = 86 * 100_000_000_000

  private var place = Place.start
  private var hasPlus = false
  private var number: UInt64 = 0
  private var count = 0
  private var leadingZeros = 0
  /// The bytes of a full-width character that have been seen, as one number.
  private var pending: UInt32 = 0

  /// Whether the text may end here.
  var isComplete: Bool {
    (place == .digit || place == .space) && pending == 0
  }

  /// - Returns: false when the text is none that this can read.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte < 0x80 {
      return pending == 0 && take(ascii: byte)
    }
    pending = pending << 8 | UInt32(byte)
    guard pending > 0xFFFF else { return true }
    defer { pending = 0 }
    switch pending {
    case 0xEF_BC_90...0xEF_BC_99: return take(ascii: UInt8(pending & 0xFF) - 0x90 + 0x30)
    case 0xEF_BC_8B: return take(ascii: UInt8(ascii: "+"))
    case 0xEF_BC_8D: return take(ascii: UInt8(ascii: "-"))
    case 0xE3_80_80: return take(ascii: UInt8(ascii: " "))
    default: return false
    }
  }

  private mutating func take(ascii byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return take(digit: UInt64(byte - UInt8(ascii: "0")))
    case UInt8(ascii: " "):
      if place == .digit { place = .space }
      return place == .space || (place == .start && !hasPlus)
    case UInt8(ascii: "-"):
      guard place == .digit else { return false }
      place = .dash
      return true
    case UInt8(ascii: "+"):
      guard place == .start, !hasPlus else { return false }
      hasPlus = true
      return true
    default:
      return false
    }
  }

  private mutating func take(digit: UInt64) -> Bool {
    guard count < Self.mostDigits else { return false }
    if number == 0, digit == 0 { leadingZeros += 1 }
    number = number &* 10 &+ digit
    count += 1
    place = .digit
    return true
  }

  /// The eleven national digits; nil unless they are surely a mainland mobile.
  func mobile(inChina: Bool) -> UInt64? {
    let national: UInt64
    switch (count, leadingZeros, hasPlus) {
    case (11, 0, false) where inChina: national = number
    case (13, 0, _) where inChina || hasPlus: national = number &- Self.china
    case (15, 2, false) where inChina: national = number &- Self.china
    default: return nil
    }
    return MainlandMobile.isMobile(national) ? national : nil
  }
}
