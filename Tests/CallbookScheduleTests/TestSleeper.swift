import CallbookModel
import CallbookTesting
import Foundation
import Synchronization
import Systemd

@testable import CallbookSchedule

/// Sleeps by a test's clock: until that is set to the instant, or somebody wakes it.
final class TestSleeper: Sleeper {
  private struct State {
    var isWoken = false
    var wasSet = false
    var asleepUntil: Instant??
  }

  private let clock: TestClock
  private let condition = NSCondition()
  private let state = Mutex(State())

  init(_ clock: TestClock) {
    self.clock = clock
  }

  func wait(until instant: Instant?) -> WallTimer.Waking {
    condition.lock()
    defer { condition.unlock() }
    while true {
      let waking = state.withLock { state -> WallTimer.Waking? in
        defer { (state.isWoken, state.wasSet) = (false, false) }
        if state.wasSet { return .clockSet }
        if state.isWoken { return .woken }
        if let instant, clock.now() >= instant { return .rang }
        return nil
      }
      if let waking {
        state.withLock { $0.asleepUntil = nil }
        return waking
      }
      state.withLock { $0.asleepUntil = .some(instant) }
      condition.broadcast()
      condition.wait()
    }
  }

  func wake() { notify { $0.isWoken = true } }

  /// Time passes.
  func pass(milliseconds: Int64) {
    clock.advance(milliseconds: milliseconds)
    notify { _ in }
  }

  /// Somebody sets the clock.
  func set(_ instant: Instant) {
    clock.set(instant)
    notify { $0.wasSet = true }
  }

  private func notify(_ change: (inout State) -> Void) {
    condition.lock()
    state.withLock { change(&$0) }
    condition.broadcast()
    condition.unlock()
  }

  /// Waits until the scheduler sleeps, and nothing is left that would wake it at once.
  ///
  /// - Returns: until when it sleeps; nil for until it is woken, or when it does not sleep in time.
  func whenAsleep(seconds: TimeInterval = 20) -> Instant? {
    let end = Date(timeIntervalSinceNow: seconds)
    condition.lock()
    defer { condition.unlock() }
    while true {
      let asleep = state.withLock { state -> Instant?? in
        guard !state.isWoken, !state.wasSet, let until = state.asleepUntil else { return nil }
        return until.map { clock.now() >= $0 } ?? false ? nil : .some(until)
      }
      if let asleep { return asleep }
      guard condition.wait(until: end) else { return nil }
    }
  }
}
