package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Switches booking on again before its time, or has it never go off.
package struct SwitchBookingOn: WriteRequest {
  package static let method = "booking.on"
  package static let summary = "Switches booking on again now, before its date."
  package static let permission = Permission.roles([.operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .revisionConflict, .wrongState]
  package static let examples = [RequestExample("Done earlier", #"{"id":"o2"}"#)]

  @Parameter(.positional, "What was switched off.") package var id: BookingOffID
  @Parameter("Only if it still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BookingOffItem {
    let wasOff = try store.bookingOff(id).state(at: store.at) == .off
    return try store.changeBookingOff(
      id, ifRev: ifRev, event: wasOff ? "booking_off.ended" : "booking_off.called_off"
    ) { off throws(CallbookError) in
      try off.switchOn(by: environment.caller.user, at: store.at)
    }
  }
}
