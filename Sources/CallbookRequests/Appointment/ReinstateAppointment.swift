package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Brings back what was cancelled at the time that it had, if that is still free.
package struct ReinstateAppointment: WriteRequest, AppointmentRequest {
  package static let method = "appointment.reinstate"
  package static let summary =
    "Brings back what was cancelled at the time that it had, if that is still free."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .wrongState, .slotTaken, .notBookable, .bookingOff,
  ]
  package static let examples = [
    RequestExample("Cancelled by mistake", #"{"id":"a4"}"#)
  ]

  @Parameter(.positional, "The appointment.") package var id: AppointmentID
  @Parameter("Why it is done against a rule; it stays on record.", in: 1...1000)
  package var override: String?
  @Parameter("Only if the appointment still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, override
    case ifRev = "if_rev"
  }

  /// Whether it takes place is not for whoever was to be there alone.
  package func isEntrusted(to user: String, in store: ReadTransaction) -> Bool { false }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Appointment {
    try store.change(id, ifRev: ifRev, event: "appointment.reinstated") {
      appointment throws(CallbookError) in
      let cancelled = appointment
      try appointment.reinstate(at: store.at)
      let place = try cancelled.place.map { name throws(CallbookError) in try store.place(name) }
      let overridden = try store.check(
        cancelled.draft(place: place, assignee: cancelled.assignee, now: store.at),
        override: override, environment.caller)
      appointment.keepOverride(overridden?.reason)
      return overridden
    }
  }
}
