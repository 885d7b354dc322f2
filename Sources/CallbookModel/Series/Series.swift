/// Visits that come round (DOMAIN A2): the rule by which appointments are made, not these themselves.
///
///     active ──────── advance ─> active: the next of its occurrences was booked or left out
///     active ──────── advance ─> ended: that was the last
///     active ──────── end ─────> active: from a day to come on there are none
///     active, ended ─ end ─────> ended: the same, and none is left to be made
///     active, ended ─ resume ──> active: the end is taken back; ended, where none is left all the same
///
/// Whatever is not listed is refused by name. An occurrence is known by the instant that the series has
/// for it; what becomes of its appointment is the appointment's own (RFC 5545, RECURRENCE-ID).
package struct Series: Codable, Sendable, Equatable {
  package enum State: String, Codable, Sendable, CaseIterable {
    case active
    /// No more are made; those that were may still be to come.
    case ended
  }

  package let id: SeriesID
  package let uuid: UniqueID
  /// Grows with every change.
  package var rev: Int64
  package let kind: AppointmentKind
  package private(set) var state: State
  package var contact: ContactID
  package let plan: Plan
  /// The last day on which there may be one.
  package private(set) var until: CalendarDate?
  /// How many there are at most, those that were left out included.
  package let count: Int?
  /// The number of its first own one: those before it are of the series that it goes on with.
  package private(set) var first = 0
  /// How many of them were booked, or left out and put on record.
  package private(set) var reached: Int
  /// When it is tried again to book more of it, after that was given up for a fault; nil where there is none.
  package var retryAt: Instant?
  /// The series that it goes on with in another way.
  package let continues: SeriesID?
  /// Who added it; nil for root and the daemon's own user.
  package let addedBy: String?
  package let createdAt: Instant
  // What belongs to others and is shown with it.
  /// The contact's name.
  package var name: String?
  /// Who looks after the contact.
  package var owner: String?
  /// Whether sensitive fields were left out because of who asks (DOMAIN S4).
  package var isRedacted: Bool?

  /// What each of its appointments is like.
  package struct Plan: Codable, Sendable, Equatable {
    /// From which all days are counted.
    package var firstDay: CalendarDate
    /// By the shop's clocks, also when they are set.
    package var time: MinuteOfDay
    package var cycle: CalendarCycle
    package var durationMinutes: Int
    /// nil where they take place at the customer's.
    package var place: PlaceName?
    /// The user name of whoever is to be there.
    package var assignee: String?
    package var terminal: String?
    package var note: String?

    package init(
      firstDay: CalendarDate, time: MinuteOfDay, cycle: CalendarCycle, durationMinutes: Int,
      place: PlaceName? = nil, assignee: String? = nil, terminal: String? = nil,
      note: String? = nil
    ) {
      self.firstDay = firstDay
      self.time = time
      self.cycle = cycle
      self.durationMinutes = durationMinutes
      self.place = place
      self.assignee = assignee
      self.terminal = terminal
      self.note = note
    }

    private enum CodingKeys: String, CodingKey {
      case firstDay = "first_day"
      case time, cycle
      case durationMinutes = "duration_minutes"
      case place, assignee, terminal, note
    }
  }

  package init(
    id: SeriesID, uuid: UniqueID, rev: Int64 = 1, kind: AppointmentKind, state: State = .active,
    contact: ContactID, plan: Plan, until: CalendarDate? = nil, count: Int? = nil,
    first: Int = 0, reached: Int = 0, continues: SeriesID? = nil, addedBy: String?,
    createdAt: Instant
  ) {
    self.id = id
    self.uuid = uuid
    self.rev = rev
    self.kind = kind
    self.state = state
    self.contact = contact
    self.plan = plan
    self.until = until
    self.count = count
    self.first = first
    self.reached = reached
    self.continues = continues
    self.addedBy = addedBy
    self.createdAt = createdAt
  }

  private enum CodingKeys: String, CodingKey {
    case id, rev, kind, state, contact, name, owner, plan, until, count, reached, continues
    case retryAt = "retry_at"
    case addedBy = "added_by"
    case createdAt = "created_at"
    case uuid
    case isRedacted = "redacted"
  }
}

extension Series {
  /// How many there may be.
  package static let counts = 1...9999

  /// The day of one of its occurrences, counted from 0.
  ///
  /// - Returns: nil where the series is over by then, or the calendar.
  package func day(_ number: Int) -> CalendarDate? {
    guard number >= 0, count.map({ number < $0 }) ?? true else { return nil }
    let day = plan.cycle.occurrence(number, from: plan.firstDay)
    guard until.map({ day <= $0 }) ?? true else { return nil }
    return number == 0 || day > plan.cycle.occurrence(number - 1, from: plan.firstDay) ? day : nil
  }

  /// When one of them is, by which it is known. Where clocks are set forward over its time, it is the
  /// first instant after that.
  package func occurrence(_ number: Int, _ calendar: WorkCalendar) -> Instant? {
    day(number).map { calendar.instant(on: $0, at: plan.time.minute) }
  }

  /// The number of the first of its own on that day or later.
  package func number(notBefore day: CalendarDate) -> Int? {
    var (low, high) = (first, first + 1)
    while let known = self.day(high), known < day { (low, high) = (high, high * 2) }
    // What is before the day is a beginning of all of them.
    while low < high {
      let middle = (low + high) / 2
      if let known = self.day(middle), known < day { low = middle + 1 } else { high = middle }
    }
    return self.day(low) == nil ? nil : low
  }

  /// The days to which one of its occurrences may be put off, in order: before the following one, and
  /// not after the last day of the series.
  package func daysAfter(_ number: Int, most days: Int) -> [CalendarDate] {
    guard let day = day(number), days > 0 else { return [] }
    let following = self.day(number + 1)
    return (1...Int64(days)).map(day.advanced(byDays:)).filter { other in
      other > day && following.map { other < $0 } ?? true && until.map { other <= $0 } ?? true
    }
  }

  /// The day of the next one that is neither booked nor left out.
  package var nextDay: CalendarDate? { state == .active ? day(reached) : nil }

  /// The next one was booked, or left out and put on record.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func advance() throws(CallbookError) {
    guard nextDay != nil else {
      throw CallbookError(
        .wrongState, "\(id) has ended: nothing more is booked for it",
        hint: "callbook series get \(id)")
    }
    reached += 1
    if day(reached) == nil { state = .ended }
  }

  /// From that day on there are none any more. What was over by then anyway stays as it is.
  package mutating func end(before day: CalendarDate) {
    guard number(notBefore: day) != nil else { return }
    until = day.advanced(byDays: -1)
    if self.day(reached) == nil { state = .ended }
  }

  /// Its end is taken back: it has the last day again that it had.
  package mutating func resume(until day: CalendarDate?) {
    until = day
    state = self.day(reached) == nil ? .ended : .active
  }
}

extension Series: Identified {
  package static var idLetter: Unicode.Scalar { "s" }
  package static var noun: String { "series" }
}

package typealias SeriesID = Identifier<Series>
