package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Puts a call on record that did not get through to an answer, and plans the next one (DOMAIN K2).
package struct AttemptCallback: WriteRequest, CallbackRequest {
  package static let method = "callback.attempt"
  package static let summary =
    "Puts a call on record that brought no answers, and plans the next one; callback.done has those that did."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("Nobody answered", #"{"id":"k1","outcome":"no_answer"}"#),
    RequestExample(
      "The customer asked for another time",
      #"{"id":"k1","outcome":"call_later","until":"2026-05-04T10:30:00+08:00"}"#),
  ]

  @Parameter(.positional, "The callback.") package var id: CallbackID
  @Parameter("What came of the call.") package var outcome: MissedOutcome
  @Parameter("The number that was called; the one that was to be called next when it is left out.")
  package var point: PointID?
  @Parameter("When the customer wants to be called: for call_later.")
  package var until: Instant?
  @Parameter("When the call was made; now when it is left out.") package var at: Instant?
  @Parameter("Free text.", in: 1...1000) package var note: String?
  @Parameter("Only if the callback still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, outcome, point, until, at, note
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Callback {
    try store.change(id, ifRev: ifRev, event: "callback.attempted") {
      callback, contact, rules throws(CallbookError) in
      // Whether it can be tried at all comes before how the call is described.
      try callback.requireOpen(.attempt, rules)
      let call = CallTime(at: at, now: store.at, since: callback.createdAt)
      let checked = CalledPoint(
        point, callback.nextNumber(among: contact.points)?.id, in: store)
      var violations = call.violations
      if (outcome == .callLater) != (until != nil) {
        violations.append(
          Violation(
            "/until", until == nil ? "is required for call_later" : "belongs to call_later only"))
      } else if let until, until <= call.instant {
        violations.append(Violation("/until", "must be later than the call"))
      }
      let called = try checked.point(of: contact, &violations)
      if called == nil, violations.isEmpty {
        violations.append(
          Violation("/point", "is required: \(contact.id) has no number that may be called"))
      }
      guard violations.isEmpty else {
        throw CallbookError(
          .invalidParams, "the call is not described whole", violations: violations)
      }
      let attempt = CallbackAttempt(
        at: call.instant, user: environment.caller.user, point: called, outcome: outcome.outcome,
        until: until, note: note)
      return try callback.attempt(attempt, among: contact.points, rules)
    }
  }
}

/// What can come of a call but answers.
package enum MissedOutcome: String, Codable, Sendable, CaseIterable {
  case noAnswer = "no_answer"
  case busy
  case wrongNumber = "wrong_number"
  case refused
  case callLater = "call_later"

  var outcome: CallbackAttempt.Outcome {
    switch self {
    case .noAnswer: .noAnswer
    case .busy: .busy
    case .wrongNumber: .wrongNumber
    case .refused: .refused
    case .callLater: .callLater
    }
  }
}

extension MissedOutcome: ParameterWord {
  package static var exampleValue: Self { .noAnswer }
}
