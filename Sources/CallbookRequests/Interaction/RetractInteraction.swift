package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Says of something that was recorded by hand that it never happened so; it stays readable.
package struct RetractInteraction: WriteRequest, InteractionRequest {
  package static let method = "interaction.retract"
  package static let summary =
    "Says of something that was recorded by hand that it was a slip; it stays readable."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("It was another contact", #"{"id":"i1","reason":"记错了联系人"}"#)
  ]

  @Parameter(.positional, "The interaction.") package var id: InteractionID
  @Parameter("Why.", in: 1...1000) package var reason: String
  @Parameter("Only if the interaction still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, reason
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Interaction {
    try store.change(id, ifRev: ifRev, event: "interaction.retracted", environment) {
      interaction throws(CallbookError) in
      try interaction.retract(
        Interaction.Retraction(at: store.at, user: environment.caller.user, reason: reason))
    }
  }
}
