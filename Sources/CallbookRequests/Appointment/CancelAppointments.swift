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
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample(
      "A closed day",
      """
      {"reason":"shop_closed","from":"2026-05-20T00:00:00+08:00","until":"2026-05-21T00:00:00+08:00"}
      """)
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
  @Parameter("The number of what was begun, to go on with it.") package var bulk: Int64?
  @Parameter("Go on behind this place: the `next` of the reply before.", in: 1...60)
  package var after: String?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 500
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BulkReply {
    let text = FormRules.tidy(text)
    try CancelReason.check(reason, text, store.currentPolicy)
    let filter = try filter(store)
    let position = try after.map { text throws(CallbookError) in
      guard let position = AppointmentPosition(text) else {
        throw CallbookError(
          .invalidParams, "there is no such place to go on from",
          violations: [Violation("/after", "is not the `next` of a reply of this request")])
      }
      return position
    }
    if let bulk { try store.requireCancelBulk(bulk) }
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
      bulk: bulk, items: items, series: nil,
      next: isWhole || items.isEmpty
        ? nil : AppointmentPosition(after: found[items.count - 1]).description)
  }

  /// - Throws: `INVALID_PARAMS` when it would be everything.
  private func filter(_ store: WriteTransaction) throws(CallbookError) -> AppointmentFilter {
    guard
      until != nil || place != nil || assignee != nil || kind != nil || contact != nil
    else {
      throw CallbookError(
        .invalidParams, "which ones is not said",
        violations: [Violation("/until", "or another condition is required")])
    }
    var filter = AppointmentFilter()
    filter.from = from ?? store.at
    filter.until = until
    filter.place = try place.map { name throws(CallbookError) in try store.place(name).name }
    filter.assignee = assignee
    filter.kind = kind
    filter.contact = try contact.map { id throws(CallbookError) in try store.contact(id).id }
    filter.isActive = true
    return filter
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
      let request = try cancel(appointment, orAsk: cancellation, bulk: bulk)
      return BulkItem(appointment, request == nil ? .cancelled : .requested, request: request)
    } catch  where error.reason == .wrongState {
      return BulkItem(appointment, .failed, refusal: error)
    }
  }
}
