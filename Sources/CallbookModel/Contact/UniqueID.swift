/// A UUID (RFC 9562): names a thing also outside the store that made it.
package struct UniqueID: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Version 7: its first 48 bits are the time, so that rows made together lie together in an index.
  package init(at instant: Instant, randomness: any Randomness) {
    let (first, second) = randomness.next128()
    let milliseconds = UInt64(bitPattern: instant.millisecondsSince1970)
    high = milliseconds << 16 | 0x7000 | first & 0x0FFF
    low = 0x8000_0000_0000_0000 | second >> 2
  }
}

extension UniqueID: LosslessStringConvertible {
  package var description: String {
    String(asciiCount: 36) { text in
      text.appendHex(high >> 32, digits: 8)
      text.append("-")
      text.appendHex(high >> 16, digits: 4)
      text.append("-")
      text.appendHex(high, digits: 4)
      text.append("-")
      text.appendHex(low >> 48, digits: 4)
      text.append("-")
      text.appendHex(low, digits: 12)
    }
  }

  /// Reads the 36 characters of RFC 9562, also with the prefix `urn:uuid:`.
  package init?(_ description: String) {
    let bare = description.hasPrefix("urn:uuid:") ? description.dropFirst(9) : description[...]
    guard bare.utf8.count == 36 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for (place, byte) in bare.utf8.enumerated() {
      if Self.dashes.contains(place) {
        guard byte == 0x2D else { return nil }
      } else {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        high = high << 4 | low >> 60
        low = low << 4 | UInt64(digit)
      }
    }
    self.init(high: high, low: low)
  }

  private static let dashes: Set = [8, 13, 18, 23]
}

extension UniqueID: TextCoded {
  package static var notRead: String { "is not a UUID" }
}

extension UniqueID {
  /// The 16 bytes in network order.
  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      for place in 0..<8 {
        buffer[place] = UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * place))
        buffer[place + 8] = UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * place))
      }
      count = 16
    }
  }

  /// Reads 16 bytes in network order; missing ones count as zero.
  ///
  /// Of an array, not of any sequence: unspecialised in another module, that cost a tenth of a read.
  package init(bytes: [UInt8]) {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for place in 0..<min(bytes.count, 8) {
      high |= UInt64(bytes[place]) << UInt64(56 - 8 * place)
    }
    for place in 8..<max(min(bytes.count, 16), 8) {
      low |= UInt64(bytes[place]) << UInt64(120 - 8 * place)
    }
    self.init(high: high, low: low)
  }
}
