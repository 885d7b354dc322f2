package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists what was booked for a time in which booking is or will be off (DOMAIN B2).
package struct ListAffected: ReadRequest {
  package static let method = "booking.affected"
  package static let summary =
    "Lists the appointments within it, each with what to type to move or to cancel it."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("Before it is approved, too", #"{"id":"o3"}"#)]

  @Parameter(.positional, "The request.") package var id: BookingOffID
  @Parameter("Go on behind this place: the `next` of the page before.", in: 1...60)
  package var after: String?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> AffectedList {
    let position = try after.map { text throws(CallbookError) in
      guard let position = AppointmentPosition(text) else { throw .noSuchPosition }
      return position
    }
    let off = try store.bookingOff(id)
    let found = try store.appointments(
      off.affected(at: environment.services.clock.now()), after: position, limit: limit)
    return AffectedList(
      moveAll: found.isEmpty ? nil : "callbook appointment move-many --affected-by \(id) --dry-run",
      cancelAll: found.isEmpty
        ? nil
        : "callbook appointment cancel-many --reason shop_closed --affected-by \(id) --dry-run",
      items: found.map(AffectedAppointment.init),
      next: found.count == limit
        ? found.last.map { AppointmentPosition(after: $0).description } : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

extension BookingOff {
  /// What is to take place while it lasts, from now on; also before anybody approved it.
  func affected(at now: Instant) -> AppointmentFilter {
    var filter = AppointmentFilter()
    filter.isActive = true
    filter.from = max(from, now)
    filter.until = onAgain
    filter.place = scope.place
    filter.kind = scope.kind
    return filter
  }
}

/// What cannot take place as it was booked.
package struct AffectedList: Codable, Sendable, Equatable {
  /// What to type to find another time for all of it; missing when there is nothing.
  package let moveAll: String?
  /// What to type if none of it is to take place.
  package let cancelAll: String?
  package let items: [AffectedAppointment]
  /// What to give as `after` to go on; missing on the last page.
  package let next: String?
  /// The ledger's last entry when it was read.
  package let head: EventCursor

  private enum CodingKeys: String, CodingKey {
    case moveAll = "move_all"
    case cancelAll = "cancel_all"
    case items, next, head
  }
}

/// An appointment that cannot take place as it was booked.
package struct AffectedAppointment: Codable, Sendable, Equatable {
  package let id: AppointmentID
  package let contact: ContactID
  /// The contact's name.
  package let name: String?
  package let kind: AppointmentKind
  package let state: Appointment.State
  package let start: Instant
  package let end: Instant
  package let place: PlaceName?
  package let assignee: String?
  /// What to type to find another time for it.
  package let move: String
  /// What to type if it is not to take place.
  package let cancel: String

  private enum CodingKeys: String, CodingKey {
    case id, contact, name, kind, state
    case start = "start_at"
    case end = "end_at"
    case place, assignee, move, cancel
  }

  init(_ appointment: Appointment) {
    id = appointment.id
    contact = appointment.contact
    name = appointment.name
    kind = appointment.kind
    state = appointment.state
    start = appointment.start
    end = appointment.end
    place = appointment.place
    assignee = appointment.assignee
    move = "callbook appointment move \(id) --start TIME"
    cancel = "callbook appointment cancel \(id) --reason shop_closed --party shop"
  }
}

extension CallbookError {
  fileprivate static let noSuchPosition = CallbookError(
    .invalidParams, "there is no such place to go on from",
    violations: [Violation("/after", "is not the `next` of a page of appointments")])
}
