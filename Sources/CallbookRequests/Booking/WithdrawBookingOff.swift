package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes back a request of one's own before booking goes off.
package struct WithdrawBookingOff: WriteRequest {
  package static let method = "booking.withdraw"
  package static let summary = "Takes back a request of one's own before booking goes off."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [RequestExample("Not needed any more", #"{"id":"o3"}"#)]

  @Parameter(.positional, "The request.") package var id: BookingOffID
  @Parameter("Only if it still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BookingOffItem {
    try store.changeBookingOff(id, ifRev: ifRev, event: "booking_off.withdrawn") {
      off throws(CallbookError) in
      try off.withdraw(by: environment.caller.user, at: store.at)
    }
  }
}
