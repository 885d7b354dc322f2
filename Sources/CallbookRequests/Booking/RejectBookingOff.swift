package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Leaves booking on although somebody asked for it to be switched off.
package struct RejectBookingOff: WriteRequest {
  package static let method = "booking.reject"
  package static let summary = "Rejects that booking is switched off, with the reason."
  package static let permission = Permission.roles(.manager)
  package static let errors: [Reason] = [
    .notFound, .revisionConflict, .wrongState, .ownRequest, .notReviewer,
  ]
  package static let examples = [
    RequestExample("Not in that week", #"{"id":"o1","opinion":"当周有培训，请改期"}"#)
  ]

  @Parameter(.positional, "The request.") package var id: BookingOffID
  @Parameter("Why.", in: 1...1000) package var opinion: String
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
    return try store.changeBookingOff(id, ifRev: ifRev, event: "booking_off.rejected") {
      off throws(CallbookError) in
      try off.reject(reviewer, opinion: opinion, at: store.at, policy: store.currentPolicy)
    }
  }
}
