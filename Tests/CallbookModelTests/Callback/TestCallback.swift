import CallbookModel
import CallbookTesting

/// Callbacks of a made-up contact under rules that a test names.
enum TestCallback {
  static let start = instant("2026-05-06T10:00:00+08:00")

  static func instant(_ text: String) -> Instant {
    Instant(text) ?? Instant(millisecondsSince1970: 0)
  }

  /// Mainland China's holidays, 9 to 18 o'clock from Monday to Friday.
  static func rules(_ change: (inout Policy) -> Void = { _ in }) throws -> CallbackRules {
    var policy = Policy()
    change(&policy)
    return CallbackRules(
      policy: policy,
      calendar: WorkCalendar(
        zone: try MachineZones.rules("Asia/Shanghai"), week: .usual, years: WorkYear.shipped,
        days: [:], revision: 1))
  }

  static func planned(due: Instant = start) -> Callback {
    Callback(
      id: CallbackID(31), uuid: UniqueID(high: 0, low: 31), contact: ContactID(1),
      assignee: "bob", due: due, next: due, createdAt: start)
  }

  static func phone(
    _ id: Int64, _ rank: ContactPoint.Rank = .primary, isPreferred: Bool = false,
    doNotUse: Bool = false, consent: ContactPoint.Consent = .unknown, quiet: String? = nil
  ) -> ContactPoint {
    ContactPoint(
      id: PointID(id), kind: .phone, value: "\(id)", normal: "\(id)", rank: rank,
      isPreferred: isPreferred, consent: consent, doNotUse: doNotUse,
      quietHours: quiet.flatMap { QuietHours($0) })
  }

  static func attempt(
    _ outcome: CallbackAttempt.Outcome, at: Instant = start, point: Int64? = 1,
    until: Instant? = nil
  ) -> CallbackAttempt {
    CallbackAttempt(
      at: at, user: "bob", point: point.map { PointID($0) }, outcome: outcome, until: until)
  }

  /// One in each state, by what leads there.
  static func inState(_ state: Callback.State, _ rules: CallbackRules) throws -> Callback {
    var callback = planned()
    let end = Callback.End(at: start, user: "bob")
    let points = [phone(1)]
    switch state {
    case .planned: break
    case .trying: _ = try callback.attempt(attempt(.noAnswer), among: points, rules)
    case .done: _ = try callback.attempt(attempt(.reached), among: points, rules)
    case .satisfied: try callback.satisfy(end, rules)
    case .refused: _ = try callback.attempt(attempt(.refused), among: points, rules)
    case .withdrawn: try callback.withdraw(end, rules)
    case .exhausted:
      for _ in 1...rules.policy.callbackMostAttempts {
        _ = try callback.attempt(attempt(.noAnswer), among: points, rules)
      }
    }
    return callback
  }
}
