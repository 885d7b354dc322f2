import CallbookModel

extension JSONReader {
  /// Reads the number at the position.
  ///
  /// An integer has digits only. `-0` is not one: every integer is written in exactly one way, so
  /// that equal parameters have equal texts.
  mutating func readNumber() throws(CallbookError) {
    let start = position
    let isNegative = text[position] == 0x2D
    if isNegative { position += 1 }
    let firstDigit = position
    var magnitude: UInt64 = 0
    while let digit = digit(at: position) {
      // Wraps only beyond 19 digits, which are too many by themselves.
      magnitude = magnitude &* 10 &+ UInt64(digit)
      position += 1
    }
    let digits = position - firstDigit
    guard digits > 0 else { throw unexpected(at: position, .digit) }
    guard digits == 1 || text[firstDigit] != 0x30 else {
      throw failure(.malformedJSON, at: firstDigit, "a number with a leading zero")
    }
    if text[position] == 0x2E || text[position] | 0x20 == 0x65 {
      return try readFraction(from: start, integerDigits: digits)
    }
    guard digits <= 16, magnitude <= UInt64(JSONLimits.largestInteger) else {
      throw outOfRange(at: start)
    }
    let kind: JSONNode.Kind = isNegative && magnitude == 0 ? .number : .integer
    try addToken(kind, start: start, length: position - start)
  }

  private mutating func readFraction(from start: Int, integerDigits: Int) throws(CallbookError) {
    // Without an exponent fifteen digits before the point are always in range.
    var mayBeOutOfRange = integerDigits > 15
    if text[position] == 0x2E {
      position += 1
      try skipDigits()
    }
    if text[position] | 0x20 == 0x65 {
      mayBeOutOfRange = true
      position += 1
      if text[position] == 0x2B || text[position] == 0x2D { position += 1 }
      try skipDigits()
    }
    if mayBeOutOfRange {
      let source = UnsafeBufferPointer(start: text + start, count: position - start)
      let value = Double(String(decoding: source, as: UTF8.self)) ?? .infinity
      guard value.magnitude <= Double(JSONLimits.largestInteger) else {
        throw outOfRange(at: start)
      }
    }
    try addToken(.number, start: start, length: position - start)
  }

  private mutating func skipDigits() throws(CallbookError) {
    guard digit(at: position) != nil else { throw unexpected(at: position, .digit) }
    while digit(at: position) != nil { position += 1 }
  }

  @inline(__always)
  private func digit(at index: Int) -> UInt8? {
    let digit = text[index] &- 0x30
    return digit < 10 ? digit : nil
  }

  private func outOfRange(at offset: Int) -> CallbookError {
    failure(.numberOutOfRange, at: offset, "a number beyond ±9007199254740991 (2^53 − 1)")
  }
}
