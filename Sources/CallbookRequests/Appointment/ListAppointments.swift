package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists appointments in the order in which they start, page by page.
package struct ListAppointments: ReadRequest {
  package static let method = "appointment.list"
  package static let summary =
    "Lists appointments in the order in which they start; those that are to take place still."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample(
      "What somebody has to do on a day",
      """
      {"assignee":"bob","from":"2026-05-07T00:00:00+08:00","until":"2026-05-08T00:00:00+08:00"}
      """)
  ]

  @Parameter("Only those that end later.") package var from: Instant?
  @Parameter("Only those that start before.") package var until: Instant?
  @Parameter("Only of this contact.") package var contact: ContactID?
  @Parameter("Only what this user is to be at.", in: 1...64) package var assignee: String?
  @Parameter("Only at this place, by short name.") package var place: PlaceName?
  @Parameter("Only for this.") package var kind: AppointmentKind?
  @Parameter("Only in this state; booked and confirmed ones when it is left out.")
  package var state: Appointment.State?
  @Parameter("In whatever state.") package var all: Bool = false
  @Parameter("Go on behind this place: the `next` of the page before.", in: 1...60)
  package var after: String?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<Appointment> {
    let position = try after.map { text throws(CallbookError) in
      guard let position = AppointmentPosition(text) else { throw .noSuchPosition }
      return position
    }
    let items = try store.appointments(filter(store), after: position, limit: limit)
    let next =
      items.count == limit ? items.last.map { AppointmentPosition(after: $0).description } : nil
    return Page(
      items: items, next: next, head: environment.cursor(try store.ledgerTail().seq))
  }

  private func filter(_ store: ReadTransaction) throws(CallbookError) -> AppointmentFilter {
    var filter = AppointmentFilter()
    filter.from = from
    filter.until = until
    filter.contact = try contact.map { id throws(CallbookError) in try store.contact(id).id }
    filter.assignee = assignee
    filter.place = try place.map { name throws(CallbookError) in try store.place(name).name }
    filter.kind = kind
    filter.state = state
    filter.isActive = state == nil && !all
    return filter
  }
}

extension CallbookError {
  fileprivate static let noSuchPosition = CallbookError(
    .invalidParams, "there is no such place to go on from",
    violations: [Violation("/after", "is not the `next` of a page of appointments")])
}
