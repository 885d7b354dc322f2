package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists times that are free, the next one first (DOMAIN A1).
package struct ListSlots: ReadRequest {
  package static let method = "appointment.slots"
  package static let summary = "Lists times that are free, the next one first."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample(
      "The next three with somebody",
      #"{"kind":"training","assignee":"bob","until":"2026-05-16T00:00:00+08:00","limit":3}"#)
  ]

  @Parameter("What it is for: that says how long it takes.")
  package var kind: AppointmentKind = .visit
  @Parameter(
    "How long it takes; the policy's time of its kind when it is left out.",
    in: AppointmentSpan.durations) package var durationMinutes: Int?
  @Parameter("Who is to be there.", in: 1...64) package var assignee: String?
  @Parameter("Where, by short name.") package var place: PlaceName?
  @Parameter("Who is to come.") package var contact: ContactID?
  @Parameter("Not before; as soon as anything is booked when it is left out.")
  package var from: Instant?
  @Parameter("Over before; as far ahead as anything is booked when it is left out.")
  package var until: Instant?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 10
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case kind
    case durationMinutes = "duration_minutes"
    case assignee, place, contact, from, until, limit
  }

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> FreeSlotList {
    let rules = BookingRules(policy: try store.policy(), calendar: try store.workCalendar())
    let now = environment.services.clock.now()
    let earliest = try rules.earliest(at: now)
    let latest = rules.latest(at: now)
    let window = AppointmentSpan(
      from: max(from ?? earliest, earliest), to: min(until ?? latest, latest))
    if let from, let until, from >= until {
      throw CallbookError(
        .invalidParams, "there is no time between these",
        violations: [Violation("/until", "must be later than from")])
    }
    let place = try place.map { name throws(CallbookError) in try store.place(name) }
    let search = SlotSearch(
      minutes: durationMinutes ?? rules.policy.appointmentMinutes(of: kind),
      assignee: try assignee.map { user throws(CallbookError) in
        try store.activeMember(user, at: "/assignee")
      },
      contact: try contact.map { id throws(CallbookError) in try store.contact(id).id },
      place: place, kind: kind, window: window)
    let isOpen = place?.state != .closed && window.start < window.end
    let slots = isOpen ? try store.freeSlots(search, rules, limit: limit) : []
    return FreeSlotList(
      items: slots.map { FreeSlotList.Item(start: $0.start, end: $0.end) },
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

/// Times that are free.
package struct FreeSlotList: Codable, Sendable, Equatable {
  package struct Item: Codable, Sendable, Equatable {
    package let start: Instant
    package let end: Instant

    private enum CodingKeys: String, CodingKey {
      case start = "start_at"
      case end = "end_at"
    }
  }

  package let items: [Item]
  package let head: EventCursor
}
