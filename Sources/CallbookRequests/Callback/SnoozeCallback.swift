package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Puts the next attempt of a callback off; no attempt is counted.
package struct SnoozeCallback: WriteRequest, CallbackRequest {
  package static let method = "callback.snooze"
  package static let summary = "Puts the next attempt of a callback off; no attempt is counted."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("Next week", #"{"id":"k1","until":"2026-05-11T10:00:00+08:00"}"#)
  ]

  @Parameter(.positional, "The callback.") package var id: CallbackID
  @Parameter("Until when; outside hours until the next working minute.")
  package var until: Instant
  @Parameter("Only if the callback still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, until
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Callback {
    try store.change(id, ifRev: ifRev, event: "callback.snoozed") {
      callback, contact, rules throws(CallbookError) in
      try callback.snooze(until: until, at: store.at, among: contact.points, rules)
      return []
    }
  }
}
