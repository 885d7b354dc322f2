package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Ends a callback because the customer called in.
package struct SatisfyCallback: WriteRequest, CallbackRequest {
  package static let method = "callback.satisfy"
  package static let summary = "Ends a callback because the customer called in."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("The merchant called", #"{"id":"k1","note":"来电说一切正常"}"#)
  ]

  @Parameter(.positional, "The callback.") package var id: CallbackID
  @Parameter("The number that the customer called from.") package var point: PointID?
  @Parameter("What was said.", in: 1...1000) package var note: String?
  @Parameter("Only if the callback still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, point, note
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Callback {
    var calledPoint: PointID?
    let satisfied = try store.change(id, ifRev: ifRev, event: "callback.satisfied") {
      callback, contact, rules throws(CallbookError) in
      var violations: [Violation] = []
      let called = try CalledPoint(point, nil, in: store).point(of: contact, &violations)
      guard violations.isEmpty else {
        throw CallbookError(
          .invalidParams, "that is no number of the contact", violations: violations)
      }
      try callback.satisfy(
        Callback.End(at: store.at, user: environment.caller.user, note: note), rules)
      try store.noteRealContact(
        contact.id, on: store.today, by: environment.caller.user, how: .phone, at: called)
      calledPoint = called
      return []
    }
    try store.noteInteraction(
      InteractionDraft(
        of: satisfied.contact, .call, .incoming, isReached: true, at: store.at,
        by: environment.caller.user, point: calledPoint, summary: note,
        source: Interaction.Source(
          .callback(id), satisfied.state.rawValue, outcome: satisfied.state.rawValue)))
    return satisfied
  }
}
