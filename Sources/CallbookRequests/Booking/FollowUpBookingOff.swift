package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Notes what came of looking after the reason for which booking is off (DOMAIN B1).
package struct FollowUpBookingOff: WriteRequest {
  package static let method = "booking.followed_up"
  package static let summary =
    "Notes what came of the follow-up: it leaves the list of today, and nobody is reminded again."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("It takes its course", #"{"id":"o2","note":"备件周三到，按期恢复"}"#)
  ]

  @Parameter(.positional, "What was switched off.") package var id: BookingOffID
  @Parameter("What came of it.", in: 1...1000) package var note: String
  @Parameter("Only if it still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, note
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BookingOffItem {
    let caller = environment.caller
    guard let note = FormRules.tidy(note) else {
      throw CallbookError(
        .invalidParams, "a follow-up needs a note",
        violations: [Violation("/note", "must not be blank")])
    }
    return try store.changeBookingOff(id, ifRev: ifRev, event: "booking_off.followed_up") {
      off throws(CallbookError) in
      try off.followUp(
        note, by: caller.user, isOverseer: !caller.roles.isDisjoint(with: [.manager, .admin]),
        at: store.at)
    }
  }
}
