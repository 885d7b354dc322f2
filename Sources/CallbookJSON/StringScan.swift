/// Eight bytes of a string looked at together.
enum StringScan {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Has the high bit set of the first byte that is a quote, a backslash or a control character;
  /// bits of later bytes mean nothing, and 0 means that there is none.
  ///
  /// `word` is little endian: its lowest byte comes first.
  @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    // A subtraction borrows through the high bit of a byte that is smaller, and the complement
    // takes out those that had the bit before.
    let control = (word &- ones &* 0x20) & ~word
    let isQuote = (quote &- ones) & ~quote
    let isBackslash = (backslash &- ones) & ~backslash
    return (control | isQuote | isBackslash) & highBits
  }
}
