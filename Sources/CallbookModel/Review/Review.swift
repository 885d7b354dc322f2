/// A check of a contact's details that somebody has to do (DOMAIN R2).
///
/// It belongs to whoever looks after the contact.
package struct Review: Codable, Sendable, Equatable {
  package let id: ReviewID
  package var rev: Int64
  package var contact: ContactID
  package var cause: Cause
  package var due: Instant
  package let openedAt: Instant
  /// The user name of whoever asked for it; nil when its cycle did.
  package let openedBy: String?
  /// When a manager was told that it still waits.
  package var escalatedAt: Instant?
  package var state: State
  package var end: End?

  package enum Cause: String, Codable, Sendable, CaseIterable {
    case cycle
    /// Somebody asked for it.
    case hand
    /// Somebody else was reached at the contact's number.
    case wrongNumber = "wrong_number"
  }

  package enum State: String, Codable, Sendable, CaseIterable {
    case open
    case answered
    /// The contact was reached otherwise, so that it is not due any more.
    case satisfied
    /// By the contact's cycle it is not due any more.
    case withdrawn
    /// The contact became part of another, whose review stands for it.
    case merged
  }

  /// How it ended.
  package struct End: Codable, Sendable, Equatable {
    package let at: Instant
    /// A user name; nil when nobody of the staff did it.
    package var by: String?
    package var outcome: ReviewOutcome?
    package var reason: String?
    package var how: VerificationMeans?
    package var mergedInto: ReviewID?

    package init(
      at: Instant, by: String? = nil, outcome: ReviewOutcome? = nil, reason: String? = nil,
      how: VerificationMeans? = nil, mergedInto: ReviewID? = nil
    ) {
      self.at = at
      self.by = by
      self.outcome = outcome
      self.reason = reason
      self.how = how
      self.mergedInto = mergedInto
    }

    private enum CodingKeys: String, CodingKey {
      case at, by, outcome, reason, how
      case mergedInto = "merged_into"
    }
  }

  package init(
    id: ReviewID, rev: Int64 = 1, contact: ContactID, cause: Cause, due: Instant,
    openedAt: Instant, openedBy: String? = nil, escalatedAt: Instant? = nil, state: State = .open,
    end: End? = nil
  ) {
    self.id = id
    self.rev = rev
    self.contact = contact
    self.cause = cause
    self.due = due
    self.openedAt = openedAt
    self.openedBy = openedBy
    self.escalatedAt = escalatedAt
    self.state = state
    self.end = end
  }

  private enum CodingKeys: String, CodingKey {
    case id, rev, contact, cause, due
    case openedAt = "opened_at"
    case openedBy = "opened_by"
    case escalatedAt = "escalated_at"
    case state, end
  }
}

extension Review: Identified {
  package static var idLetter: Unicode.Scalar { "v" }
  package static var noun: String { "review" }
}

package typealias ReviewID = Identifier<Review>
