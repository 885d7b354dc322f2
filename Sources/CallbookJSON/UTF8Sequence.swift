/// Well-formed UTF-8, by table 3-7 of the Unicode standard.
enum UTF8Sequence {
  /// The length of the sequence of a byte from 0x80 on, 2 to 4; 0 if it is not well formed:
  /// overlong, a surrogate, beyond U+10FFFF, or cut off.
  ///
  /// Looks at a later byte only if those before it fit, so that any ASCII byte ends it.
  static func length(at bytes: UnsafePointer<UInt8>) -> Int {
    let lead = bytes[0]
    switch lead {
    case 0xC2...0xDF:
      return isContinuation(bytes[1]) ? 2 : 0
    case 0xE0...0xEF:
      let lowest: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = lead == 0xED ? 0x9F : 0xBF
      guard lowest <= bytes[1], bytes[1] <= highest, isContinuation(bytes[2]) else { return 0 }
      return 3
    case 0xF0...0xF4:
      let lowest: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let highest: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      guard lowest <= bytes[1], bytes[1] <= highest, isContinuation(bytes[2]),
        isContinuation(bytes[3])
      else { return 0 }
      return 4
    default:
      return 0
    }
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
