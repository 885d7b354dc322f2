/// Fixed-width text written in place: identifiers and times stand in every reply.
struct AsciiText: ~Copyable {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  fileprivate init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func append(_ character: Unicode.Scalar) {
    bytes[count] = UInt8(ascii: character)
    count += 1
  }

  /// Appends a number that is not negative, with leading zeros.
  mutating func append(_ number: Int64, width: Int) {
    var rest = number
    for place in stride(from: count + width - 1, through: count, by: -1) {
      bytes[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += width
  }

  /// Appends the lowest digits of a number, in lower-case base 16.
  mutating func appendHex(_ number: UInt64, digits: Int) {
    for place in 0..<digits {
      let nibble = UInt8(truncatingIfNeeded: number >> UInt64((digits - 1 - place) * 4)) & 0xF
      bytes[count + place] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
    }
    count += digits
  }
}

extension String {
  /// Text of exactly that many ASCII characters.
  init(asciiCount count: Int, _ write: (inout AsciiText) -> Void) {
    self.init(unsafeUninitializedCapacity: count) { bytes in
      var text = AsciiText(UnsafeMutableBufferPointer(rebasing: bytes[..<count]))
      write(&text)
      return count
    }
  }
}
