import CallbookModel
import CallbookStore

/// Which appointments a request about many is for. Every condition that is given must hold.
struct BulkSelection {
  var ids: [AppointmentID]
  var affectedBy: BookingOffID?
  var from: Instant?
  var until: Instant?
  var place: PlaceName?
  var assignee: String?
  var kind: AppointmentKind?
  var contact: ContactID?

  /// - Throws: `INVALID_PARAMS` when it would be everything, or says the same twice; `NOT_FOUND`;
  ///   `WRONG_STATE` when booking is not off, nor asked to be.
  func filter(in store: WriteTransaction) throws(CallbookError) -> AppointmentFilter {
    let isNarrowed = place != nil || assignee != nil || kind != nil || contact != nil
    guard !ids.isEmpty || affectedBy != nil || until != nil || isNarrowed else {
      throw CallbookError(
        .invalidParams, "which ones is not said",
        violations: [Violation("/until", "or another condition is required")])
    }
    guard ids.isEmpty else { return try filter(ids, in: store, isNarrowed: isNarrowed) }
    var filter = AppointmentFilter()
    if let affectedBy {
      filter = try affected(by: affectedBy, in: store)
    } else {
      filter.from = max(from ?? store.at, store.at)
      filter.until = until
      filter.place = try place.map { name throws(CallbookError) in try store.place(name).name }
      filter.kind = kind
    }
    filter.assignee = assignee
    filter.contact = try contact.map { id throws(CallbookError) in try store.contact(id).id }
    filter.isActive = true
    return filter
  }

  /// Each by its number: what became of it is said whatever its state is.
  private func filter(
    _ ids: [AppointmentID], in store: WriteTransaction, isNarrowed: Bool
  ) throws(CallbookError) -> AppointmentFilter {
    guard affectedBy == nil, from == nil, until == nil, !isNarrowed else {
      throw .saidTwice("/ids", "name the appointments: give no other condition with them")
    }
    for id in ids { _ = try store.appointment(id) }
    var filter = AppointmentFilter()
    filter.ids = ids
    return filter
  }

  private func affected(
    by id: BookingOffID, in store: WriteTransaction
  ) throws(CallbookError) -> AppointmentFilter {
    guard from == nil, until == nil, place == nil, kind == nil else {
      throw .saidTwice("/affected_by", "says when, where and for what: leave these out")
    }
    let off = try store.bookingOff(id)
    let state = off.state(at: store.at)
    guard [.requested, .scheduled, .off].contains(state) else {
      throw CallbookError(
        .wrongState, "\(id) is \(state.rawValue): nothing is affected by it",
        hint: "callbook booking list")
    }
    return off.affected(at: store.at)
  }
}

extension CallbookError {
  fileprivate static func saidTwice(_ pointer: String, _ message: String) -> CallbookError {
    CallbookError(
      .invalidParams, "which ones is said in two ways", violations: [Violation(pointer, message)])
  }

  static let noSuchReplyPosition = CallbookError(
    .invalidParams, "there is no such place to go on from",
    violations: [Violation("/after", "is not the `next` of a reply of this request")])
}
