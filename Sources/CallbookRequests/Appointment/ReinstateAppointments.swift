package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Brings back what one cancelling of many cancelled, as far as the slots are still free.
package struct ReinstateAppointments: WriteRequest {
  package static let method = "appointment.reinstate_many"
  package static let summary =
    "Brings back what one cancelling of many cancelled, and names what cannot come back."
  package static let permission = Permission.roles([.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("All of it", #"{"bulk":1}"#)]

  @Parameter(.positional, "The number that the cancelling answered.") package var bulk: Int64
  @Parameter("Go on behind this one: the `next` of the reply before.")
  package var after: AppointmentID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 500
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BulkReply {
    let done = try store.cancelBulkDate(bulk)
    // Once, at its beginning: what is brought back then belongs to a series that goes on.
    let series = after == nil ? try store.resumeSeries(endedBy: bulk) : nil
    let time = BulkTime(environment)
    let found = try store.cancelled(byBulk: bulk, after: after, limit: limit)
    var items: [BulkItem] = []
    for appointment in found {
      if time.isUp, !items.isEmpty { break }
      items.append(try reinstate(appointment, done, environment.caller, in: store))
    }
    let isWhole = items.count == found.count && found.count < limit
    if isWhole { items += try withdrawn(environment.caller, in: store) }
    return BulkReply(
      bulk, items, series: series, next: isWhole ? nil : items.last?.appointment.description)
  }

  private func reinstate(
    _ old: Appointment, _ done: Instant, _ caller: Caller, in store: WriteTransaction
  ) throws(CallbookError) -> BulkItem {
    do throws(CallbookError) {
      var new = old
      try new.reinstate(at: store.at)
      let place = try old.place.map { name throws(CallbookError) in try store.place(name) }
      _ = try store.check(
        old.draft(place: place, assignee: old.assignee, undone: done, now: store.at),
        override: nil, caller, BookingCheck.ofUndoing)
      return BulkItem(
        try store.save(new, over: old, event: "appointment.reinstated"), .reinstated)
    } catch  where BulkItem.refusals.contains(error.reason) {
      return BulkItem(old, .failed, refusal: error)
    }
  }

  /// What waits for a manager still, and was asked for by the caller.
  private func withdrawn(
    _ caller: Caller, in store: WriteTransaction
  ) throws(CallbookError) -> [BulkItem] {
    var items: [BulkItem] = []
    for old in try store.pendingCancelRequests(ofBulk: bulk, limit: limit) {
      let appointment = try store.appointment(old.appointment)
      do throws(CallbookError) {
        var new = old
        try new.withdraw(by: caller.user, at: store.at)
        try store.requireSlot(of: old)
        _ = try store.save(new, over: old, event: "cancellation.withdrawn")
        items.append(BulkItem(appointment, .withdrawn, request: old.id))
      } catch  where [.notOwner, .slotTaken].contains(error.reason) {
        items.append(BulkItem(appointment, .failed, request: old.id, refusal: error))
      }
    }
    return items
  }
}
