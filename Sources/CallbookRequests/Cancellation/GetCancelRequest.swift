package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one request to cancel, with what was decided about it.
package struct GetCancelRequest: ReadRequest {
  package static let method = "cancellation.get"
  package static let summary = "Gives one request to cancel, with what was decided about it."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("One", #"{"id":"x1"}"#)]

  @Parameter(.positional, "The request.") package var id: CancelRequestID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> CancelRequestItem {
    try CancelRequestItem(store.cancelRequest(id), in: store)
  }
}
