import CallbookModel
import CallbookStore

extension BookingCheck {
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
    let free =
      refused.contains { $0.refusal.isAtAnyTime } ? [] : try free(instead: draft, rules)
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
      hint: hint(for: draft, refused, caller),
      violations: refused.map { Violation($0.refusal.pointer, $0.refusal.message) },
      details: details)
  }

  private func hint(
    for draft: BookingDraft, _ refused: [(check: BookingCheck, refusal: BookingRefusal)],
    _ caller: Caller
  ) -> String {
    let mayOverride = refused.allSatisfy { $0.check.mayOverride(caller) }
    let mayManager = refused.allSatisfy { $0.check.firmness != .absolute }
    guard !mayOverride, mayManager, refused.contains(where: { $0.refusal.isAtAnyTime }) else {
      return draft.hint(mayOverride: mayOverride)
    }
    return "ask a manager to type: \(draft.hint(mayOverride: true))"
  }

  private func free(
    instead draft: BookingDraft, _ rules: BookingRules
  ) throws(CallbookError) -> [AppointmentSpan] {
    let earliest = max(draft.span.start, try rules.earliest(at: draft.now))
    let window = AppointmentSpan(
      from: earliest,
      to: min(earliest.advanced(byMilliseconds: Self.offeredWithin), rules.latest(at: draft.now)))
    guard window.start < window.end else { return [] }
    let search = SlotSearch(
      minutes: draft.span.minutes, assignee: draft.assignee, contact: draft.contact,
      place: draft.place, kind: draft.kind, window: window, moved: draft.moved)
    return try freeSlots(search, rules, limit: Self.offered)
  }
}

extension BookingDraft {
  /// What to type after a refusal: the same with a reason, or what shows the free slots.
  func hint(mayOverride: Bool) -> String {
    let circumstances =
      (assignee.map { ["--assignee \($0)"] } ?? []) + (place.map { ["--place \($0.name)"] } ?? [])
    let duration = ["--duration-minutes \(span.minutes)"]
    guard mayOverride else {
      return (["callbook appointment slots"] + duration + circumstances).joined(separator: " ")
    }
    let start = ["--start \(span.start)"]
    let what =
      moved.map { ["callbook appointment move \($0)"] }
      ?? ["callbook appointment book \(contact) --kind \(kind.rawValue)"]
    return (what + start + duration + circumstances + ["--override WHY"]).joined(separator: " ")
  }
}
