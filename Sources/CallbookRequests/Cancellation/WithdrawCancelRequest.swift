package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes back a request of one's own before anybody decided.
package struct WithdrawCancelRequest: WriteRequest {
  package static let method = "cancellation.withdraw"
  package static let summary = "Takes back a request of one's own to cancel: the appointment stays."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .wrongState, .slotTaken,
  ]
  package static let examples = [RequestExample("They come after all", #"{"id":"x2"}"#)]

  @Parameter(.positional, "The request.") package var id: CancelRequestID
  @Parameter("Only if the request still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CancelRequestItem {
    let request = try store.changeCancelRequest(
      id, ifRev: ifRev, event: "cancellation.withdrawn"
    ) { request throws(CallbookError) in
      try request.withdraw(by: environment.caller.user, at: store.at)
      try store.requireSlot(of: request)
    }
    return try CancelRequestItem(request, in: store)
  }
}
