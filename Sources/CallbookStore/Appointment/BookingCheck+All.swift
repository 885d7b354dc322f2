import CallbookModel

extension BookingCheck {
  /// Every rule, the most decisive first: one entry each.
  package static let all: [BookingCheck] = [
    inPast, beyondCalendar, bookingOff, closedPlace, absentAssignee, blockedContact, busyAssignee,
    busyElsewhere, busyContact, fullPlace, outsideHours, tooSoon, tooFar,
  ]

  /// What an occurrence of a series has to keep: whether it is within the horizon is a matter of the day
  /// that the series has for it, not of that to which it is put off.
  package static let ofOccurrence = all.filter { $0.name != tooFar.name }

  /// What has to be kept when only somebody else is to be there.
  package static let ofAssignee: [BookingCheck] = [absentAssignee, busyAssignee, busyElsewhere]

  /// What has to be kept when something goes back to where it was: what was soft was kept or overridden
  /// when it was booked.
  package static let ofUndoing: [BookingCheck] = all.filter { $0.firmness != .soft }

  private static let inPast = BookingCheck("past", .absolute) { draft, _, _ in
    draft.span.start > draft.now
      ? nil : BookingRefusal(.notBookable, "/start", "that time is past")
  }

  private static let beyondCalendar = BookingCheck("beyond_calendar", .absolute) { draft, _, _ in
    draft.span.end.isInCalendar
      ? nil : BookingRefusal(.notBookable, "/start", "it would end beyond the calendar")
  }

  /// What only changes hands stays where it is, also while booking is off; and what was moved out or
  /// cancelled by mistake goes back there.
  private static let bookingOff = BookingCheck("booking_off", .absolute) {
    draft, store, rules throws(CallbookError) in
    if let old = try draft.standing(in: store), old.span == draft.span,
      old.place == draft.place?.name
    {
      return nil
    }
    let found = try store.bookingOffs(
      during: draft.span, at: draft.place?.name, for: draft.kind
    ).filter { !$0.wasOff(at: draft.undone) }
    // Of several, what lasts longest says when booking is on again.
    let last = found.max { ($0.window?.upperBound ?? $0.from) < ($1.window?.upperBound ?? $1.from) }
    return last.map { BookingRefusal($0, rules.calendar) }
  }

  private static let closedPlace = BookingCheck("closed_place", .absolute) { draft, _, _ in
    guard let place = draft.place, place.state == .closed else { return nil }
    return BookingRefusal(
      .notBookable, "/place", "nothing is booked at \(place.name) any more", isAtAnyTime: true)
  }

  /// Nobody who has left, or is away then, is given anything.
  private static let absentAssignee = BookingCheck("absent_assignee", .absolute) {
    draft, store, rules throws(CallbookError) in
    guard let assignee = draft.assignee else { return nil }
    guard let member = try store.staff(user: assignee), member.state == .active else {
      return BookingRefusal(
        .notBookable, "/assignee", "\(assignee) does not work here any more", isAtAnyTime: true)
    }
    guard let away = member.away, draft.span.overlaps(away) else { return nil }
    let end = away.until.map { " until \(rules.calendar.text($0))" } ?? ""
    return BookingRefusal(
      .notBookable, "/assignee", "\(assignee) is away\(end), and \(away.substitute) stands in")
  }

  /// What was agreed before somebody was blocked stands, and can be moved.
  private static let blockedContact = BookingCheck("blocked_contact", .hard) {
    draft, store, _ throws(CallbookError) in
    guard try store.isBlocked(draft.contact), try draft.standing(in: store) == nil else {
      return nil
    }
    return BookingRefusal(
      .notBookable, "/contact", "\(draft.contact) is blocked", isAtAnyTime: true)
  }

  private static let busyAssignee = BookingCheck("busy_assignee", .hard) {
    draft, store, rules throws(CallbookError) in
    guard let assignee = draft.assignee else { return nil }
    let busy = draft.others(try store.busy(assignee: assignee, draft.span))
    return taken("/assignee", "\(assignee) has", busy, rules)
  }

  /// By a calendar of theirs, which says no more than when. What they have there already may stay, also
  /// at another place or shorter.
  private static let busyElsewhere = BookingCheck("busy_elsewhere", .hard) {
    draft, store, rules throws(CallbookError) in
    guard let assignee = draft.assignee else { return nil }
    if let old = try draft.standing(in: store), old.assignee == assignee,
      old.span.contains(draft.span)
    {
      return nil
    }
    let busy = try store.busyTimes(of: assignee, draft.span)
    guard !busy.isEmpty else { return nil }
    let times = busy.prefix(mostNamed).map(rules.calendar.text).joined(separator: ", ")
    let more = busy.count > mostNamed ? " and \(busy.count - mostNamed) more" : ""
    return BookingRefusal(
      .slotTaken, "/assignee", "\(assignee) is busy elsewhere \(times)\(more)")
  }

