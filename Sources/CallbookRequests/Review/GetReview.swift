package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one review, open or ended.
package struct GetReview: ReadRequest {
  package static let method = "review.get"
  package static let summary = "Gives one review, open or ended."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("A review", #"{"id":"v1"}"#)]

  @Parameter(.positional, "The review.") package var id: ReviewID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> ReviewItem {
    ReviewItem(try store.existingReview(id))
  }
}
