package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Notes that the customer was told of an appointment: nobody has to do it again until the next time.
package struct TellAppointment: WriteRequest, AppointmentRequest {
  package static let method = "appointment.told"
  package static let summary =
    "Notes that the customer was told of an appointment: it leaves the list of today."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("By phone", #"{"id":"a1"}"#)
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
    try store.change(id, ifRev: ifRev, event: "appointment.told") {
      appointment throws(CallbookError) in
      try appointment.tell(at: store.at)
      return nil
    }
  }
}
