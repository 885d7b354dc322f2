package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists batches of callback forms, the newest first, page by page.
package struct ListBatches: ReadRequest {
  package static let method = "batch.list"
  package static let summary = "Lists batches of callback forms, the newest first."
  package static let permission = Permission.roles(.handingOver)
  package static let weight = ReadWeight.long
  package static let examples = [
    RequestExample("What waits to be taken over", #"{"state":"created"}"#)
  ]

  @Parameter("Only in this state.") package var state: Batch.State?
  @Parameter("Go on behind this batch: the `next` of the page before.")
  package var after: BatchID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<Batch> {
    let batches = try store.batches(state, after: after, limit: limit)
    return Page(
      items: batches, next: batches.count == limit ? batches.last?.id.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}
