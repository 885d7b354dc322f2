import CallbookModel

extension JSONReader {
  /// Reads the string at the position, which is at its opening quote.
  mutating func readString(isName: Bool) throws(CallbookError) {
    let start = position + 1
    var end = start
    while true {
      end += plainASCII(from: end)
      let byte = text[end]
      if byte == 0x22 { break }
      if byte == 0x5C { return try readEscapedString(isName: isName, firstEscape: end) }
      end += try sequenceLength(at: end)
    }
    position = end + 1
    let token = try addToken(.string, start: start, length: end - start)
    tokens[token].isName = isName
  }

  /// Puts a string that has escapes behind the source without them: whoever compares or copies it
  /// later sees plain bytes.
  private mutating func readEscapedString(isName: Bool, firstEscape: Int) throws(CallbookError) {
    let source = position
    let target = unescapedEnd
    copy(from: source + 1, count: firstEscape - source - 1)
    position = firstEscape
    while text[position] != 0x22 {
      if text[position] == 0x5C {
        try readEscape()
        continue
      }
      let plain = plainASCII(from: position)
      let count = plain > 0 ? plain : try sequenceLength(at: position)
      copy(from: position, count: count)
      position += count
    }
    position += 1
    let token = try addToken(.string, start: target, length: unescapedEnd - target)
    tokens[token].cursor = UInt32(truncatingIfNeeded: source)
    tokens[token].isEscaped = true
    tokens[token].isName = isName
  }

  /// Bytes from `start` on that need no look: printable ASCII but for quote and backslash.
  @inline(__always)
  private func plainASCII(from start: Int) -> Int {
    var index = start
    while true {
      let word = UnsafeRawPointer(text + index).loadUnaligned(as: UInt64.self)
      let special = StringScan.special(UInt64(littleEndian: word)) | (word & StringScan.highBits)
      if special != 0 {
        return index - start + special.trailingZeroBitCount / 8
      }
      index += 8
    }
  }

  /// The length of the UTF-8 sequence at `index`, where a string goes on with no plain ASCII.
  private func sequenceLength(at index: Int) throws(CallbookError) -> Int {
    let byte = text[index]
    if byte < 0x20 {
      guard index < count else { throw unexpected(at: index, .quote) }
      throw failure(
        .malformedJSON, at: index, "a raw control character \(hex(byte)) inside a string")
    }
    let length = UTF8Sequence.length(at: text + index)
    guard length > 0 else { throw invalidUTF8(at: index) }
    return length
  }

  /// RFC 8259, section 7; surrogates only in pairs.
  private mutating func readEscape() throws(CallbookError) {
    let letter = text[position + 1]
    switch letter {
    case 0x22, 0x5C, 0x2F: append(letter)
    case 0x62: append(0x08)
    case 0x66: append(0x0C)
    case 0x6E: append(0x0A)
    case 0x72: append(0x0D)
    case 0x74: append(0x09)
    case 0x75: return try readUnicodeEscape()
    default: throw unexpected(at: position + 1, .escape)
    }
    position += 2
  }

  private mutating func readUnicodeEscape() throws(CallbookError) {
    let start = position
    let unit = try hexDigits(at: start + 2)
    position += 6
    guard 0xD800...0xDFFF ~= unit else { return append(scalar: unit) }
    guard unit < 0xDC00, text[position] == 0x5C, text[position + 1] == 0x75 else {
      throw failure(.malformedJSON, at: start, "half a surrogate pair, escaped,")
    }
    let low = try hexDigits(at: position + 2)
    guard 0xDC00...0xDFFF ~= low else {
      throw failure(.malformedJSON, at: start, "half a surrogate pair, escaped,")
    }
    position += 6
    append(scalar: 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  }

  private func hexDigits(at start: Int) throws(CallbookError) -> UInt32 {
    var unit: UInt32 = 0
    for index in start..<start + 4 {
      let byte = text[index]
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt32(byte & 0x0F + 9)
      default: throw unexpected(at: index, .hexDigit)
      }
    }
    return unit
  }

  private mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      appendContinuation(scalar)
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      appendContinuation(scalar >> 6)
      appendContinuation(scalar)
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      appendContinuation(scalar >> 12)
      appendContinuation(scalar >> 6)
      appendContinuation(scalar)
    }
  }

  private mutating func appendContinuation(_ bits: UInt32) {
    append(UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F))
  }

  private mutating func append(_ byte: UInt8) {
    text[unescapedEnd] = byte
    unescapedEnd += 1
  }

  private mutating func copy(from start: Int, count: Int) {
    (text + unescapedEnd).update(from: text + start, count: count)
    unescapedEnd += count
  }
}
