package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Agrees on a series in another way from one of its visits on: this and following (DOMAIN A2). The series
/// ends before it, and another one goes on.
package struct EditSeries: WriteRequest, SeriesRequest {
  package static let method = "series.edit"
  package static let summary =
    "Agrees on another time, cycle, place or person for a visit and all that follow; a new series goes on."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample(
      "In the afternoon from now on", #"{"id":"s1","from":"2026-05-12","time":"15:00"}"#),
    RequestExample(
      "Every four weeks only: what is booked between is cancelled",
      #"{"id":"s2","from":"2026-05-14","cycle":"P4W","reason":"customer_request"}"#),
  ]

  @Parameter(.positional, "The series.") package var id: SeriesID
  @Parameter("From the first visit on this day or later; earlier ones stay as they are.")
  package var from: CalendarDate
  @Parameter("At what time of day they start; as before when it is left out.")
  package var time: MinuteOfDay?
  @Parameter("How often from that visit on, counted from its day; as before when it is left out.")
  package var cycle: CalendarCycle?
  @Parameter("How long each takes; as before when it is left out.", in: AppointmentSpan.durations)
  package var durationMinutes: Int?
  @Parameter("Where, by short name; null for at the customer's.")
  package var place: Patch<PlaceName>
  @Parameter("Who is to be there: a user name; null while that is open.", in: 1...64)
  package var assignee: Patch<String>
  @Parameter(
    "Why those are cancelled that another cycle does not have: a word of the policy's list.")
  package var reason: CancelReason?
  @Parameter("Why, in words; required for other.", in: 1...1000) package var text: String?
  @Parameter("Whose decision it is.") package var party: Appointment.Cancellation.Party = .customer
  @Parameter("How it was said.") package var channel: BookingChannel = .phone
  @Parameter("Only if the series still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, from, time, cycle
    case durationMinutes = "duration_minutes"
    case place, assignee, reason, text, party, channel
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> EditedSeries {
    let old = try store.series(id)
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook series get \(id)")
    let cancellation = try cancellation(store, environment.caller)
    let (number, day) = try first(of: old, store.bookingRules.calendar, store.at)
    let coming = try booked(of: old, from: day, store)
    let next = try next(after: old, from: number, on: day, store, environment.caller)
    var ended = old
    ended.end(before: day)
    _ = try store.save(ended, over: old, event: "series.ended")
    try store.insert(next)
    let done = try store.carry(coming, to: next, cancellation)
    try store.bookComing(of: next)
    return EditedSeries(
      ended: try store.series(old.id), next: try SeriesReport(of: next.id, in: store),
      kept: done.kept, items: done.items, bulk: done.bulk)
  }

  /// Of the same cycle it counts from where the old one does, so that a 31st stays one.
  private func next(
    after old: Series, from number: Int, on day: CalendarDate, _ store: WriteTransaction,
    _ caller: Caller
  ) throws(CallbookError) -> Series {
    var plan = try plan(instead: old.plan, store)
    let isRecounted = plan.cycle != old.plan.cycle
    if isRecounted { plan.firstDay = day }
    return Series(
      id: store.nextSeriesID(), uuid: store.newUniqueID(), kind: old.kind, contact: old.contact,
      plan: plan, until: old.until, count: old.count.map { isRecounted ? $0 - number : $0 },
      first: isRecounted ? 0 : number, reached: isRecounted ? 0 : number, continues: old.id,
      addedBy: caller.user,
      createdAt: store.at)
  }

  private func cancellation(
    _ store: WriteTransaction, _ caller: Caller
  ) throws(CallbookError) -> Appointment.Cancellation? {
    let text = FormRules.tidy(text)
    guard let reason else { return nil }
    try CancelReason.check(reason, text, store.currentPolicy)
    return Appointment.Cancellation(
      reason, text: text, party: party, by: caller.user, channel: channel, at: store.at,
      termsAcknowledged: false)
  }

  /// - Throws: `INVALID_PARAMS` when nothing would be different.
  private func plan(
    instead old: Series.Plan, _ store: WriteTransaction
  ) throws(CallbookError) -> Series.Plan {
    var plan = old
    plan.time = time ?? old.time
    plan.cycle = cycle ?? old.cycle
    plan.durationMinutes = durationMinutes ?? old.durationMinutes
    plan.place = try place.applied(to: old.place).map { name throws(CallbookError) in
      try store.place(name).name
    }
    if case .set(let user) = assignee {
      plan.assignee = try store.activeMember(user, at: "/assignee")
    } else {
      plan.assignee = assignee.applied(to: old.assignee)
    }
    guard plan != old else {
      throw CallbookError(
        .invalidParams, "what is to be different is not said",
        violations: [
          Violation("/time", "or a cycle, a duration, a place or an assignee is required")
        ])
    }
    return plan
  }

  /// How many occurrences that are booked already one request changes.
  private static let most = 200

  /// The first occurrence that is to be different: none that has begun.
  private func first(
    of old: Series, _ calendar: WorkCalendar, _ now: Instant
  ) throws(CallbookError) -> (number: Int, day: CalendarDate) {
    let today = calendar.zone.local(now).date
    var number = old.number(notBefore: max(from, today))
    if let known = number, let start = old.occurrence(known, calendar), start <= now {
      number = known + 1
    }
    guard let number, let day = old.day(number) else {
      throw CallbookError(
        .wrongState, "\(id) has no visit from \(max(from, today)) on",
        hint: "callbook series get \(id)")
    }
    return (number, day)
  }

  private func booked(
    of old: Series, from day: CalendarDate, _ store: WriteTransaction
  ) throws(CallbookError) -> [Appointment] {
    let start = store.bookingRules.calendar.instant(on: day, at: 0)
    let found = try store.appointments(of: old.id, from: start, limit: Self.most + 1)
    guard found.count <= Self.most else {
      throw CallbookError(
        .invalidParams,
        "more than \(Self.most) visits are booked from \(day) on, and no more are changed at once",
        violations: [
          Violation("/from", "must be later: change the last ones first, then those before")
        ])
    }
    return found
  }
}

/// A series and the one that goes on with it.
package struct EditedSeries: Codable, Sendable, Equatable {
  package let ended: Series
  package let next: SeriesReport
  /// Appointments that stay at the time that they had: somebody changed them before, or the new time
  /// cannot be had.
  package let kept: [AppointmentID]
  /// What became of those on days that the new cycle does not have, but for those that are kept.
  package let items: [BulkItem]
  /// What to name to bring back all that was cancelled; missing where nothing was, and in a dry run.
  package let bulk: Int64?
}

extension EditedSeries: SensitiveReply {
  package func redacted(for caller: Caller) -> EditedSeries {
    EditedSeries(
      ended: ended.redacted(for: caller), next: next.redacted(for: caller), kept: kept,
      items: items, bulk: bulk)
  }
}
