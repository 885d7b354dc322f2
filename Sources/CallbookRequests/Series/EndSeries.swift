package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Ends a series from a day on: what is booked from then on is cancelled, but for what somebody changed.
package struct EndSeries: WriteRequest, SeriesRequest {
  package static let method = "series.end"
  package static let summary =
    "Ends visits that come round from a day on, and cancels those booked that nobody changed; a dry run shows."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample(
      "The contract ends", #"{"id":"s2","from":"2026-08-01","reason":"no_longer_needed"}"#)
  ]

  @Parameter(.positional, "The series.") package var id: SeriesID
  @Parameter("The first day without any; today when it is left out.")
  package var from: CalendarDate?
  @Parameter("Why: a word of the policy's appointment.cancel_reasons.")
  package var reason: CancelReason
  @Parameter("Why, in words; required for other.", in: 1...1000) package var text: String?
  @Parameter("Whose decision it is.") package var party: Appointment.Cancellation.Party = .customer
  @Parameter("How it was said.") package var channel: BookingChannel = .phone
  @Parameter("The number of what was begun, to go on with it.") package var bulk: Int64?
  @Parameter("Only if the series still has this revision.") package var ifRev: Int64?
  package init() {}

  /// More than any horizon holds.
  private static let most = 1000

  private enum CodingKeys: String, CodingKey {
    case id, from, reason, text, party, channel, bulk
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> EndedSeries {
    let old = try store.series(id)
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook series get \(id)")
    let text = FormRules.tidy(text)
    try CancelReason.check(reason, text, store.currentPolicy)
    let calendar = store.bookingRules.calendar
    let day = from ?? calendar.zone.local(store.at).date
    if let bulk { try store.requireSeriesEnd(bulk, of: id) }
    var new = old
    new.end(before: day)
    let series = try store.save(new, over: old, event: "series.ended")
    let coming = try store.comingAppointments(
      of: id, from: calendar.instant(on: day, at: 0), limit: Self.most)
    guard series.rev != old.rev || !coming.isEmpty else {
      throw CallbookError(
        .wrongState, "\(id) has nothing from \(day) on", hint: "callbook series get \(id)")
    }
    let cancellation = Appointment.Cancellation(
      reason, text: text, party: party, by: environment.caller.user, channel: channel,
      at: store.at, termsAcknowledged: false)
    let bulk = if let bulk { bulk } else { try store.beginCancelBulk() }
    try store.noteEnd(of: series, over: old, bulk: bulk)
    let unchanged = coming.filter { $0.isException != true }
    let time = BulkTime(environment)
    var items: [BulkItem] = []
    for appointment in unchanged {
      if time.isUp, !items.isEmpty { break }
      items.append(try store.cancelled(appointment, cancellation, bulk))
    }
    return EndedSeries(
      series: try store.series(id), bulk: store.told(bulk), items: items,
      kept: coming.filter { $0.isException == true }.map(\.id),
      isMore: items.count < unchanged.count)
  }
}

/// What ending a series did.
package struct EndedSeries: Codable, Sendable, Equatable {
  package let series: Series
  /// What to name to bring back all that it cancelled; the series goes on then as before. Missing in a
  /// dry run.
  package let bulk: Int64?
  /// What became of each appointment that nobody had changed.
  package let items: [BulkItem]
  /// Those that somebody had changed: they take place.
  package let kept: [AppointmentID]
  /// Whether there was no time for all of them: the same request with the number goes on.
  package let isMore: Bool

  private enum CodingKeys: String, CodingKey {
    case series, bulk, items, kept
    case isMore = "more"
  }
}

extension EndedSeries: SensitiveReply {
  package func redacted(for caller: Caller) -> EndedSeries {
    EndedSeries(
      series: series.redacted(for: caller), bulk: bulk, items: items, kept: kept, isMore: isMore)
  }
}
