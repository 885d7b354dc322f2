package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Hands over to operations all callback forms that are in no batch yet, as a numbered batch
/// (DOMAIN K4).
package struct CreateBatch: WriteRequest {
  package static let method = "batch.create"
  package static let summary =
    "Hands over to operations, as a batch, all callback forms that are in no batch yet."
  package static let permission = Permission.roles([.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.wrongState]
  package static let examples = [
    RequestExample("All that wait", "{}"),
    RequestExample("At most a hundred calls of May", #"{"month":"2026-05","limit":100}"#),
  ]

  @Parameter("Only of calls of this month, such as 2026-05.", in: 7...7)
  package var month: String?
  @Parameter("How many forms at most, the oldest first.", in: 1...Batch.mostForms)
  package var limit: Int = Batch.mostForms
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CreatedBatch {
    let forms = try store.formsToHandOver(month: month, limit: limit)
    guard !forms.isEmpty else {
      let which = month == nil ? "no form" : "no form of that month"
      throw CallbookError(
        .wrongState, "\(which) waits to be handed over: whatever there is is in a batch already",
        hint: "callbook batch list")
    }
    let batch = Batch(
      creating: store.nextBatchID(), uuid: store.newUniqueID(), month: month, forms: forms.count,
      at: store.at, by: environment.caller.user, store.callbackRules)
    try store.insert(batch, of: forms)
    return CreatedBatch(
      batch: batch, first: forms[0], last: forms[forms.count - 1],
      waiting: try store.countOfFormsToHandOver())
  }
}

/// What creating a batch answers.
package struct CreatedBatch: Codable, Sendable, Equatable {
  package let batch: Batch
  package let first: FormID
  package let last: FormID
  /// How many forms are still in no batch.
  package let waiting: Int64
}
