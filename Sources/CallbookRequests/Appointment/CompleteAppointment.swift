package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Notes that an appointment took place: the rules plan the callback that follows (DOMAIN K1).
package struct CompleteAppointment: WriteRequest, AppointmentRequest {
  package static let method = "appointment.complete"
  package static let summary =
    "Notes that an appointment took place, and plans the callback that follows."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("It took place", #"{"id":"a2"}"#)
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
  ) throws(CallbookError) -> CompletedAppointment {
    let appointment = try store.change(id, ifRev: ifRev, event: "appointment.completed") {
      appointment throws(CallbookError) in
      try appointment.complete(at: store.at)
      return nil
    }
    let day = store.bookingRules.calendar.zone.local(appointment.start).date
    try store.noteRealContact(
      appointment.contact, on: day, by: appointment.assignee ?? environment.caller.user,
      how: .visit)
    // Told late, the callback still has its time from when it took place.
    let event = CallbackEvent(
      .appointmentCompleted, of: Appointment.noun, id.number, contact: appointment.contact,
      terminal: appointment.terminal, at: min(appointment.end, store.at))
    let callback = try store.report(event, store.callbackRules)
    return CompletedAppointment(
      appointment: try store.appointment(id),
      callback: try callback.map { callback throws(CallbookError) in
        try callback.shown(in: store)
      })
  }
}

/// What completing an appointment answers.
package struct CompletedAppointment: Codable, Sendable, Equatable {
  package let appointment: Appointment
  /// The callback that the rules planned, or that serves this one, too.
  package let callback: Callback?
}

extension CompletedAppointment: SensitiveReply {
  package func redacted(for caller: Caller) -> CompletedAppointment {
    CompletedAppointment(
      appointment: appointment.redacted(for: caller), callback: callback?.redacted(for: caller))
  }
}
