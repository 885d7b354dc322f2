/// Reads plain mainland mobile numbers without libphonenumber: most of what a shop types.
///
/// It answers only where it is sure to say what libphonenumber would say; everything else is nil
/// and left to the full parser.
package enum MainlandMobile {
  /// Digits in full or half width with single spaces or dashes between them, alone or after
  /// `+86`, `0086`, `86`; without a plus sign only where `region` is `CN`.
  package static func read(_ typed: String, region: String) -> PhoneNumber? {
    var digits = DialledDigits()
    for byte in typed.utf8 {
      guard digits.take(byte) else { return nil }
    }
    guard digits.isComplete, let national = digits.mobile(inChina: region == "CN") else {
      return nil
    }
    return PhoneNumber(e164: e164(national))
  }

  /// Eleven digits that a mobile can have. 179xx are prefixes of carriers, not of subscribers.
  static func isMobile(_ national: UInt64) -> Bool {
    (13_000_000_000..<20_000_000_000).contains(national) && national / 100_000_000 != 179
  }

  /// Fourteen bytes, so that the string needs no allocation.
  private static func e164(_ national: UInt64) -> String {
    String(unsafeUninitializedCapacity: 14) { buffer in
      var rest = national
      for index in stride(from: 13, through: 3, by: -1) {
        buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      buffer[0] = UInt8(ascii: "+")
      buffer[1] = UInt8(ascii: "8")
      buffer[2] = UInt8(ascii: "6")
      return 14
    }
  }
}
