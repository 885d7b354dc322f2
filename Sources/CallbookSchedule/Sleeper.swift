package import CallbookModel
package import Systemd

/// What the scheduler sleeps on: the machine's clock, or a test's.
package protocol Sleeper: Sendable {
  /// Returns at the instant, or when it is woken, or the clock was set; nil is no instant.
  func wait(until instant: Instant?) -> WallTimer.Waking
  /// Ends the sleep of now, or the next one. From any thread.
  func wake()
}

extension WallTimer: Sleeper {
  package func wait(until instant: Instant?) -> Waking {
    wait(untilMilliseconds: instant?.millisecondsSince1970)
  }
}
