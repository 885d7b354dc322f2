package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Notes that the customer said that they come.
package struct ConfirmAppointment: WriteRequest, AppointmentRequest {
  package static let method = "appointment.confirm"
  package static let summary =
    "Notes that the customer said that they come."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("The merchant will be there", #"{"id":"a1"}"#)
  ]

  @Parameter(.positional, "The appointment.") package var id: AppointmentID
  @Parameter("Only if the appointment still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Appointment {
    try store.change(id, ifRev: ifRev, event: "appointment.confirmed") {
      appointment throws(CallbookError) in
      try appointment.confirm()
      return nil
    }
  }
}
