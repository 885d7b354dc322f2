package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Has a contact reviewed now, whatever its cycle says; only an answer ends it.
package struct OpenReview: WriteRequest, ContactRequest {
  package static let method = "review.open"
  package static let summary =
    "Has a contact reviewed now, whatever its cycle says; only an answer ends it."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [RequestExample("Something seems wrong", #"{"contact":"c2"}"#)]

  @Parameter(.positional, "The contact.") package var contact: ContactID
  package init() {}

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [contact] }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ReviewItem {
    let review = try store.openReview(of: contact, because: .hand, by: environment.caller.user)
    return ReviewItem(try store.existingReview(review.id))
  }
}
