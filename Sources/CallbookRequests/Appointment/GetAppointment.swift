package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one appointment.
package struct GetAppointment: ReadRequest {
  package static let method = "appointment.get"
  package static let summary = "Gives one appointment."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("One", #"{"id":"a1"}"#)]

  @Parameter(.positional, "The appointment.") package var id: AppointmentID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Appointment {
    try store.appointment(id)
  }
}
