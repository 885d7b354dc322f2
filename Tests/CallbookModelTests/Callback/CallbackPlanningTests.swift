import CallbookModel
import Testing

/// Which number is called next, when, and when it ends (EXPECTATIONS 7 and 11).
struct CallbackPlanningTests {
  private func instant(_ text: String) -> Instant { TestCallback.instant(text) }

  @Test func `the next attempt uses the next number, in working time, and the last ends it once`()
    throws
  {
    let rules = try TestCallback.rules {
      $0.callbackMostAttempts = 3
      $0.callbackBackOffMinutes = [60, 240]
    }
    let points = [TestCallback.phone(3, .backup), TestCallback.phone(1), TestCallback.phone(2)]
    var callback = TestCallback.planned()
    try callback.settle(among: points, rules)
    #expect(callback.nextPoint == PointID(1))
    let calls = [
      ("2026-05-06T17:30:00+08:00", 1, "2026-05-07T09:30:00+08:00", 2),
      ("2026-05-07T16:00:00+08:00", 2, "2026-05-08T11:00:00+08:00", 3),
    ]
    for (at, point, next, nextPoint) in calls {
      let told = try callback.attempt(
        TestCallback.attempt(.noAnswer, at: instant(at), point: Int64(point)), among: points, rules)
      #expect(told == [])
      #expect(callback.next == instant(next) && callback.nextPoint == PointID(Int64(nextPoint)))
    }
    let last = instant("2026-05-08T11:00:00+08:00")
    let told = try callback.attempt(
      TestCallback.attempt(.busy, at: last, point: 3), among: points, rules)
    #expect(told == .escalation && callback.state == .exhausted && callback.end?.at == last)
    #expect(throws: CallbookError.self) {
      _ = try callback.attempt(TestCallback.attempt(.busy, at: last), among: points, rules)
    }
  }

  @Test func `only calls that reached nobody count`() throws {
    let rules = try TestCallback.rules { $0.callbackMostAttempts = 2 }
    let points = [TestCallback.phone(1)]
    var callback = TestCallback.planned()
    let later = instant("2026-05-07T15:00:00+08:00")
    for _ in 1...5 {
      _ = try callback.attempt(
        TestCallback.attempt(.callLater, until: later), among: points, rules)
      #expect(callback.state == .trying && callback.next == later && callback.misses == 0)
      try callback.snooze(
        until: later.advanced(byMilliseconds: 60_000), at: TestCallback.start, among: points, rules)
    }
    _ = try callback.attempt(TestCallback.attempt(.noAnswer), among: points, rules)
    #expect(callback.state == .trying && callback.misses == 1)
  }

  @Test func `a wrong number is not called again until it was corrected, and opens a review`()
    throws
  {
    let rules = try TestCallback.rules()
    let points = [TestCallback.phone(1), TestCallback.phone(2, .backup)]
    var callback = TestCallback.planned()
    let told = try callback.attempt(
      TestCallback.attempt(.wrongNumber, point: 1), among: points, rules)
    #expect(told == .review && callback.nextPoint == PointID(2))
    _ = try callback.attempt(TestCallback.attempt(.noAnswer, point: 2), among: points, rules)
    #expect(callback.nextPoint == PointID(2), "the wrong one's turn is skipped")
    callback.setAttempts([
      CallbackAttempt(
        at: TestCallback.start, user: nil, point: PointID(1), outcome: .wrongNumber,
        isCorrected: true)
    ])
    #expect(callback.numbers(among: points).map(\.id) == [PointID(2), PointID(1)])
  }

  @Test func `the last attempt may be a wrong number`() throws {
    let rules = try TestCallback.rules { $0.callbackMostAttempts = 1 }
    var callback = TestCallback.planned()
    let told = try callback.attempt(
      TestCallback.attempt(.wrongNumber), among: [TestCallback.phone(1)], rules)
    #expect(told == [.review, .escalation])
  }

  @Test func `preferred, primary, backup; never what is not to be used`() {
    let points = [
      TestCallback.phone(1, .backup), TestCallback.phone(2), TestCallback.phone(3, doNotUse: true),
      TestCallback.phone(4, .backup, isPreferred: true), TestCallback.phone(5, consent: .refused),
    ]
    let numbers = TestCallback.planned().numbers(among: points)
    #expect(numbers.map(\.id.number) == [4, 2, 1])
  }

  @Test func `where the customer asked to be called later is where they are called`() throws {
    let rules = try TestCallback.rules()
    let points = [TestCallback.phone(1), TestCallback.phone(2, .backup)]
    var callback = TestCallback.planned()
    _ = try callback.attempt(
      TestCallback.attempt(.callLater, point: 1, until: instant("2026-05-07T15:00:00+08:00")),
      among: points, rules)
    #expect(callback.nextPoint == PointID(1))
  }

  @Test(arguments: [
    ("12:00-14:00", "2026-05-06T12:30:00+08:00", "2026-05-06T14:00:00+08:00", 1),
    ("16:00-10:00", "2026-05-06T17:00:00+08:00", "2026-05-07T10:00:00+08:00", 1),
    // All opening hours: another number is called, and it is called at once.
    ("08:00-20:00", "2026-05-06T12:30:00+08:00", "2026-05-06T12:30:00+08:00", 2),
  ]) func `quiet hours are kept`(
    _ quiet: String, _ earliest: String, _ at: String, _ point: Int64
  ) throws {
    let points = [TestCallback.phone(1, quiet: quiet), TestCallback.phone(2, .backup)]
    let call = try TestCallback.planned().call(
      notBefore: instant(earliest), among: points, TestCallback.rules().calendar)
    #expect(call.at == instant(at) && call.number?.id == PointID(point))
  }

  @Test func `without a number it stays to be done in working time`() throws {
    let call = try TestCallback.planned().call(
      notBefore: instant("2026-05-09T20:00:00+08:00"), among: [], TestCallback.rules().calendar)
    #expect(call.number == nil && call.at == instant("2026-05-11T09:00:00+08:00"))
  }

  @Test func `the last wait of the policy holds for all further ones`() {
    var policy = Policy()
    policy.callbackBackOffMinutes = [10, 20]
    #expect((1...4).map(policy.callbackBackOff) == [10, 20, 20, 20])
  }
}
