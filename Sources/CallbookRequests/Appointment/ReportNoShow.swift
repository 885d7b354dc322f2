package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Notes that somebody did not come, the customer or whoever was to be there.
package struct ReportNoShow: WriteRequest, AppointmentRequest {
  package static let method = "appointment.no_show"
  package static let summary =
    "Notes that somebody did not come, the customer or whoever was to be there."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("Nobody was in the shop", #"{"id":"a3","by":"customer"}"#)
  ]

  @Parameter(.positional, "The appointment.") package var id: AppointmentID
  @Parameter("Who did not come.") package var by: Appointment.Party
  @Parameter("Only if the appointment still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, by
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Appointment {
    try store.change(id, ifRev: ifRev, event: "appointment.no_show") {
      appointment throws(CallbookError) in
      try appointment.noShow(by: by, at: store.at)
      return nil
    }
  }
}
