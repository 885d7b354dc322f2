package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Moves many appointments, such as those of a time in which booking is off (DOMAIN B2): each to a time
/// that is free, and to be told to its customer.
package struct MoveAppointments: WriteRequest {
  package static let method = "appointment.move_many"
  package static let summary =
    "Moves all appointments that meet every condition, with what became of each; a dry run tells before."
  static let roles: Roles = [.service, .operations, .manager, .admin]
  package static let permission = Permission.roles(roles)
  package static let errors: [Reason] = [.notFound, .wrongState]
  package static let examples = [
    RequestExample("Out of a switched-off booking", #"{"affected_by":"o2"}"#),
    RequestExample("A week later", #"{"ids":["a1"],"days":7}"#),
  ]

  @Parameter("Only these, each by its number; no other condition then.", in: 0...100)
  package var ids: [AppointmentID]
  @Parameter("Only what is booked for a time in which this has booking off.")
  package var affectedBy: BookingOffID?
  @Parameter("Only those that end later; now when it is left out.") package var from: Instant?
  @Parameter("Only those that start before.") package var until: Instant?
  @Parameter("Only at this place, by short name.") package var place: PlaceName?
  @Parameter("Only what this user is to be at.", in: 1...64) package var assignee: String?
  @Parameter("Only for this.") package var kind: AppointmentKind?
  @Parameter("Only of this contact.") package var contact: ContactID?
  @Parameter(
    "So many days later, or earlier, at the same time of day; to the next free time when it is left out.",
    in: -366...366) package var days: Int?
  @Parameter(
    "To the next time that is free from here on; when booking is on again, or `until`, when it is left out."
  )
  package var notBefore: Instant?
  @Parameter("The number of what was begun, to go on with it.") package var bulk: Int64?
  @Parameter("Go on behind this place: the `next` of the reply before.", in: 1...60)
  package var after: String?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 500
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case ids
    case affectedBy = "affected_by"
    case from, until, place, assignee, kind, contact, days
    case notBefore = "not_before"
    case bulk, after, limit
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BulkReply {
    var filter = try BulkSelection(
      ids: ids, affectedBy: affectedBy, from: from, until: until, place: place,
      assignee: assignee, kind: kind, contact: contact
    ).filter(in: store)
    let destination = try destination(in: store)
    // What moves into the place of another waits until that has left it.
    if case .days(let days) = destination, days > 0 { filter.isLatestFirst = true }
    let position = try after.map { text throws(CallbookError) in
      guard let position = AppointmentPosition(text) else { throw .noSuchReplyPosition }
      return position
    }
    if let bulk { _ = try store.moveBulkDate(bulk) }
    let bulk = if let bulk { bulk } else { try store.beginMoveBulk() }
    let time = BulkTime(environment)
    let found = try store.appointments(filter, after: position, limit: limit)
    var items: [BulkItem] = []
    for appointment in found {
      if time.isUp, !items.isEmpty { break }
      items.append(
        try moved(appointment, to: destination, bulk, environment.caller, in: store))
    }
    let isWhole = items.count == found.count && found.count < limit
    return BulkReply(
      store.told(bulk), undo: "callbook appointment move-back", items,
      next: isWhole || items.isEmpty
        ? nil : AppointmentPosition(after: found[items.count - 1]).description)
  }

  private func destination(in store: WriteTransaction) throws(CallbookError) -> BulkDestination {
    if let days {
      guard days != 0, notBefore == nil else {
        throw .noDestination("/days", "must not be 0, nor given together with not_before")
      }
      return .days(days)
    }
    let off = try affectedBy.map { id throws(CallbookError) in try store.bookingOff(id) }
    guard let instant = notBefore ?? off?.onAgain ?? until else {
      throw .noDestination(
        "/not_before", "is required, or days: nothing else says after when they are to be")
    }
    return .nextFree(instant)
  }

  private func moved(
    _ old: Appointment, to destination: BulkDestination, _ bulk: Int64, _ caller: Caller,
    in store: WriteTransaction
  ) throws(CallbookError) -> BulkItem {
    do throws(CallbookError) {
      try old.requireToCome(.move, at: store.at)
      try requireUntouched(old, bulk, in: store)
      let place = try old.place.map { name throws(CallbookError) in try store.place(name) }
      let span = try destination.span(for: old, at: place, in: store)
      try requireOutside(old, span, in: store)
      _ = try store.check(
        old.draft(at: span, place: place, assignee: old.assignee, now: store.at), override: nil,
        caller)
      let new = try store.move(old, to: span, bulk: bulk)
      return BulkItem(old, .moved, movedTo: new.start)
    } catch  where BulkItem.refusals.contains(error.reason) {
      return BulkItem(old, .failed, refusal: error)
    }
  }

  /// What somebody wants cancelled is not moved behind their back, nor anything twice.
  private func requireUntouched(
    _ appointment: Appointment, _ bulk: Int64, in store: WriteTransaction
  ) throws(CallbookError) {
    if let request = try store.pendingCancelRequest(of: appointment.id) {
      throw CallbookError(
        .wrongState, "\(request.id) asks for \(appointment.id) to be cancelled: decide that first",
        hint: "callbook cancellation get \(request.id)")
    }
    if try store.isMoved(appointment.id, byBulk: bulk) {
      throw CallbookError(
        .wrongState, "\(appointment.id) was moved under this number already",
        hint: "callbook appointment get \(appointment.id)")
    }
  }

  /// Also before anybody approved it, nothing is moved from one of its days to another.
  private func requireOutside(
    _ appointment: Appointment, _ span: AppointmentSpan, in store: WriteTransaction
  ) throws(CallbookError) {
    guard let affectedBy else { return }
    let off = try store.bookingOff(affectedBy)
    guard off.from < span.end, off.onAgain.map({ span.start < $0 }) ?? true else { return }
    throw CallbookError(
      .bookingOff, "\(appointment.id) would still be within \(off.id)",
      hint: "callbook booking get \(off.id)")
  }
}

extension CallbookError {
  fileprivate static func noDestination(_ pointer: String, _ message: String) -> CallbookError {
    CallbookError(
      .invalidParams, "where to is not said", violations: [Violation(pointer, message)])
  }
}
