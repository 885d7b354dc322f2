package import CallbookModel
import CallbookStore

/// A review as it is shown, with whose contact it is of.
package struct ReviewItem: Codable, Sendable, Equatable {
  package let id: ReviewID
  package let rev: Int64
  package let contact: ContactID
  package let name: String
  package let category: ContactCategory
  /// The user name of whoever looks after the contact.
  package let owner: String?
  package let cause: Review.Cause
  package let due: Instant
  package let openedAt: Instant
  package let openedBy: String?
  /// When a manager was told that it still waits.
  package let escalatedAt: Instant?
  package let state: Review.State
  package let endedAt: Instant?
  package let endedBy: String?
  package let outcome: ReviewOutcome?
  package private(set) var reason: String?
  package let how: VerificationMeans?
  package let mergedInto: ReviewID?

  private enum CodingKeys: String, CodingKey {
    case id, rev, contact, name, category, owner, cause, due
    case openedAt = "opened_at"
    case openedBy = "opened_by"
    case escalatedAt = "escalated_at"
    case state
    case endedAt = "ended_at"
    case endedBy = "ended_by"
    case outcome, reason, how
    case mergedInto = "merged_into"
  }

  init(_ found: FoundReview) {
    let review = found.review
    id = review.id
    rev = review.rev
    contact = review.contact
    name = found.name
    category = found.category
    owner = found.owner
    cause = review.cause
    due = review.due
    openedAt = review.openedAt
    openedBy = review.openedBy
    escalatedAt = review.escalatedAt
    state = review.state
    endedAt = review.end?.at
    endedBy = review.end?.by
    outcome = review.end?.outcome
    reason = review.end?.reason
    how = review.end?.how
    mergedInto = review.end?.mergedInto
  }
}

extension ReviewItem: SensitiveReply {
  /// What somebody wrote of a contact is for its owner.
  package func redacted(for caller: Caller) -> ReviewItem {
    guard owner == nil || owner != caller.user else { return self }
    var item = self
    item.reason = nil
    return item
  }
}

extension ReadTransaction {
  /// - Throws: `NOT_FOUND`.
  func existingReview(_ id: ReviewID) throws(CallbookError) -> FoundReview {
    guard let found = try foundReview(id) else {
      throw CallbookError(.notFound, "there is no review \(id)", hint: "callbook review list")
    }
    return found
  }
}
