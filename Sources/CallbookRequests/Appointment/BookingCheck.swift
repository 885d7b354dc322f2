import CallbookModel
import CallbookStore

/// One rule that a booking has to keep: looked at in the transaction that books.
struct BookingCheck: Sendable {
  /// Who may book against it, with a reason.
  enum Firmness: Sendable {
    /// Whoever may book.
    case soft
    /// A manager.
    case hard
    /// Nobody.
    case absolute
  }

  typealias Refusal =
    @Sendable (BookingDraft, ReadTransaction, BookingRules) throws(CallbookError)
    -> BookingRefusal?

  /// As the ledger names it when somebody booked against it.
  let name: String
  let firmness: Firmness
  let refusal: Refusal

  init(_ name: String, _ firmness: Firmness, _ refusal: @escaping Refusal) {
    self.name = name
    self.firmness = firmness
    self.refusal = refusal
  }

  func mayOverride(_ caller: Caller) -> Bool {
    switch firmness {
    case .soft: true
    case .hard: !caller.roles.isDisjoint(with: [.manager, .admin])
    case .absolute: false
    }
  }
}

/// What somebody booked against, and why.
struct BookingOverride: Sendable {
  let reason: String
  /// The names of the checks.
  let checks: [String]

  /// For the ledger, beside the reason itself.
  var notes: [FieldChange] {
    checks.map { FieldChange("overridden/\($0)", before: nil, after: "true") }
  }
}

extension WriteTransaction {
  /// Looks at all checks, so that everything that is wrong is told at once.
  ///
  /// - Parameters:
  ///   - reason: why it is to be booked all the same.
  ///   - checks: those that concern what is changed.
  /// - Returns: what was overridden; nil when nothing had to be.
  /// - Throws: `SLOT_TAKEN`, `NOT_BOOKABLE` or what else a check refuses with.
  func check(
    _ draft: BookingDraft, override reason: String?, _ caller: Caller,
    _ checks: [BookingCheck] = BookingCheck.all
  ) throws(CallbookError) -> BookingOverride? {
    let rules = bookingRules
    var refused: [(check: BookingCheck, refusal: BookingRefusal)] = []
    for check in checks {
      if let refusal = try check.refusal(draft, self, rules) { refused.append((check, refusal)) }
    }
    guard !refused.isEmpty else { return nil }
    guard let reason, refused.allSatisfy({ $0.check.mayOverride(caller) }) else {
      throw try refusal(of: draft, refused, caller, rules)
    }
    return BookingOverride(reason: reason, checks: refused.map(\.check.name))
  }

  /// How many free slots an error offers.
  private static let offered = 3
  /// How far ahead they are looked for.
  private static let offeredWithin: Int64 = 7 * 86_400_000

  private func refusal(
    of draft: BookingDraft, _ refused: [(check: BookingCheck, refusal: BookingRefusal)],
    _ caller: Caller, _ rules: BookingRules
  ) throws(CallbookError) -> CallbookError {
    let main = refused.first { !$0.check.mayOverride(caller) } ?? refused[0]
    let free = try free(instead: draft, rules)
    let times = free.map { rules.calendar.text($0.start) }
    let offer = times.isEmpty ? "" : "; free: \(times.joined(separator: ", "))"
    var details: [String: CallbookError.Detail] = [
      "checks": .list(refused.map(\.check.name)), "free": .list(free.map(\.start.description)),
    ]
    for (_, refusal) in refused { details.merge(refusal.details) { first, _ in first } }
    let taken = Set(refused.flatMap(\.refusal.taken)).sorted()
    if !taken.isEmpty { details["taken_by"] = .list(taken.map(\.description)) }
    return CallbookError(
      main.refusal.reason, main.refusal.message + offer,
      hint: draft.hint(mayOverride: refused.allSatisfy { $0.check.mayOverride(caller) }),
      violations: refused.map { Violation($0.refusal.pointer, $0.refusal.message) },
      details: details)
  }

  private func free(
    instead draft: BookingDraft, _ rules: BookingRules
  ) throws(CallbookError) -> [AppointmentSpan] {
    let earliest = max(draft.span.start, try rules.earliest(at: draft.now))
    let window = AppointmentSpan(
      from: earliest,
      to: min(earliest.advanced(byMilliseconds: Self.offeredWithin), rules.latest(at: draft.now)))
    guard window.start < window.end, draft.place?.state != .closed else { return [] }
    let search = SlotSearch(
      minutes: draft.span.minutes, assignee: draft.assignee, contact: draft.contact,
      place: draft.place, kind: draft.kind, window: window, moved: draft.moved)
    return try freeSlots(search, rules, limit: Self.offered)
  }
}

extension BookingRules {
  /// The earliest start that may be booked without a reason.
  func earliest(at now: Instant) throws(CallbookError) -> Instant {
    try calendar.adding(workingMinutes: policy.appointmentLeadMinutes, to: now).instant
  }

  /// The first instant that is too far ahead.
  func latest(at now: Instant) -> Instant {
    let today = calendar.zone.local(now).date
    return calendar.instant(
      on: today.advanced(byDays: Int64(policy.appointmentHorizonDays) + 1), at: 0)
  }
}

extension WorkCalendar {
  /// By the shop's clocks, to the minute.
  func text(_ instant: Instant) -> String { zone.local(instant).description }

  /// `from 2026-05-03 09:00 to 09:30`.
  func text(_ span: AppointmentSpan) -> String {
    let (start, end) = (zone.local(span.start), zone.local(span.end))
    let last = end.description
    return "from \(start) to \(start.date == end.date ? String(last.suffix(5)) : last)"
  }
}
