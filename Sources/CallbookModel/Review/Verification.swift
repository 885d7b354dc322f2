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

/// How somebody was reached, or what was seen.
package enum VerificationMeans: String, Codable, Sendable, CaseIterable {
  case phone, visit, message, document
}
