package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives a callback to somebody else as it stands: stage, count and due stay.
package struct ReassignCallback: WriteRequest {
  package static let method = "callback.reassign"
  package static let summary =
    "Gives a callback to somebody else as it stands: stage, count and due stay."
  package static let permission = Permission.roles([.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("To somebody of the service", #"{"id":"k1","assignee":"carol"}"#)
  ]

  @Parameter(.positional, "The callback.") package var id: CallbackID
  @Parameter(.positional, "Who is to call.", in: 1...64) package var assignee: String
  @Parameter("Only if the callback still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, assignee
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Callback {
    try store.change(id, ifRev: ifRev, event: "callback.reassigned") {
      callback, _, rules throws(CallbookError) in
      try callback.reassign(to: store.activeMember(assignee, at: "/assignee"), rules)
      return []
    }
  }
}
