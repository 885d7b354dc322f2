package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one callback with what was tried, and the number to call next.
package struct GetCallback: ReadRequest, CallbackRequest {
  package static let method = "callback.get"
  package static let summary =
    "Gives one callback with what was tried, and the number to call next."
  package static let permission =
    Permission.owner(or: [.service, .operations, .manager, .admin, .auditor])
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [RequestExample("One", #"{"id":"k1"}"#)]

  @Parameter(.positional, "The callback.") package var id: CallbackID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Callback {
    try store.callback(id).shown(in: store)
  }
}
