package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Says in other words what was recorded by hand; what it said before stays in the history.
package struct EditInteraction: WriteRequest, InteractionRequest {
  package static let method = "interaction.edit"
  package static let summary =
    "Says in other words what was recorded by hand; what it said before stays in the history."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("More of it", #"{"id":"i1","summary":"来电问流量费何时扣，已答复"}"#)
  ]

  @Parameter(.positional, "The interaction.") package var id: InteractionID
  @Parameter("What it was about.", in: 1...2000) package var summary: String?
  @Parameter("Whether it came in or went out.") package var direction: Interaction.Direction?
  @Parameter("Only if the interaction still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, summary, direction
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Interaction {
    let summary = summary.map(TextFolding.trimmed)
    guard summary?.isEmpty != true else {
      throw CallbookError(
        .invalidParams, "an interaction says something",
        violations: [Violation("/summary", "must say something")])
    }
    return try store.change(id, ifRev: ifRev, event: "interaction.edited", environment) {
      interaction throws(CallbookError) in
      try interaction.edit(summary: summary, direction: direction)
    }
  }
}
