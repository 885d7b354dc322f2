package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Moves back what one moving of many moved, as far as nobody changed it since and its slot is free.
package struct MoveAppointmentsBack: WriteRequest {
  package static let method = "appointment.move_back"
  package static let summary =
    "Moves back what one moving of many moved, and names what cannot go back."
  package static let permission = Permission.roles(MoveAppointments.roles)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("All of it", #"{"bulk":2}"#)]

  @Parameter(.positional, "The number that the moving answered.") package var bulk: Int64
  @Parameter("Go on behind this one: the `next` of the reply before.")
  package var after: Int64?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 500
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BulkReply {
    let done = try store.moveBulkDate(bulk)
    let time = BulkTime(environment)
    let found = try store.moves(ofBulk: bulk, before: after, limit: limit)
    var items: [BulkItem] = []
    for move in found {
      if time.isUp, !items.isEmpty { break }
      items.append(try movedBack(move, done, environment.caller, in: store))
    }
    let isWhole = items.count == found.count && found.count < limit
    return BulkReply(
      bulk, items,
      next: isWhole || items.isEmpty ? nil : String(found[items.count - 1].number))
  }

  private func movedBack(
    _ move: BulkMove, _ done: Instant, _ caller: Caller, in store: WriteTransaction
  ) throws(CallbookError) -> BulkItem {
    let old = try store.appointment(move.appointment)
    do throws(CallbookError) {
      guard old.sequence == move.sequence else {
        throw CallbookError(
          .wrongState, "\(old.id) was moved or cancelled since: it cannot be moved back",
          hint: "callbook appointment get \(old.id)")
      }
      let place = try old.place.map { name throws(CallbookError) in try store.place(name) }
      _ = try store.check(
        old.draft(
          at: move.before.span, place: place, assignee: old.assignee, undone: done, now: store.at),
        override: nil, caller, BookingCheck.ofUndoing)
      let new = try store.moveBack(move, old)
      return BulkItem(old, .movedBack, movedTo: new.start)
    } catch  where BulkItem.refusals.contains(error.reason) {
      return BulkItem(old, .failed, refusal: error)
    }
  }
}
