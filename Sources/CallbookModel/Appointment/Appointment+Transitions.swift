extension Appointment {
  /// The customer said that they come, and so knows when.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func confirm() throws(CallbookError) {
    guard state == .booked else { throw refusal(of: .confirm) }
    state = .confirmed
    tellAt = nil
  }

  /// It took place.
  ///
  /// - Throws: `WRONG_STATE`, also before its start.
  package mutating func complete(at now: Instant) throws(CallbookError) {
    try requireBegun(.complete, at: now)
    finish(.completed)
  }

  /// Somebody did not come.
  ///
  /// - Throws: `WRONG_STATE`, also before its start.
  package mutating func noShow(by party: Party, at now: Instant) throws(CallbookError) {
    try requireBegun(.noShow, at: now)
    finish(.noShow)
    noShowBy = party
  }

  /// Agrees on another time, place or both; whoever was to be there stays unless somebody else is
  /// named. It has to be confirmed again.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func move(
    to span: AppointmentSpan, place: PlaceName?, assignee: String?, override: String?,
    at now: Instant
  ) throws(CallbookError) {
    try requireActive(.move)
    state = .booked
    if assignee != self.assignee { assignedAt = now }
    (start, end, durationMinutes) = (span.start, span.end, span.minutes)
    (self.place, self.assignee, self.override) = (place, assignee, override)
    noteException()
    arrange(at: now)
  }

  /// Nobody agreed with the customer on the time that it has now.
  package mutating func requireTelling(since now: Instant) { tellAt = now }

  /// Moves it back to where it was. A customer who was told of the other time is told again; one who was
  /// not knows of nothing.
  ///
  /// - Throws: `WRONG_STATE`, also when it was confirmed where it is, or that time has begun.
  package mutating func moveBack(to before: Whereabouts, at now: Instant) throws(CallbookError) {
    guard state == .booked else { throw refusal(of: .moveBack) }
    guard before.span.start > now else {
      throw CallbookError(
        .wrongState, "\(id) was at \(before.span.start), which is past: it cannot be moved back",
        hint: "callbook appointment get \(id)")
    }
    let wasTold = toldAt != nil
    (start, end, durationMinutes) = (before.span.start, before.span.end, before.span.minutes)
    arrange(at: now)
    state = wasTold ? .booked : before.state
    (tellAt, toldAt) = wasTold ? (now, nil) : (before.tellAt, before.toldAt)
  }

  /// Hands it to somebody else, as it stands.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func reassign(
    to user: String?, override: String? = nil, at now: Instant
  ) throws(CallbookError) {
    try requireActive(.reassign)
    guard user != assignee else { return }
    (assignee, assignedAt) = (user, now)
    noteException()
    keepOverride(override)
  }

  /// Goes on in another series, as an occurrence of that.
  package mutating func carry(to series: SeriesID, as occurrence: Instant) {
    (self.series, self.occurrence) = (series, occurrence)
  }

  /// Goes on in another series, at the time and place and with whom that has it: it is to be confirmed
  /// again only where it is moved.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func follow(
    _ series: SeriesID, as occurrence: Instant, at span: AppointmentSpan, place: PlaceName?,
    assignee: String?, at now: Instant
  ) throws(CallbookError) {
    carry(to: series, as: occurrence)
    if span == self.span, place == self.place {
      try reassign(to: assignee, at: now)
    } else {
      try move(to: span, place: place, assignee: assignee, override: nil, at: now)
    }
    isException = nil
  }

  /// The customer was told when it is, or that it was cancelled where that is still to be said.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func tell(at now: Instant) throws(CallbookError) {
    guard state.isActive || state == .cancelled && tellAt != nil else { throw refusal(of: .tell) }
    (tellAt, toldAt) = (nil, now)
  }

  /// - Parameter telling: since when the customer has to be told; nil for one who knows.
  /// - Throws: `WRONG_STATE`.
  package mutating func cancel(
    _ cancellation: Cancellation, telling: Instant?
  ) throws(CallbookError) {
    try requireActive(.cancel)
    finish(.cancelled)
    self.cancellation = cancellation
    (tellAt, toldAt) = (telling, nil)
    sequence += 1
  }

  /// Brings back what was cancelled, at the time that it had: whoever asks for it checks the slot again.
  /// A customer who was told that it is cancelled is told of it again.
  ///
  /// - Throws: `WRONG_STATE`, also once its time has begun.
  package mutating func reinstate(at now: Instant) throws(CallbookError) {
    guard state == .cancelled else { throw refusal(of: .reinstate) }
    guard start > now else { throw tooLate(.reinstate) }
    let wasTold = toldAt != nil
    state = .booked
    cancellation = nil
    arrange(at: now)
    if wasTold { requireTelling(since: now) }
  }

  /// Against which rule it was brought back, and why.
  package mutating func keepOverride(_ reason: String?) {
    if let reason { override = reason }
  }

  private mutating func noteException() {
    if series != nil { isException = true }
  }

  private mutating func arrange(at now: Instant) {
    sequence += 1
    arrangedAt = now
    (tellAt, toldAt) = (nil, nil)
  }

  private mutating func finish(_ state: State) {
    self.state = state
    tellAt = nil
  }
}
