package import CallbookModel

/// How the occurrences of a series become appointments.
extension WriteTransaction {
  /// Books the next occurrences as far as the horizon reaches, each once: on the series' time, else at the
  /// next one that will do. One for which there is none is left out and put on record.
  ///
  /// - Parameter most: how many at once.
  /// - Returns: the series as it is then; its reminders are not planned yet.
  package func extend(_ old: Series, most: Int) throws(CallbookError) -> Series {
    let rules = bookingRules
    let latest = rules.latest(at: at)
    var series = old
    var notes: [FieldChange] = []
    for _ in 0..<most {
      guard series.nextDay != nil,
        let start = series.occurrence(series.reached, rules.calendar), start < latest
      else { break }
      let checks = try book(start, of: series, rules)
      if !checks.isEmpty {
        notes.append(
          FieldChange(
            "skipped/\(rules.calendar.text(start))", before: nil,
            after: checks.joined(separator: " ")))
      }
      try series.advance()
    }
    return try write(series, over: old, event: "series.extended", notes: notes)
  }

  /// Books the next one.
  ///
  /// - Returns: what was in its way, where it was not booked.
  private func book(
    _ start: Instant, of series: Series, _ rules: BookingRules
  ) throws(CallbookError) -> [String] {
    // One that was taken over from the series before, moved or not.
    if let known = try appointments(of: series.id, from: start, limit: 1).first,
      known.occurrence == start
    {
      return []
    }
    let (span, checks) = try slot(series.reached, of: series)
    guard let span else {
      try skip(start, of: series, checks)
      return checks
    }
    try insert(
      Appointment(
        id: nextAppointmentID(), uuid: newUniqueID(), kind: series.kind, contact: series.contact,
        span: span, place: series.plan.place, assignee: series.plan.assignee,
        terminal: series.plan.terminal, channel: .counter, note: series.plan.note,
        series: series.id, occurrence: start, bookedBy: series.addedBy, createdAt: at),
      notes: checks.map { check in
        FieldChange(
          "deferred/\(check)", before: rules.calendar.text(start),
          after: rules.calendar.text(span.start))
      })
    return []
  }

  private func skip(
    _ start: Instant, of series: Series, _ checks: [String]
  ) throws(CallbookError) {
    try sql.execute("INSERT INTO series_skip (series, occurrence, checks, at) VALUES (?, ?, ?, ?)")
    { row in
      row.bind(series.id)
      row.bind(start)
      row.bind(checks.joined(separator: " "))
      row.bind(at)
    }
  }

  /// When one of a series can take place: at its time, else at the next time of the same day that can be
  /// booked, else, where the shop is closed at its time, on one of the days that follow.
  ///
  /// - Parameter moved: the appointment that it has already.
  /// - Returns: nil where it cannot; and what was in the way of its own time.
  package func slot(
    _ number: Int, of series: Series, moved: AppointmentID? = nil
  ) throws(CallbookError) -> (span: AppointmentSpan?, checks: [String]) {
    let rules = bookingRules
    guard let day = series.day(number) else { return (nil, []) }
    let place = try series.plan.place.map { name throws(CallbookError) in try self.place(name) }
    let (span, checks) = try slot(on: day, of: series, at: place, rules, moved: moved)
    guard span == nil, checks.contains(BookingCheck.outsideHours.name) else {
      return (span, checks)
    }
    for day in series.daysAfter(number, most: rules.policy.seriesDeferDays)
    where rules.calendar.isWorking(on: day) {
      if let span = try slot(on: day, of: series, at: place, rules, moved: moved).span {
        return (span, checks)
      }
    }
    return (nil, checks)
  }

  private func slot(
    on day: CalendarDate, of series: Series, at place: Place?, _ rules: BookingRules,
    moved: AppointmentID?
  ) throws(CallbookError) -> (span: AppointmentSpan?, checks: [String]) {
    let wanted = AppointmentSpan(
      from: rules.calendar.instant(on: day, at: series.plan.time.minute),
      minutes: series.plan.durationMinutes)
    let checks = try refusals(
      series.draft(wanted, at: place, moved: moved, now: at), rules, BookingCheck.ofOccurrence)
    if checks.isEmpty { return (wanted, []) }
    return (try later(wanted, of: series, at: place, rules, moved: moved), checks)
  }

  /// The next time of the same day that can be booked. One that passed while nobody could book it is
  /// not made up for: the customer expected somebody then.
  private func later(
    _ wanted: AppointmentSpan, of series: Series, at place: Place?, _ rules: BookingRules,
    moved: AppointmentID?
  ) throws(CallbookError) -> AppointmentSpan? {
    guard wanted.start > at else { return nil }
    let day = rules.calendar.zone.local(wanted.start).date
    let window = AppointmentSpan(
      from: max(wanted.start, try rules.earliest(at: at)),
      to: rules.calendar.instant(on: day.advanced(byDays: 1), at: 0))
    guard window.start < window.end else { return nil }
    let search = SlotSearch(
      minutes: wanted.minutes, assignee: series.plan.assignee, contact: series.contact,
      place: place, kind: series.kind, window: window, moved: moved)
    guard let slot = try freeSlots(search, rules, limit: 1).first,
      try refusals(
        series.draft(slot, at: place, moved: moved, now: at), rules, BookingCheck.ofOccurrence
      ).isEmpty
    else { return nil }
    return slot
  }

  /// The names of the checks that a booking does not pass.
  package func refusals(
    _ draft: BookingDraft, _ rules: BookingRules, _ checks: [BookingCheck]
  ) throws(CallbookError) -> [String] {
    var names: [String] = []
    for check in checks where try check.refusal(draft, self, rules) != nil {
      names.append(check.name)
    }
    return names
  }
}

extension Series {
  /// One of its occurrences as the checks look at it.
  fileprivate func draft(
    _ span: AppointmentSpan, at place: Place?, moved: AppointmentID?, now: Instant
  ) -> BookingDraft {
    BookingDraft(
      contact: contact, kind: kind, span: span, place: place, assignee: plan.assignee,
      moved: moved, now: now)
  }
}
