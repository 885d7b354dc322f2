import CallbookModel
import CallbookStore

extension WriteTransaction {
  /// Changes a request to cancel.
  ///
  /// - Throws: `NOT_FOUND`, `REVISION_CONFLICT`, and what the change throws.
  func changeCancelRequest(
    _ id: CancelRequestID, ifRev: Int64?, event: String,
    _ change: (inout CancelRequest) throws(CallbookError) -> Void
  ) throws(CallbookError) -> CancelRequest {
    let old = try cancelRequest(id)
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook cancellation get \(id)")
    var new = old
    // What nobody decided about in time has expired, also before its reminder says so.
    let calendar = try workCalendar()
    if old.approval.state == .pending, old.expiry(currentPolicy, calendar).instant <= at {
      _ = new.expire()
    }
    try change(&new)
    return try save(new, over: old, event: event)
  }

  /// An appointment whose slot was given away meanwhile, as policy allows, cannot stay.
  ///
  /// - Throws: `SLOT_TAKEN`.
  func requireSlot(of request: CancelRequest) throws(CallbookError) {
    let appointment = try appointment(request.appointment)
    let holders = try holders(
      instead: appointment, since: request.approval.requestedAt)
    guard let holder = holders.first else { return }
    throw CallbookError(
      .slotTaken,
      "\(appointment.id) cannot stay: \(holder) has its slot since \(request.id) was asked for",
      hint: "callbook appointment get \(holder)",
      details: ["taken_by": .list(holders.map(\.description))])
  }
}