  private static let busyContact = BookingCheck("busy_contact", .hard) {
    draft, store, rules throws(CallbookError) in
    let busy = draft.others(try store.busy(contact: draft.contact, draft.span))
    return taken("/contact", "\(draft.contact) has", busy, rules)
  }

  private static let fullPlace = BookingCheck("full_place", .hard) {
    draft, store, rules throws(CallbookError) in
    guard let place = draft.place else { return nil }
    let busy = draft.others(try store.busy(place: place.name, draft.span))
    guard draft.span.mostAtOnce(of: busy.map(\.span)) >= place.capacity else { return nil }
    return taken("/place", "\(place.name) is full with", busy, rules)
  }

  static let outsideHours = BookingCheck("outside_hours", .soft) { draft, _, rules in
    guard !rules.calendar.isOpen(throughout: draft.span) else { return nil }
    let day = rules.calendar.zone.local(draft.span.start).date
    let hours = rules.calendar.hours(on: day)
    return BookingRefusal(
      .notBookable, "/start",
      hours.isClosed
        ? "the shop is closed on \(day)" : "the shop is open on \(day) at \(hours) only")
  }

  private static let tooSoon = BookingCheck("lead_time", .soft) {
    draft, _, rules throws(CallbookError) in
    let lead = rules.policy.appointmentLeadMinutes
    guard lead > 0, draft.span.start < (try rules.earliest(at: draft.now)) else { return nil }
    return BookingRefusal(
      .notBookable, "/start", "appointments are booked \(lead) working minutes ahead")
  }

  private static let tooFar = BookingCheck("horizon", .soft) { draft, _, rules in
    let days = rules.policy.appointmentHorizonDays
    guard draft.span.start >= rules.latest(at: draft.now) else { return nil }
    return BookingRefusal(
      .notBookable, "/start", "appointments are booked no more than \(days) days ahead")
  }

  /// How many appointments a sentence names; the details have all.
  private static let mostNamed = 3

  private static func taken(
    _ pointer: String, _ who: String, _ busy: [BusySpan], _ rules: BookingRules
  ) -> BookingRefusal? {
    guard !busy.isEmpty else { return nil }
    let named = busy.prefix(mostNamed).map { "\($0.appointment) \(rules.calendar.text($0.span))" }
    let more = busy.count > mostNamed ? " and \(busy.count - mostNamed) more" : ""
    return BookingRefusal(
      .slotTaken, pointer, "\(who) \(named.joined(separator: ", "))\(more)",
      taken: busy.map(\.appointment))
  }
}

extension BookingOff {
  /// Whether it was approved by then.
  fileprivate func wasOff(at instant: Instant?) -> Bool {
    guard let instant, let decision = approval.decision else { return false }
    return decision.at <= instant
  }
}

extension BookingDraft {
  /// The appointment that is moved, if it holds a slot already.
  fileprivate func standing(in store: ReadTransaction) throws(CallbookError) -> Appointment? {
    guard let moved else { return nil }
    let appointment = try store.appointment(moved)
    return appointment.state.isActive ? appointment : nil
  }
}

extension ReadTransaction {
  /// 黑名单 (DOMAIN C1).
  fileprivate func isBlocked(_ contact: ContactID) throws(CallbookError) -> Bool {
    try sql.first(
      "SELECT status = 'blocked' FROM contact WHERE id = ?", { $0.bind(contact) },
      { $0.boolean(0) }) ?? false
  }
}

extension AppointmentSpan {
  fileprivate func overlaps(_ absence: Absence) -> Bool {
    absence.from < end && absence.until.map { start < $0 } ?? true
  }
}

extension BookingRefusal {
  /// With the reason, the expected date and the alternative (DOMAIN B2).
  fileprivate init(_ off: BookingOff, _ calendar: WorkCalendar) {
    let plan = off.plan
    let until = off.onAgain.map { "until \(calendar.text($0))" } ?? "until further notice"
    let alternative = plan.alternative.map { "; instead: \($0)" } ?? ""
    var details: [String: CallbookError.Detail] = [
      "booking_off": .text(off.id.description), "why": .text(plan.reason),
    ]
    details["until"] = off.onAgain.map { .text($0.description) }
    details["alternative"] = plan.alternative.map { .text($0) }
    self.init(
      .bookingOff, "/start", "booking is off \(until) (\(off.id)): \(plan.reason)\(alternative)",
      details: details)
  }
}
