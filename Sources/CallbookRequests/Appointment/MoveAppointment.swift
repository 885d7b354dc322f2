package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Agrees on another time, place or person (DOMAIN A2): the appointment stays the same one, and is to be
/// confirmed again.
package struct MoveAppointment: WriteRequest, AppointmentRequest {
  package static let method = "appointment.move"
  package static let summary =
    "Agrees on another time, place or person; it is the same appointment, to be confirmed again."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .wrongState, .slotTaken, .notBookable, .bookingOff,
  ]
  package static let examples = [
    RequestExample("An hour later", #"{"id":"a1","start":"2026-05-07T15:00:00+08:00"}"#)
  ]

  @Parameter(.positional, "The appointment.") package var id: AppointmentID
  @Parameter("When it starts; as before when it is left out.") package var start: Instant?
  @Parameter("How long it takes; as before when it is left out.", in: AppointmentSpan.durations)
  package var durationMinutes: Int?
  @Parameter("Where, by short name; null for at the customer's.")
  package var place: Patch<PlaceName>
  @Parameter("Who is to be there: a user name.", in: 1...64) package var assignee: String?
  @Parameter("Why it is done against a rule; it stays on record.", in: 1...1000)
  package var override: String?
  @Parameter("Only if the appointment still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, start
    case durationMinutes = "duration_minutes"
    case place, assignee, override
    case ifRev = "if_rev"
  }

  /// When it takes place is not for whoever is to be there alone.
  package func isEntrusted(to user: String, in store: ReadTransaction) -> Bool { false }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Appointment {
    try store.change(id, ifRev: ifRev, event: "appointment.moved") {
      appointment throws(CallbookError) in
      try appointment.requireActive(.move)
      let span = AppointmentSpan(
        from: start ?? appointment.start, minutes: durationMinutes ?? appointment.durationMinutes)
      let place = try place.applied(to: appointment.place).map { name throws(CallbookError) in
        try store.place(name)
      }
      let assignee = try assignee.map { user throws(CallbookError) in
        try store.activeMember(user, at: "/assignee")
      }
      // The same again moves nothing, and is in nobody's calendar a new version.
      guard
        span != appointment.span || place?.name != appointment.place
          || assignee ?? appointment.assignee != appointment.assignee
      else { return nil }
      let draft = appointment.draft(
        at: span, place: place, assignee: assignee ?? appointment.assignee, now: store.at)
      let overridden = try store.check(draft, override: override, environment.caller)
      try appointment.move(
        to: span, place: place?.name, assignee: draft.assignee, override: overridden?.reason,
        at: store.at)
      return overridden
    }
  }
}
