import CallbookModel
import CallbookStore

/// What the scheduler does next: a value.
///
/// It claims when something is due, when it begins and when the clock was set; else it lets some more
/// be planned again where the rules changed; else it sleeps. One thing at a time is with the writer.
struct SchedulerState {
  enum Step: Equatable {
    case claim
    case replan
    /// nil: until somebody wakes it.
    case rest(until: Instant?)
    case end
  }

  /// After a change failed, such as for want of room: it is tried again, not given up.
  static let retryMilliseconds: Int64 = 10_000

  private var isEnding = false
  private var isWithWriter = false
  /// A claim looks whether the clock is behind what was dealt with: so there is one at the start.
  private var mustClaim = true
  private var patientUntil: Instant?

  mutating func step(now: Instant, _ figures: ScheduleState.Figures) -> Step {
    if isEnding { return .end }
    if isWithWriter { return .rest(until: nil) }
    if let patientUntil, now < patientUntil { return .rest(until: patientUntil) }
    if mustClaim || figures.next.map({ $0 <= now }) ?? false {
      isWithWriter = true
      mustClaim = false
      return .claim
    }
    if figures.isReplanning {
      isWithWriter = true
      return .replan
    }
    return .rest(until: figures.next)
  }

  mutating func clockWasSet() {
    mustClaim = true
    // An instant of the clock before says nothing any more.
    patientUntil = nil
  }

  /// - Parameter isMore: whether a claim left something that is due; nil when the step failed.
  mutating func answered(isMore: Bool?, now: Instant) {
    isWithWriter = false
    mustClaim = mustClaim || isMore ?? true
    if isMore == nil {
      patientUntil = now.advanced(byMilliseconds: Self.retryMilliseconds)
    }
  }

  mutating func end() { isEnding = true }
}
