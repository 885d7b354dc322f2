extension Callback {
  /// What can be asked of a callback, as a refusal names it.
  package enum Transition: String, Sendable, CaseIterable {
    case attempt = "attempted"
    case complete = "completed"
    case satisfy = "satisfied"
    case snooze = "snoozed"
    case reassign = "reassigned"
    case withdraw = "withdrawn"
  }

  /// - Throws: `WRONG_STATE` when it has ended.
  package func requireOpen(_ transition: Transition, _ rules: CallbackRules) throws(CallbookError) {
    guard state.isOpen else { throw refusal(of: transition, rules) }
  }

  /// - Throws: `WRONG_STATE` when it has ended in another way than by giving up.
  package func requireUnfinished(_ transition: Transition, _ rules: CallbackRules)
    throws(CallbookError)
  {
    guard state.isOpen || state == .exhausted else { throw refusal(of: transition, rules) }
  }

  private func refusal(of transition: Transition, _ rules: CallbackRules) -> CallbookError {
    let (happened, ended) = state.words
    let day = end.map { " on \(rules.calendar.zone.local($0.at).date)" } ?? ""
    return CallbookError(
      .wrongState,
      "\(id) \(happened)\(day); \(ended) callback cannot be \(transition.rawValue)",
      hint: "callbook callback get \(id)")
  }
}

extension Callback.State {
  /// What happened to it, and what one is called to which that happened.
  fileprivate var words: (happened: String, ended: String) {
    switch self {
    case .planned: ("was planned", "a planned")
    case .trying: ("is being tried", "a begun")
    case .done: ("was completed", "a completed")
    case .satisfied: ("was satisfied by the customer's own call", "a satisfied")
    case .exhausted: ("was given up", "an exhausted")
    case .refused: ("was refused by the customer", "a refused")
    case .withdrawn: ("was withdrawn", "a withdrawn")
    }
  }
}
