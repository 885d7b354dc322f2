/// What came of a review (DOMAIN R3).
package enum ReviewOutcome: String, Codable, Sendable, CaseIterable {
  /// Somebody was reached, and everything is right.
  case confirmed
  /// Somebody was reached, and what was wrong is right now.
  case corrected
  case unreachable
  /// It was not done, for a reason.
  case waived
  /// The contact should go, for a reason; it stays until that is decided.
  case deletionProposed = "deletion_proposed"
  /// Somebody was reached, and whom to call was missing and is known now.
  case contactAdded = "contact_added"

  /// Whether it says that somebody was reached: then the next review counts from that day.
  package var isVerification: Bool {
    switch self {
    case .confirmed, .corrected, .contactAdded: true
    case .unreachable, .waived, .deletionProposed: false
    }
  }

  package var needsReason: Bool {
    switch self {
    case .waived, .deletionProposed: true
    case .confirmed, .corrected, .unreachable, .contactAdded: false
    }
  }

  /// Whether something of the contact may be, and has to be, changed with it.
  package var isChange: Bool {
    switch self {
    case .corrected, .contactAdded: true
    case .confirmed, .unreachable, .waived, .deletionProposed: false
    }
  }
}
