/// How long to wait before each further attempt, until all of them together took too long.
struct BackOff {
  /// A daemon that restarts is back within a second or two; a person gives up after ten.
  static let limitMilliseconds = 10_000
  static let longestMilliseconds = 1_000

  private var next = 20
  private var spent = 0

  /// Milliseconds; nil when it has been tried for long enough.
  mutating func pause() -> Int? {
    guard spent < Self.limitMilliseconds else { return nil }
    let pause = min(next, Self.limitMilliseconds - spent)
    spent += pause
    next = min(next * 2, Self.longestMilliseconds)
    return pause
  }
}
