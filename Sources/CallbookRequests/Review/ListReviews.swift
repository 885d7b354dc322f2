package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists reviews that wait or have ended, the earliest due first.
package struct ListReviews: ReadRequest {
  package static let method = "review.list"
  package static let summary = "Lists reviews that wait or have ended, the earliest due first."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("My own that are due", #"{"mine":true}"#),
    RequestExample("Who is proposed to be deleted", #"{"show":"proposed"}"#),
  ]

  @Parameter(
    "Which: those that wait, that a manager was told of, that ended, all, or proposed deletions."
  )
  package var show: ReviewFilter.Show = .due
  @Parameter("Only those of my contacts.") package var mine: Bool = false
  @Parameter("Only those of this user's contacts.", in: 1...64) package var owner: String?
  @Parameter("Only this contact.") package var contact: ContactID?
  @Parameter("Only contacts of this category.") package var category: ContactCategory?
  @Parameter("Go on behind this review: the `next` of the page before.")
  package var after: ReviewID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<ReviewItem> {
    var filter = ReviewFilter(show)
    filter.owner = mine ? environment.caller.user ?? "" : owner
    filter.contact = try contact.map { id throws(CallbookError) in
      try store.survivor(of: id) ?? id
    }
    filter.category = category
    let last = try after.map { id throws(CallbookError) in try store.existingReview(id) }
    let found = try store.reviews(filter, after: last?.review, limit: limit)
    return Page(
      items: found.map(ReviewItem.init),
      next: found.count == limit ? found.last?.review.id.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

extension ReviewFilter.Show: ParameterWord {
  package static var exampleValue: Self { .due }
}
