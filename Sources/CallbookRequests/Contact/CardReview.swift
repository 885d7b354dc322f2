package import CallbookModel
import CallbookStore

/// What a card says of reviews: when somebody was reached last, and when that is checked next.
package struct CardReview: Codable, Sendable, Equatable {
  /// nil when nobody was since the contact was added.
  package let lastVerified: Verification?
  /// nil while a review waits, and for a contact that is not reviewed.
  package let nextDue: Instant?
  /// The review that waits.
  package let open: ReviewItem?

  private enum CodingKeys: String, CodingKey {
    case lastVerified = "last_verified"
    case nextDue = "next_due"
    case open
  }

  init(of contact: ContactID, in store: ReadTransaction) throws(CallbookError) {
    lastVerified = try store.lastVerification(of: contact)
    nextDue = try store.nextReviewDue(of: contact)
    open = try store.openReview(of: contact).map { review throws(CallbookError) in
      ReviewItem(try store.existingReview(review.id))
    }
  }
}
