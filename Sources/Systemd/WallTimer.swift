import CSystemd
import Glibc

/// A thread sleeps on it until an instant of the wall clock, and is woken, too, when that is set.
package final class WallTimer: Sendable {
  package enum Waking: Sendable {
    case rang
    /// Somebody called ``wake()``.
    case woken
    case clockSet
  }

  private let timer: CInt
  private let event: CInt

  package init() throws(SystemError) {
    timer = callbook_timer_open()
    guard timer >= 0 else { throw SystemError("timerfd_create", code: -timer) }
    event = callbook_event_open()
    guard event >= 0 else {
      close(timer)
      throw SystemError("eventfd", code: -event)
    }
  }

  deinit {
    close(timer)
    close(event)
  }

  /// In the year 9999: the timer is set even where nothing is waited for, or a step of the clock would
  /// wake nobody.
  private static let never: Int64 = 253_370_764_800_000

  /// - Parameter milliseconds: since 1970; nil for until somebody wakes it.
  package func wait(untilMilliseconds milliseconds: Int64?) -> Waking {
    let set = callbook_timer_set(timer, milliseconds ?? Self.never)
    guard set == 0 else { return .clockSet }
    return switch callbook_timer_wait(timer, event) {
    case 1: .rang
    case 0: .woken
    default: .clockSet
    }
  }

  /// Ends the sleep of now, or the next one.
  package func wake() { callbook_event_send(event) }
}
