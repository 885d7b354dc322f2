package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Agrees on a series in another way from one of its visits on: this and following (DOMAIN A2). The series
/// ends before it, and another one goes on.
package struct EditSeries: WriteRequest, SeriesRequest {
  package static let method = "series.edit"
  package static let summary =
    "Agrees on another time, place or person for a visit and all that follow; a new series goes on with them."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample(
      "In the afternoon from now on", #"{"id":"s1","from":"2026-05-12","time":"15:00"}"#)
  ]

  @Parameter(.positional, "The series.") package var id: SeriesID
  @Parameter("From the first visit on this day or later; earlier ones stay as they are.")
  package var from: CalendarDate
  @Parameter("At what time of day they start; as before when it is left out.")
  package var time: MinuteOfDay?
  @Parameter("How long each takes; as before when it is left out.", in: AppointmentSpan.durations)
  package var durationMinutes: Int?
  @Parameter("Where, by short name; null for at the customer's.")
  package var place: Patch<PlaceName>
  @Parameter("Who is to be there: a user name; null while that is open.", in: 1...64)
  package var assignee: Patch<String>
  @Parameter("Only if the series still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, from, time
    case durationMinutes = "duration_minutes"
    case place, assignee
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> EditedSeries {
    let old = try store.series(id)
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook series get \(id)")
    let plan = try plan(instead: old.plan, store)
    let calendar = store.bookingRules.calendar
    let (number, day) = try first(of: old, calendar, store.at)
    let next = Series(
      id: store.nextSeriesID(), uuid: store.newUniqueID(), kind: old.kind, contact: old.contact,
      plan: plan, until: old.until, count: old.count, reached: number, continues: old.id,
      addedBy: environment.caller.user, createdAt: store.at)
    var ended = old
    ended.end(before: day)
    _ = try store.save(ended, over: old, event: "series.ended")
    try store.insert(next)
    let kept = try store.carry(from: number, of: old, to: next)
    try store.bookComing(of: next)
    return EditedSeries(
      ended: try store.series(old.id), next: try SeriesReport(of: next.id, in: store), kept: kept)
  }

  /// - Throws: `INVALID_PARAMS` when nothing would be different.
  private func plan(
    instead old: Series.Plan, _ store: WriteTransaction
  ) throws(CallbookError) -> Series.Plan {
    var plan = old
    plan.time = time ?? old.time
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
        violations: [Violation("/time", "or a duration, a place or an assignee is required")])
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
    guard old.reached - number <= Self.most else {
      throw CallbookError(
        .invalidParams,
        "\(old.reached - number) visits are booked from \(day) on, and \(Self.most) are changed at once",
        violations: [
          Violation("/from", "must be later: change the last ones first, then those before")
        ])
    }
    return (number, day)
  }
}

/// A series and the one that goes on with it.
package struct EditedSeries: Codable, Sendable, Equatable {
  package let ended: Series
  package let next: SeriesReport
  /// Appointments that stay at the time that they had: somebody changed them before, or the new time
  /// cannot be had.
  package let kept: [AppointmentID]
}

extension EditedSeries: SensitiveReply {
  package func redacted(for caller: Caller) -> EditedSeries {
    EditedSeries(
      ended: ended.redacted(for: caller), next: next.redacted(for: caller), kept: kept)
  }
}

extension WriteTransaction {
  /// Takes the appointments from an occurrence on over into another series of the same days, and moves
  /// those that nobody changed.
  ///
  /// - Returns: those that are to come and stay at the time that they had.
  func carry(
    from number: Int, of old: Series, to next: Series
  ) throws(CallbookError) -> [AppointmentID] {
    let calendar = bookingRules.calendar
    var kept: [AppointmentID] = []
    for number in number..<max(number, old.reached) {
      guard let occurrence = old.occurrence(number, calendar),
        let start = next.occurrence(number, calendar),
        let appointment = try appointments(of: old.id, from: occurrence, limit: 1).first,
        appointment.occurrence == occurrence
      else { continue }
      let isMoved = try carry(
        appointment, to: next, as: number, at: start, moving: old.isUnchanged(appointment))
      if !isMoved, appointment.state.isActive { kept.append(appointment.id) }
    }
    return kept
  }

  /// - Returns: whether it is as the series has it now.
  private func carry(
    _ old: Appointment, to series: Series, as number: Int, at start: Instant,
    moving isUnchanged: Bool
  ) throws(CallbookError) -> Bool {
    var new = old
    new.carry(to: series.id, as: start)
    guard isUnchanged, old.state.isActive, old.start > at,
      let span = try slot(number, of: series, moved: old.id).span
    else {
      _ = try save(new, over: old, event: "appointment.carried")
      return false
    }
    try new.move(
      to: span, place: series.plan.place, assignee: series.plan.assignee, override: nil, at: at)
    _ = try save(new, over: old, event: "appointment.moved")
    return true
  }
}
