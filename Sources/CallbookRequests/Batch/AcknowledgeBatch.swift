package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes a batch of callback forms over, for operations; once.
package struct AcknowledgeBatch: WriteRequest {
  package static let method = "batch.acknowledge"
  package static let summary = "Takes a batch of callback forms over, for operations; once."
  package static let permission = Permission.roles([.operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .wrongState]
  package static let examples = [RequestExample("One", #"{"id":"b2"}"#)]

  @Parameter(.positional, "The batch.") package var id: BatchID
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Batch {
    let old = try store.batch(id)
    var batch = old
    try batch.acknowledge(at: store.at, by: environment.caller.user, store.callbackRules)
    try store.save(batch, over: old, event: "batch.acknowledged")
    return batch
  }
}
