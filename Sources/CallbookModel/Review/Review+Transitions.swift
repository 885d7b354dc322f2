/// What may become of a review:
///
///     open ──> answered     by somebody, with an outcome; for good
///     open ──> satisfied    the contact was reached otherwise; only what its cycle asked for
///     open ──> withdrawn    by its cycle it is not due any more; only what its cycle asked for
///     open <─> merged       the contact became part of another, or was parted from it
extension Review {
  /// - Parameter hasChanges: whether the contact is changed with it.
  /// - Throws: `WRONG_STATE` when it does not wait any more; what the outcome lacks.
  package mutating func answer(
    _ outcome: ReviewOutcome, _ end: End, hasChanges: Bool
  ) throws(CallbookError) {
    try requireOpen()
    var violations: [Violation] = []
    if outcome.needsReason, end.reason == nil {
      violations.append(Violation("/reason", "is required with \(outcome.rawValue)"))
    }
    if outcome.isVerification, end.how == nil {
      violations.append(Violation("/how", "is required with \(outcome.rawValue)"))
    }
    if !outcome.isVerification, end.how != nil {
      violations.append(Violation("/how", "cannot be: \(outcome.rawValue) says nobody was reached"))
    }
    if outcome.isChange != hasChanges {
      violations.append(
        Violation(
          "/outcome",
          outcome.isChange
            ? "\(outcome.rawValue) needs what was changed: edit, add, change or remove"
            : "\(outcome.rawValue) changes nothing; with changes it is corrected or contact_added"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "the answer does not fit its outcome", violations: violations)
    }
    var end = end
    end.outcome = outcome
    close(.answered, end)
  }

  /// - Returns: whether a contact that was reached is enough for it. What somebody asked for waits for
  ///   an answer.
  package mutating func satisfy(_ end: End) -> Bool {
    guard state == .open, cause == .cycle else { return false }
    close(.satisfied, end)
    return true
  }

  /// - Returns: whether it only waited because its cycle had asked for it.
  package mutating func withdraw(_ end: End) -> Bool {
    guard state == .open, cause == .cycle else { return false }
    close(.withdrawn, end)
    return true
  }

  /// Another review stands for it from now on, as early as either.
  ///
  /// - Throws: `WRONG_STATE`.
  package mutating func merge(into other: inout Review, at instant: Instant) throws(CallbookError) {
    try requireOpen()
    try other.requireOpen()
    other.due = min(due, other.due)
    if other.cause == .cycle { other.cause = cause }
    close(.merged, End(at: instant, mergedInto: other.id))
  }

  /// Waits again.
  ///
  /// - Throws: `WRONG_STATE` when it was not merged.
  package mutating func part() throws(CallbookError) {
    guard state == .merged else { throw notIn(.merged) }
    state = .open
    end = nil
  }

  private mutating func close(_ state: State, _ end: End) {
    self.state = state
    self.end = end
  }

  private func requireOpen() throws(CallbookError) {
    guard state == .open else { throw notIn(.open) }
  }

  private func notIn(_ wanted: State) -> CallbookError {
    var details: [String: CallbookError.Detail] = ["state": .text(state.rawValue)]
    if let outcome = end?.outcome { details["outcome"] = .text(outcome.rawValue) }
    let hint =
      end?.mergedInto.map { "callbook review get \($0)" } ?? "callbook contact card \(contact)"
    return CallbookError(
      .wrongState,
      "\(id) is \(state.rawValue)\(end?.outcome.map { ": \($0.rawValue)" } ?? ""), not "
        + wanted.rawValue, hint: hint, details: details)
  }
}
