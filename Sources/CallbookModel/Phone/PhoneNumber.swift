/// A phone number: valid, or it does not exist.
package struct PhoneNumber: Sendable, Hashable {
  /// ITU-T E.164 with the plus sign, such as `+8619901500528`; without the extension.
  package let e164: String
  /// Digits that are dialled after the call is answered (分机); nil without one.
  package let extensionDigits: String?

  package init(e164: String, extensionDigits: String? = nil) {
    self.e164 = e164
    self.extensionDigits = extensionDigits
  }

  /// The number's digits from the last to the first: a prefix of it is the end of the number (尾号).
  package var reversedDigits: String {
    var e164 = e164
    // In place: a lazy reversal is no contiguous text, and would be checked byte by byte.
    return e164.withUTF8 { forwards in
      String(unsafeUninitializedCapacity: forwards.count) { digits in
        // Without the plus sign.
        let count = max(forwards.count - 1, 0)
        for place in 0..<count { digits[place] = forwards[count - place] }
        return count
      }
    }
  }
}

/// Reads phone numbers as people type them.
package protocol PhoneNumberParser: Sendable {
  /// - Parameter region: ISO 3166-1 alpha-2, the country of numbers that name none.
  /// - Returns: nil when the text is no phone number that could exist.
  func parse(_ typed: String, region: String) -> PhoneNumber?
}
