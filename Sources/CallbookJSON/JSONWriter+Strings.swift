extension JSONWriter {
  /// A string between quotes. Escaped is only what must be (RFC 8259, section 7).
  static func appendQuoted(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    appendText(string, to: &bytes)
    bytes.append(0x22)
  }

  /// A part of a string.
  static func appendText(_ string: String, to bytes: inout [UInt8]) {
    var string = string
    string.withUTF8 { source in
      var start = 0
      while true {
        let plain = plainCount(source, from: start)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<start + plain]))
        start += plain
        guard start < source.count else { break }
        appendEscape(of: source[start], to: &bytes)
        start += 1
      }
    }
  }

  /// How many bytes from `start` on need no escape.
  private static func plainCount(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(source.baseAddress) else { return 0 }
    var index = start
    while index + 8 <= source.count {
      let word = (base + index).loadUnaligned(as: UInt64.self)
      let special = StringScan.special(UInt64(littleEndian: word))
      if special != 0 { return index - start + special.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < source.count, !needsEscape(source[index]) { index += 1 }
    return index - start
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }

  private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x0C: bytes.append(0x66)
    case 0x0A: bytes.append(0x6E)
    case 0x0D: bytes.append(0x72)
    case 0x09: bytes.append(0x74)
    default:
      let low = byte & 0x0F
      bytes.append(contentsOf: [0x75, 0x30, 0x30, 0x30 + byte >> 4])
      bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
    }
  }
}
