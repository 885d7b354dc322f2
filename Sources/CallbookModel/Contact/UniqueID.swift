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
    let digits = bare.filter { $0 != "-" }
    guard
      bare.utf8.count == 36, digits.utf8.count == 32,
      let high = UInt64(digits.prefix(16), radix: 16),
      let low = UInt64(digits.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }
}

extension UniqueID: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let unique = Self(text) else { throw CallbookError(.invalidParams, "is not a UUID") }
    self = unique
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
