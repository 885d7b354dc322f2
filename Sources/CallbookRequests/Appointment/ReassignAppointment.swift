package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives an appointment to somebody else as it stands: time and place stay.
package struct ReassignAppointment: WriteRequest {
  package static let method = "appointment.reassign"
  package static let summary =
    "Gives an appointment to somebody else as it stands: time and place stay."
  package static let permission = Permission.roles([.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .revisionConflict, .wrongState, .slotTaken, .notBookable,
  ]
  package static let examples = [
    RequestExample("To somebody of the service", #"{"id":"a1","assignee":"carol"}"#)
  ]

  @Parameter(.positional, "The appointment.") package var id: AppointmentID
  @Parameter(.positional, "Who is to be there.", in: 1...64) package var assignee: String
  @Parameter("Why it is done against a rule; it stays on record.", in: 1...1000)
  package var override: String?
  @Parameter("Only if the appointment still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, assignee, override
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Appointment {
    try store.change(id, ifRev: ifRev, event: "appointment.reassigned") {
      appointment throws(CallbookError) in
      try appointment.requireActive(.reassign)
      let assignee = try store.activeMember(assignee, at: "/assignee")
      let overridden = try store.check(
        appointment.draft(place: nil, assignee: assignee, now: store.at),
        override: override, environment.caller, BookingCheck.ofAssignee)
      try appointment.reassign(to: assignee, override: overridden?.reason, at: store.at)
      return overridden
    }
  }
}
