package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Has booking switched off as somebody else asked for (DOMAIN B1).
package struct ApproveBookingOff: WriteRequest {
  package static let method = "booking.approve"
  package static let summary =
    "Approves that booking is switched off: by a manager, never by whoever asked for it."
  package static let permission = Permission.roles(.manager)
  package static let errors: [Reason] = [
    .notFound, .revisionConflict, .wrongState, .ownRequest, .notReviewer,
  ]
  package static let examples = [RequestExample("As asked", #"{"id":"o1"}"#)]

  @Parameter(.positional, "The request.") package var id: BookingOffID
  @Parameter("What to say about it.", in: 1...1000) package var opinion: String?
  @Parameter("Only if it still has this revision: the one that was read.")
  package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, opinion
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BookingOffItem {
    let reviewer = try store.reviewer(environment.caller.user)
    return try store.changeBookingOff(id, ifRev: ifRev, event: "booking_off.approved") {
      off throws(CallbookError) in
      try off.approve(
        reviewer, opinion: opinion,
        digest: store.digest(of: BookingOff.matter(of: off.scope, off.plan)), at: store.at,
        policy: store.currentPolicy)
    }
  }
}
