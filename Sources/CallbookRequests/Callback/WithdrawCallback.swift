package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes a callback back that nobody has to make any more, with the reason.
package struct WithdrawCallback: WriteRequest, CallbackRequest {
  package static let method = "callback.withdraw"
  package static let summary =
    "Takes a callback back that nobody has to make any more, with the reason."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("The shop has closed", #"{"id":"k1","reason":"门店已停业"}"#)
  ]

  @Parameter(.positional, "The callback.") package var id: CallbackID
  @Parameter("Why.", in: 1...1000) package var reason: String
  @Parameter("Only if the callback still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, reason
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Callback {
    try store.change(id, ifRev: ifRev, event: "callback.withdrawn") {
      callback, _, rules throws(CallbookError) in
      try callback.withdraw(
        Callback.End(at: store.at, user: environment.caller.user, note: reason), rules)
      return []
    }
  }
}
