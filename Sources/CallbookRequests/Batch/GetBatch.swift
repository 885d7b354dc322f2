package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one batch of callback forms: its state, and how many of its forms are concluded or were
/// amended.
package struct GetBatch: ReadRequest {
  package static let method = "batch.get"
  package static let summary =
    "Gives one batch of callback forms: its state, how many are concluded, how many were amended."
  package static let permission = Permission.roles(.handingOver)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("One", #"{"id":"b1"}"#)]

  @Parameter(.positional, "The batch.") package var id: BatchID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Batch {
    try store.batch(id)
  }
}

extension Roles {
  /// Those who hand forms over, take them over, or look whether it was done.
  static let handingOver: Roles = [.service, .operations, .manager, .admin, .auditor]
}
