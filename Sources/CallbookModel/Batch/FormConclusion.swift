/// What operations made of a callback form (DOMAIN K4).
package struct FormConclusion: Codable, Sendable, Equatable {
  package enum Word: String, Codable, Sendable, CaseIterable {
    case noAction = "no_action"
    case solved
    /// The customer is called again.
    case followUp = "follow_up"
    case complaint

    /// Whether whoever goes on with it has to be told what about.
    package var needsText: Bool {
      switch self {
      case .followUp, .complaint: true
      case .noAction, .solved: false
      }
    }
  }

  package let conclusion: Word
  package let text: String?
  /// The version of the form that it is of: a newer one was amended since.
  package let version: Int64
  package let at: Instant
  /// The user name; nil for root and the daemon's own user.
  package let user: String?

  package init(
    _ conclusion: Word, text: String?, version: Int64, at: Instant, user: String?
  ) {
    self.conclusion = conclusion
    self.text = text
    self.version = version
    self.at = at
    self.user = user
  }

  /// For those who may not read what was written.
  package var withoutText: FormConclusion {
    FormConclusion(conclusion, text: nil, version: version, at: at, user: user)
  }
}
