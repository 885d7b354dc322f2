import CallbookModel
import Testing

/// The state machine over its full table: what is not listed is refused by name.
struct CallbackTransitionTests {
  /// Everything that can be asked, and where it leads from each state; nil where it is refused.
  private struct Step: Sendable {
    let name: String
    let word: String
    let leads: @Sendable (Callback.State) -> Callback.State?
    let take: @Sendable (inout Callback, CallbackRules) throws -> Void
  }

  private static let points = [TestCallback.phone(1)]
  private static let later = TestCallback.instant("2026-06-01T10:00:00+08:00")
  private static let end = Callback.End(at: TestCallback.start, user: "carol", note: "n")

  private static func attempt(
    _ outcome: CallbackAttempt.Outcome, to state: Callback.State
  ) -> Step {
    let until = outcome == .callLater ? later : nil
    return Step(name: outcome.rawValue, word: "attempted", leads: { $0.isOpen ? state : nil }) {
      callback, rules in
      _ = try callback.attempt(
        TestCallback.attempt(outcome, until: until), among: points, rules)
    }
  }

  private static let steps: [Step] = [
    attempt(.noAnswer, to: .trying), attempt(.busy, to: .trying),
    attempt(.wrongNumber, to: .trying), attempt(.callLater, to: .trying),
    attempt(.refused, to: .refused),
    Step(
      name: "reached", word: "completed",
      leads: { $0.isOpen || $0 == .exhausted ? .done : nil },
      take: { callback, rules in
        _ = try callback.attempt(TestCallback.attempt(.reached), among: points, rules)
      }),
    Step(
      name: "satisfy", word: "satisfied",
      leads: { $0.isOpen || $0 == .exhausted ? .satisfied : nil },
      take: { callback, rules in try callback.satisfy(end, rules) }),
    Step(
      name: "snooze", word: "snoozed", leads: { $0.isOpen ? $0 : nil },
      take: { callback, rules in
        try callback.snooze(until: later, at: TestCallback.start, among: points, rules)
      }),
    Step(
      name: "reassign", word: "reassigned", leads: { $0.isOpen ? $0 : nil },
      take: { callback, rules in try callback.reassign(to: "carol", rules) }),
    Step(
      name: "withdraw", word: "withdrawn", leads: { $0.isOpen ? .withdrawn : nil },
      take: { callback, rules in try callback.withdraw(end, rules) }),
  ]

  @Test(arguments: Callback.State.allCases)
  func `every step from every state leads on or is refused by name`(
    _ state: Callback.State
  ) throws {
    let rules = try TestCallback.rules()
    for step in Self.steps {
      let before = try TestCallback.inState(state, rules)
      #expect(before.state == state)
      var after = before
      guard let next = step.leads(state) else {
        let error = #expect(throws: CallbookError.self, "\(step.name) from \(state)") {
          try step.take(&after, rules)
        }
        #expect(error?.reason == .wrongState && error?.hint == "callbook callback get k31")
        let message = error?.message ?? ""
        #expect(message.hasPrefix("k31 was ") && message.contains("on 2026-05-06; "), "\(message)")
        #expect(message.hasSuffix("callback cannot be \(step.word)"), "\(message)")
        #expect(after == before, "a step that is refused changes nothing")
        continue
      }
      try step.take(&after, rules)
      #expect(after.state == next, "\(step.name) from \(state)")
      #expect(after.state.isOpen == (after.next != nil) && after.state.isOpen == (after.end == nil))
    }
  }

  @Test func `a refusal says what happened, when, and what cannot be done`() throws {
    let rules = try TestCallback.rules()
    var withdrawn = try TestCallback.inState(.withdrawn, rules)
    let error = #expect(throws: CallbookError.self) {
      _ = try withdrawn.attempt(TestCallback.attempt(.busy), among: Self.points, rules)
    }
    #expect(
      error?.message
        == "k31 was withdrawn on 2026-05-06; a withdrawn callback cannot be attempted")
  }

  /// EXPECTATIONS 10: a reversal withdraws one that nobody has begun, never another.
  @Test(arguments: Callback.State.allCases)
  func `only what nobody has begun is taken back with its event`(_ state: Callback.State) throws {
    let before = try TestCallback.inState(state, TestCallback.rules())
    var after = before
    let isTaken = after.retract(at: TestCallback.start, user: nil)
    #expect(isTaken == (state == .planned))
    #expect(isTaken ? after.end?.cause == .reversed : after == before)
  }

  @Test func `what was withdrawn for a double goes on where it stood, and nothing else does`()
    throws
  {
    let rules = try TestCallback.rules()
    for state in Callback.State.allCases {
      let before = try TestCallback.inState(state, rules)
      var after = before
      let isAbsorbed = after.absorb(at: TestCallback.start, user: nil)
      #expect(isAbsorbed == state.isOpen)
      guard isAbsorbed, let next = before.next else { continue }
      after.resume(as: before.state, next: next)
      #expect(after.state == before.state && after.next == next && after.end == nil)
      var withdrawn = try TestCallback.inState(.withdrawn, rules)
      withdrawn.resume(as: .planned, next: next)
      #expect(withdrawn.state == .withdrawn)
    }
  }

  /// EXPECTATIONS 11: a hand-over keeps stage, count and due time.
  @Test func `whoever takes it over finds it as it stood`() throws {
    let rules = try TestCallback.rules()
    let before = try TestCallback.inState(.trying, rules)
    var after = before
    try after.reassign(to: "carol", rules)
    #expect(after.assignee == "carol")
    #expect(
      (after.state, after.due, after.next, after.attempts)
        == (before.state, before.due, before.next, before.attempts))
  }

  @Test func `a snooze goes forward only`() throws {
    let rules = try TestCallback.rules()
    var callback = TestCallback.planned(due: Self.later)
    let earlier = TestCallback.instant("2026-05-07T10:00:00+08:00")
    let error = #expect(throws: CallbookError.self) {
      try callback.snooze(
        until: earlier, at: TestCallback.start, among: Self.points, rules)
    }
    #expect(error?.violations.map(\.pointer) == ["/until"])
    let saturday = TestCallback.instant("2026-06-06T10:00:00+08:00")
    try callback.snooze(until: saturday, at: TestCallback.start, among: Self.points, rules)
    #expect(callback.next == TestCallback.instant("2026-06-08T09:00:00+08:00"))
    #expect(callback.due == Self.later, "what is due stays due")
  }
}
