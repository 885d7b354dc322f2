package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one interaction, also one that was retracted.
package struct GetInteraction: ReadRequest, InteractionRequest {
  package static let method = "interaction.get"
  package static let summary = "Gives one interaction, also one that was retracted."
  package static let permission =
    Permission.owner(or: [.service, .operations, .manager, .admin, .auditor])
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [RequestExample("One", #"{"id":"i1"}"#)]

  @Parameter(.positional, "The interaction.") package var id: InteractionID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Interaction {
    try store.interaction(id)
  }
}
