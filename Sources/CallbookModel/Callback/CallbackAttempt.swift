/// A call that was really made, and what came of it.
package struct CallbackAttempt: Codable, Sendable, Equatable {
  package enum Outcome: String, Codable, Sendable, CaseIterable {
    case reached
    case noAnswer = "no_answer"
    case busy
    case wrongNumber = "wrong_number"
    /// The customer does not want to be called back.
    case refused
    /// The customer asked for another time.
    case callLater = "call_later"

    /// Whether nobody was reached: only these count towards the limit.
    package var isMiss: Bool {
      switch self {
      case .noAnswer, .busy, .wrongNumber: true
      case .reached, .refused, .callLater: false
      }
    }
  }

  package let at: Instant
  /// Who called; nil for root and the daemon's own user.
  package let user: String?
  /// The number that was called.
  package let point: PointID?
  package let outcome: Outcome
  /// When the customer wants to be called.
  package let until: Instant?
  package let note: String?
  /// Whether the number, which was wrong then, was corrected since.
  package let isCorrected: Bool

  package init(
    at: Instant, user: String?, point: PointID?, outcome: Outcome, until: Instant? = nil,
    note: String? = nil, isCorrected: Bool = false
  ) {
    self.at = at
    self.user = user
    self.point = point
    self.outcome = outcome
    self.until = until
    self.note = note
    self.isCorrected = isCorrected
  }

  private enum CodingKeys: String, CodingKey {
    case at, user, point, outcome
    case until = "until_at"
    case note
    case isCorrected = "corrected"
  }
}
