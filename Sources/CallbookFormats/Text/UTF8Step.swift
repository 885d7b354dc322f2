/// One step through bytes that should be UTF-8 (Unicode 3.9, table 3-7).
enum UTF8Step: Equatable {
  /// A whole character of so many bytes.
  case character(Int)
  /// So many bytes that begin no character (the maximal part that is replaced by one U+FFFD).
  case fault(Int)
  /// The bytes end within a character that may still become whole.
  case cutOff

  static func at(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UTF8Step {
    let first = bytes[index]
    if first < 0x80 { return .character(1) }
    guard first >= 0xC2, first <= 0xF4 else { return .fault(1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + 1 < bytes.count else { return .cutOff }
    guard secondBytes(after: first).contains(bytes[index + 1]) else { return .fault(1) }
    var seen = 2
    while seen < length {
      guard index + seen < bytes.count else { return .cutOff }
      guard bytes[index + seen] & 0xC0 == 0x80 else { return .fault(seen) }
      seen += 1
    }
    return .character(length)
  }

  /// Leaves out what would be overlong, a surrogate, or beyond U+10FFFF.
  private static func secondBytes(after first: UInt8) -> ClosedRange<UInt8> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
