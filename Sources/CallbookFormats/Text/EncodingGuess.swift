/// Which encoding a piece of a file is in.
enum EncodingGuess: Equatable {
  case encoding(TextEncoding)
  /// Nothing but ASCII so far: later bytes decide.
  case undecided
  /// Too much of it is wrong in every encoding that can be told apart.
  case unrecognised

  /// As much as one guess looks at: enough for some hundred rows.
  static let windowBytes = 65_536

  /// - Parameter isWhole: nothing follows, so that a character cut off at the end is a fault.
  static func of(_ window: ArraySlice<UInt8>, isWhole: Bool) -> EncodingGuess {
    if let wide = window.withUnsafeBufferPointer(utf16) { return .encoding(wide) }
    return unfolded(window).withUnsafeBufferPointer { bytes in
      let utf8 = Tally(of: bytes, isWhole: isWhole, step: UTF8Step.at)
      guard utf8.whole + utf8.faults > 0 else { return .undecided }
      let gb = Tally(of: bytes, isWhole: isWhole, step: GB18030Step.at)
      // UTF-8 is never right by accident, so it wins when both have as few faults.
      let (best, encoding): (Tally, TextEncoding) =
        gb.faults < utf8.faults ? (gb, .gb18030) : (utf8, .utf8)
      // A row or two may be broken; if every fifth character is, this is another encoding.
      guard best.faults * 5 <= best.whole else { return .unrecognised }
      return .encoding(encoding)
    }
  }

  /// Without the line breaks of folded cards, within which old programs cut characters in two.
  private static func unfolded(_ window: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(window.count)
    for byte in window {
      if byte == 0x20 || byte == 0x09, output.last == 0x0A {
        output.removeLast()
        if output.last == 0x0D { output.removeLast() }
      } else {
        output.append(byte)
      }
    }
    return output
  }

  /// UTF-16 without a mark: digits, delimiters and line ends have a zero byte on one side.
  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    guard bytes.contains(0) else { return nil }
    var little = 0
    var big = 0
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (bytes[index], bytes[index + 1])
      if second == 0, isPlain(first) { little += 1 }
      if first == 0, isPlain(second) { big += 1 }
    }
    // One character in sixteen: a table has more; a text with a stray NUL has fewer.
    guard max(little, big) * 32 >= bytes.count else { return nil }
    return little >= big ? .utf16LittleEndian : .utf16BigEndian
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// How many characters beyond ASCII are whole and how many are not.
  private struct Tally {
    var whole = 0
    var faults = 0

    init(
      of bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool,
      step: (Int, UnsafeBufferPointer<UInt8>) -> UTF8Step
    ) {
      var index = 0
      while index < bytes.count {
        switch step(index, bytes) {
        case .character(let length):
          if length > 1 { whole += 1 }
          index += length
        case .fault(let length):
          faults += 1
          index += length
        case .cutOff:
          if isWhole { faults += 1 }
          return
        }
      }
    }
  }
}
