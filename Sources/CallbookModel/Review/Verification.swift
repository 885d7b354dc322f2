/// That somebody was really reached: when, and as far as it is known by whom and how.
package struct Verification: Codable, Sendable, Equatable {
  package let on: CalendarDate
  /// A user name.
  package let by: String?
  package let how: VerificationMeans?

  package init(on: CalendarDate, by: String? = nil, how: VerificationMeans? = nil) {
    self.on = on
    self.by = by
    self.how = how
  }
}

extension Verification {
  /// Whether it can be the name of a user, and stands in a file beside other words.
  package static func isUserName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || [0x23, 0x2D, 0x2E, 0x40, 0x5F].contains(byte)
      }
  }
}

/// How somebody was reached, or what was seen.
package enum VerificationMeans: String, Codable, Sendable, CaseIterable {
  case phone, visit, message, document
}
