package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Leaves an appointment as it is although somebody asked for it to be cancelled.
package struct RejectCancelRequest: WriteRequest {
  package static let method = "cancellation.reject"
  package static let summary =
    "Rejects a request to cancel, with the reason: the appointment stays."
  package static let permission = Permission.roles(.manager)
  package static let errors: [Reason] = [
    .notFound, .revisionConflict, .wrongState, .ownRequest, .notReviewer, .slotTaken,
  ]
  package static let examples = [
    RequestExample("Too late", #"{"id":"x1","opinion":"师傅已出发"}"#)
  ]

  @Parameter(.positional, "The request.") package var id: CancelRequestID
  @Parameter("Why.", in: 1...1000) package var opinion: String
  @Parameter("Only if the request still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, opinion
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CancelRequestItem {
    let reviewer = try store.reviewer(environment.caller.user)
    let request = try store.changeCancelRequest(id, ifRev: ifRev, event: "cancellation.rejected") {
      request throws(CallbookError) in
      try request.reject(reviewer, opinion: opinion, at: store.at, policy: store.currentPolicy)
      try store.requireSlot(of: request)
    }
    try store.noteRefusal(of: request, decided: store.at)
    return try CancelRequestItem(request, in: store)
  }
}
