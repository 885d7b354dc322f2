/// Decides when the watchdog is fed: only once every part has answered a probe that was sent after
/// the last feeding. A value; whoever owns it sends the probes.
///
/// resting → (`turn`, a quarter of the interval later) → asking → (all `answered`, `turn`) → resting
struct Liveness {
  enum Step: Equatable {
    case nothing
    /// Send every part a probe.
    case ask
    case feed
    /// Feed, and say that what was withheld is over.
    case resume
    /// Say who has not answered for half the interval; said once.
    case withhold([WatchedPart])
  }

  private let parts: [WatchedPart]
  private let intervalMilliseconds: Int64
  /// Whose answer is awaited; nil while resting.
  private var awaited: Set<WatchedPart>?
  private var since: Int64
  private var isWithheld = false

  /// - Parameter intervalMilliseconds: within which the service manager wants to be told.
  init(parts: [WatchedPart], intervalMilliseconds: Int64, now: Int64) {
    self.parts = parts
    self.intervalMilliseconds = intervalMilliseconds
    since = now
  }

  /// How often a turn is due at least, so that an answer leads to a feeding in time.
  static func turnMilliseconds(intervalMilliseconds: Int64) -> Int64 {
    max(1, min(1_000, intervalMilliseconds / 8))
  }

  mutating func answered(_ part: WatchedPart) {
    awaited?.remove(part)
  }

  mutating func turn(now: Int64) -> Step {
    guard let awaited else {
      guard now - since >= intervalMilliseconds / 4 else { return .nothing }
      self.awaited = Set(parts)
      since = now
      return .ask
    }
    guard !awaited.isEmpty else {
      self.awaited = nil
      since = now
      defer { isWithheld = false }
      return isWithheld ? .resume : .feed
    }
    guard !isWithheld, now - since >= intervalMilliseconds / 2 else { return .nothing }
    isWithheld = true
    return .withhold(parts.filter(awaited.contains))
  }
}
