/// By what a callback's times are reckoned.
package struct CallbackRules: Sendable {
  package let policy: Policy
  package let calendar: WorkCalendar

  package init(policy: Policy, calendar: WorkCalendar) {
    self.policy = policy
    self.calendar = calendar
  }
}

extension Callback {
  /// What a change of it asks others to do.
  package struct Consequences: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// The contact's details are wrong: they are to be reviewed at once.
    package static let review = Self(rawValue: 1)
    /// Nobody could be reached: a manager is told, once.
    package static let escalation = Self(rawValue: 2)
  }

  /// Puts a call on record, reached or not, and plans the next one.
  ///
  /// - Parameter points: those of the contact.
  /// - Throws: `WRONG_STATE`.
  package mutating func attempt(
    _ attempt: CallbackAttempt, among points: [ContactPoint], _ rules: CallbackRules
  ) throws(CallbookError) -> Consequences {
    if attempt.outcome == .reached {
      try requireUnfinished(.complete, rules)
    } else {
      try requireOpen(.attempt, rules)
    }
    attempts.append(attempt)
    let ended = End(at: attempt.at, user: attempt.user)
    let review: Consequences = attempt.outcome == .wrongNumber ? [.review] : []
    switch attempt.outcome {
    case .reached: finish(.done, ended)
    case .refused: finish(.refused, ended)
    case .callLater:
      state = .trying
      try plan(notBefore: attempt.until ?? attempt.at, among: points, rules)
    case .noAnswer, .busy, .wrongNumber:
      guard misses < rules.policy.callbackMostAttempts else {
        finish(.exhausted, ended)
        return review.union(.escalation)
      }
      state = .trying
      let earliest = try rules.calendar.adding(
        workingMinutes: rules.policy.callbackBackOff(after: misses), to: attempt.at)
      try plan(notBefore: earliest.instant, among: points, rules)
    }
    return review
  }

  /// The customer called in.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func satisfy(_ end: End, _ rules: CallbackRules) throws(CallbookError) {
    try requireUnfinished(.satisfy, rules)
    finish(.satisfied, end)
  }

  /// Puts the next attempt off; what is due stays due when it was.
  ///
  /// - Throws: `WRONG_STATE`, `INVALID_PARAMS` for a time that is not later.
  package mutating func snooze(
    until: Instant, at now: Instant, among points: [ContactPoint], _ rules: CallbackRules
  ) throws(CallbookError) {
    try requireOpen(.snooze, rules)
    let planned = max(next ?? due, now)
    guard until > planned else {
      throw CallbookError(
        .invalidParams, "\(id) is to be called at \(planned) anyway: put it off to a later time",
        hint: "callbook callback get \(id)",
        violations: [Violation("/until", "must be later than the next attempt")])
    }
    try plan(notBefore: until, among: points, rules)
  }

  /// Hands it to somebody else, as it stands.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func reassign(
    to user: String?, _ rules: CallbackRules
  ) throws(CallbookError) {
    try requireOpen(.reassign, rules)
    assignee = user
  }

  /// - Throws: `WRONG_STATE`.
  package mutating func withdraw(_ end: End, _ rules: CallbackRules) throws(CallbookError) {
    try requireOpen(.withdraw, rules)
    finish(.withdrawn, end)
  }

  /// What it was planned for did not happen after all.
  ///
  /// - Returns: false when somebody has begun: then it stays.
  package mutating func retract(at: Instant, user: String?) -> Bool {
    guard state == .planned else { return false }
    finish(.withdrawn, End(at: at, user: user, cause: .reversed))
    return true
  }

  /// Another one is for the same customer and matter.
  ///
  /// - Returns: false when it has ended already.
  package mutating func absorb(at: Instant, user: String?) -> Bool {
    guard state.isOpen else { return false }
    finish(.withdrawn, End(at: at, user: user, cause: .merged))
    return true
  }

  /// Something else asks for the same call earlier.
  package mutating func hasten(
    to due: Instant, among points: [ContactPoint], _ rules: CallbackRules
  ) throws(CallbookError) {
    guard state == .planned, due < self.due else { return }
    self.due = due
    try plan(notBefore: min(due, next ?? due), among: points, rules)
  }

  /// It was withdrawn for a double which has gone its own way since.
  package mutating func resume(as state: State, next: Instant) {
    guard end?.cause == .merged else { return }
    self.state = state
    self.next = next
    end = nil
  }

  /// Finds the first time at which a number of the contact may be called.
  package mutating func settle(
    among points: [ContactPoint], _ rules: CallbackRules
  ) throws(CallbookError) {
    guard state.isOpen else { return }
    try plan(notBefore: next ?? due, among: points, rules)
  }

  private mutating func plan(
    notBefore earliest: Instant, among points: [ContactPoint], _ rules: CallbackRules
  ) throws(CallbookError) {
    let call = try call(notBefore: earliest, among: points, rules.calendar)
    (next, nextPoint) = (call.at, call.number?.id)
  }

  /// How often a call reached nobody.
  package var misses: Int { attempts.count(where: \.outcome.isMiss) }

  private mutating func finish(_ state: State, _ end: End) {
    self.state = state
    self.end = end
    (next, nextPoint) = (nil, nil)
  }
}

extension Policy {
  /// Working minutes to wait after so many calls that reached nobody.
  ///
  /// - Parameter misses: from 1.
  package func callbackBackOff(after misses: Int) -> Int {
    let place = max(0, min(misses, callbackBackOffMinutes.count) - 1)
    return callbackBackOffMinutes.indices.contains(place) ? callbackBackOffMinutes[place] : 0
  }
}
