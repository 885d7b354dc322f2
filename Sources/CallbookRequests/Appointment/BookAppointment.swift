package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Books a time for a contact (预约, DOMAIN A1): everything is checked in the transaction that books.
package struct BookAppointment: WriteRequest, ContactRequest {
  package static let method = "appointment.book"
  package static let summary = "Books a time for a contact."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .slotTaken, .notBookable, .bookingOff,
  ]
  package static let examples = [
    RequestExample(
      "At the counter",
      #"{"contact":"c1","kind":"training","start":"2026-05-07T10:00:00+08:00"}"#)
  ]

  @Parameter(.positional, "For whom.") package var contact: ContactID
  @Parameter("What it is for.") package var kind: AppointmentKind
  @Parameter("When it starts.") package var start: Instant
  @Parameter(
    "How long it takes; the policy's time of its kind when it is left out.",
    in: AppointmentSpan.durations) package var durationMinutes: Int?
  @Parameter("Where, by short name; at the customer's when it is left out.")
  package var place: PlaceName?
  @Parameter("Who is to be there: a user name.", in: 1...64) package var assignee: String?
  @Parameter("The terminal that it is about, such as its serial number.", in: 1...100)
  package var terminal: String?
  @Parameter("How the customer came to book it.") package var channel: BookingChannel = .counter
  @Parameter("What else has to be known.", in: 1...1000) package var note: String?
  @Parameter("Why it is booked against a rule; it stays on record.", in: 1...1000)
  package var override: String?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case contact, kind, start
    case durationMinutes = "duration_minutes"
    case place, assignee, terminal, channel, note, override
  }

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [contact] }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Appointment {
    let contact = try store.contact(contact)
    let minutes = durationMinutes ?? store.bookingRules.policy.appointmentMinutes(of: kind)
    let span = AppointmentSpan(from: start, minutes: minutes)
    let place = try place.map { name throws(CallbookError) in try store.place(name) }
    let assignee = try assignee.map { user throws(CallbookError) in
      try store.activeMember(user, at: "/assignee")
    }
    let overridden = try store.check(
      BookingDraft(
        contact: contact.id, kind: kind, span: span, place: place, assignee: assignee,
        now: store.at),
      override: override, environment.caller)
    let appointment = Appointment(
      id: store.nextAppointmentID(), uuid: store.newUniqueID(), kind: kind, contact: contact.id,
      span: span, place: place?.name, assignee: assignee,
      terminal: FormRules.tidy(terminal), channel: channel, note: FormRules.tidy(note),
      override: overridden?.reason, bookedBy: environment.caller.user, createdAt: store.at)
    try store.insert(appointment, notes: overridden?.notes ?? [])
    return try store.appointment(appointment.id)
  }
}
