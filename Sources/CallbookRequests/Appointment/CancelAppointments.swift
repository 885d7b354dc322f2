package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Cancels many appointments, such as those of a closed day (DOMAIN A3): each at once or by asking a
/// manager, as each alone would be.
package struct CancelAppointments: WriteRequest {
  package static let method = "appointment.cancel_many"
  package static let summary =
    "Cancels all appointments that meet every condition, with what became of each; a dry run tells before."
  package static let permission = Permission.roles([.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .wrongState]
  package static let examples = [
    RequestExample(
      "A closed day",
      """
      {"reason":"shop_closed","from":"2026-05-20T00:00:00+08:00","until":"2026-05-21T00:00:00+08:00"}
      """),
    RequestExample(
      "What does not fit into a switched-off booking",
      #"{"reason":"shop_closed","affected_by":"o2"}"#),
  ]

  @Parameter("Why: a word of the policy's appointment.cancel_reasons.")
  package var reason: CancelReason
  @Parameter("Why, in words; required for other.", in: 1...1000) package var text: String?
  @Parameter("Whose decision it is.") package var party: Appointment.Cancellation.Party = .shop
  @Parameter("How it was said.") package var channel: BookingChannel = .phone
  @Parameter("Only those that end later; now when it is left out.") package var from: Instant?
  @Parameter("Only those that start before.") package var until: Instant?
  @Parameter("Only at this place, by short name.") package var place: PlaceName?
  @Parameter("Only what this user is to be at.", in: 1...64) package var assignee: String?
  @Parameter("Only for this.") package var kind: AppointmentKind?
  @Parameter("Only of this contact.") package var contact: ContactID?
  @Parameter("Only these, each by its number; no other condition then.", in: 0...100)
  package var ids: [AppointmentID]
  @Parameter("Only what is booked for a time in which this has booking off.")
  package var affectedBy: BookingOffID?
  @Parameter("The number of what was begun, to go on with it.") package var bulk: Int64?
  @Parameter("Go on behind this place: the `next` of the reply before.", in: 1...60)
  package var after: String?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 500
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case reason, text, party, channel, from, until, place, assignee, kind, contact, ids
    case affectedBy = "affected_by"
    case bulk, after, limit
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BulkReply {
    let text = FormRules.tidy(text)
    try CancelReason.check(reason, text, store.currentPolicy)
    let filter = try BulkSelection(
      ids: ids, affectedBy: affectedBy, from: from, until: until, place: place,
      assignee: assignee, kind: kind, contact: contact
    ).filter(in: store)
    let position = try after.map { text throws(CallbookError) in
      guard let position = AppointmentPosition(text) else { throw .noSuchReplyPosition }
      return position
    }
    if let bulk { _ = try store.cancelBulkDate(bulk) }
    let bulk = if let bulk { bulk } else { try store.beginCancelBulk() }
    let cancellation = Appointment.Cancellation(
      reason, text: text, party: party, by: environment.caller.user, channel: channel,
      at: store.at, termsAcknowledged: false)
    let time = BulkTime(environment)
    let found = try store.appointments(filter, after: position, limit: limit)
    var items: [BulkItem] = []
    for appointment in found {
      if time.isUp, !items.isEmpty { break }
      items.append(try store.cancelled(appointment, cancellation, bulk))
    }
    let isWhole = items.count == found.count && found.count < limit
    return BulkReply(
      store.told(bulk), undo: "callbook appointment reinstate-many", items,
      next: isWhole || items.isEmpty
        ? nil : AppointmentPosition(after: found[items.count - 1]).description)
  }
}

extension WriteTransaction {
  /// Cancels one of many, at once or by asking a manager.
  func cancelled(
    _ appointment: Appointment, _ cancellation: Appointment.Cancellation, _ bulk: Int64
  ) throws(CallbookError) -> BulkItem {
    if let known = try pendingCancelRequest(of: appointment.id) {
      return BulkItem(appointment, .requested, request: known.id)
    }
    do throws(CallbookError) {
      try appointment.requireActive(.cancel)
      let request = try cancel(appointment, orAsk: cancellation, bulk: bulk)
      return BulkItem(appointment, request == nil ? .cancelled : .requested, request: request)
    } catch  where error.reason == .wrongState {
      return BulkItem(appointment, .failed, refusal: error)
    }
  }
}
