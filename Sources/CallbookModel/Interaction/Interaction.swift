/// That somebody of the shop and a contact had to do with each other, or something to remember of the
/// contact (互动历史, DOMAIN C5).
///
///     recorded ── edit ─────> recorded, in other words
///     recorded ── retract ──> retracted, with the reason: it never happened so; for good
///
/// Only what was recorded by hand is edited or retracted: what came of something else says what that
/// says.
package struct Interaction: Codable, Sendable, Equatable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    case call, visit, message, email
    /// Something to remember, between nobody.
    case note
  }

  package enum Direction: String, Codable, Sendable, CaseIterable {
    /// The contact came to the shop.
    case incoming = "in"
    case outgoing = "out"
  }

  /// That it was a slip.
  package struct Retraction: Codable, Sendable, Equatable {
    package let at: Instant
    /// The user name; nil for root and the daemon's own user.
    package let user: String?
    /// nil only where it is not shown.
    package let reason: String?

    package init(at: Instant, user: String?, reason: String?) {
      self.at = at
      self.user = user
      self.reason = reason
    }
  }

  package let id: InteractionID
  package internal(set) var rev: Int64
  package let contact: ContactID
  package let kind: Kind
  /// nil for notes, and for nothing else.
  package internal(set) var direction: Direction?
  /// Whether the contact was reached in earnest: then its next review counts from that day.
  package let isReached: Bool
  /// When it happened.
  package let at: Instant
  /// Who of the staff it was, or who notes it; nil for root and the daemon's own user.
  package let user: String?
  /// The contact point that was used.
  package let point: PointID?
  /// nil only where its source says everything.
  package internal(set) var summary: String?
  /// What it came of; nil when somebody recorded it.
  package let source: Source?
  package let createdAt: Instant
  package internal(set) var retraction: Retraction?
  // What belongs to others and is shown with it.
  /// Who looks after the contact.
  package var owner: String?
  /// Whether sensitive fields were left out because of who asks (DOMAIN S4).
  package var isRedacted: Bool?

  package init(
    id: InteractionID, rev: Int64 = 1, contact: ContactID, kind: Kind, direction: Direction?,
    isReached: Bool, at: Instant, user: String?, point: PointID? = nil, summary: String?,
    source: Source? = nil, createdAt: Instant, retraction: Retraction? = nil
  ) {
    self.id = id
    self.rev = rev
    self.contact = contact
    self.kind = kind
    self.direction = direction
    self.isReached = isReached
    self.at = at
    self.user = user
    self.point = point
    self.summary = summary
    self.source = source
    self.createdAt = createdAt
    self.retraction = retraction
  }

  private enum CodingKeys: String, CodingKey {
    case id, rev, contact, owner, kind, direction
    case isReached = "reached"
    case at, user, point, summary, source
    case createdAt = "created_at"
    case retraction = "retracted"
    case isRedacted = "redacted"
  }
}

extension Interaction {
  /// What an interaction came of, and which of the times that it brings one.
  package struct Source: Codable, Sendable, Equatable {
    /// `k3`.
    package let subject: Subject
    /// The number of an attempt, or what happened: with the subject it is unique.
    package let occurrence: String
    /// What came of it, in a word of the subject's own.
    package let outcome: String?

    package init(_ subject: Subject, _ occurrence: String, outcome: String? = nil) {
      self.subject = subject
      self.occurrence = occurrence
      self.outcome = outcome
    }
  }
}

extension Interaction: Identified {
  package static var idLetter: Unicode.Scalar { "i" }
  package static var noun: String { "interaction" }
}

package typealias InteractionID = Identifier<Interaction>

extension Interaction.Kind {
  /// How somebody is reached by it, as reviews put it.
  package var means: VerificationMeans {
    switch self {
    case .call: .phone
    case .visit: .visit
    case .message, .email: .message
    case .note: .document
    }
  }

  /// - Parameter means: what was seen on paper was between nobody.
  package init(_ means: VerificationMeans) {
    switch means {
    case .phone: self = .call
    case .visit: self = .visit
    case .message: self = .message
    case .document: self = .note
    }
  }
}
