import Glibc
import Synchronization
import Systemd

/// Plays the service manager.
final class Told: Sendable {
  private let states = Mutex<[String]>([])
  private let answer = Mutex<CInt>(1)

  var all: [String] { states.withLock { $0 } }
  var feedings: Int { all.count { $0 == "WATCHDOG=1" } }

  /// What sd_notify(3) answers from now on.
  func answers(_ code: CInt) { answer.withLock { $0 = code } }

  var notification: ServiceNotification {
    ServiceNotification(
      send: { state in
        let answer = self.answer.withLock { $0 }
        if answer > 0 { self.states.withLock { $0.append(state) } }
        return answer
      }, monotonicMicroseconds: { 0 })
  }
}
