package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists the forms of a batch as they were handed over, page by page: what is exported.
package struct ListBatchForms: ReadRequest {
  package static let method = "batch.forms"
  package static let summary =
    "Lists the forms of a batch as they were handed over, or those that were amended since."
  package static let permission = Permission.roles(.handingOver)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("All of it", #"{"id":"b1"}"#),
    RequestExample("What was amended since", #"{"id":"b1","amended":true}"#),
  ]

  @Parameter(.positional, "The batch.") package var id: BatchID
  @Parameter("Only those that were amended since they were handed over, as they are now.")
  package var amended: Bool = false
  @Parameter("Only those without a conclusion.") package var open: Bool = false
  @Parameter("Go on behind this form: the `next` of the page before.")
  package var after: FormID?
  @Parameter("How many at most; fewer when they are large.", in: 1...500)
  package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<CallbackForm> {
    let batch = try store.batch(id)
    let forms = try store.forms(
      of: batch.id, amended: amended, isOpen: open, after: after, limit: limit)
    let items = forms.prefixBelowReplyLimit
    let isLast = items.count == forms.count && forms.count < limit
    return Page(
      items: items, next: isLast ? nil : items.last?.id.description,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}
