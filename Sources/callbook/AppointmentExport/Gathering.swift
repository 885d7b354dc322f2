/// Changes that wait for each other, so that a busy minute writes a file a few times and not for
/// each of them.
struct Gathering {
  /// How long the first one waits for more.
  let milliseconds: Int64
  /// When what was gathered is due, by a clock that only goes forward; nil when there is nothing.
  private var due: Int64?

  /// - Parameter now: something is due from the beginning.
  init(milliseconds: Int64, dueAt now: Int64) {
    self.milliseconds = milliseconds
    due = now
  }

  /// Something changed. Who came first says when all are due: a stream that never ends must not put
  /// them off.
  mutating func note(at now: Int64) {
    if due == nil { due = now + milliseconds }
  }

  /// What was gathered could not be dealt with.
  mutating func again(at now: Int64) {
    due = now + max(milliseconds, Self.shortestPause)
  }

  mutating func take() { due = nil }

  /// How long nothing is due; 0 when something is, nil when there is nothing to wait for.
  func wait(at now: Int64) -> Int? {
    due.map { Int(max($0 - now, 0)) }
  }

  private static let shortestPause: Int64 = 1000
}
