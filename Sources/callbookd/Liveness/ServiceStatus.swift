package import CallbookStore
import Synchronization

/// The line that `systemctl status` shows: how the daemon is, never whom it serves.
package final class ServiceStatus: Sendable {
  private struct State {
    var phase = "starting"
    var reload: String?
  }

  private let state = Mutex(State())
  private let health: @Sendable () -> StoreHealth
  private let isBeingChecked: @Sendable () -> Bool

  package init(
    health: @escaping @Sendable () -> StoreHealth,
    isBeingChecked: @escaping @Sendable () -> Bool = { false }
  ) {
    self.health = health
    self.isBeingChecked = isBeingChecked
  }

  package func enter(_ phase: String) {
    state.withLock { $0.phase = phase }
  }

  /// What is left to do after a reload; nil when nothing is.
  func noteReload(_ remark: String?) {
    state.withLock { $0.reload = remark }
  }

  package var text: String {
    let (phase, reload) = state.withLock { ($0.phase, $0.reload) }
    let main =
      switch (phase, health()) {
      case ("ready", .full): "degraded: the disk is full, changes are refused, reads go on"
      case ("ready", .failed):
        "degraded: the disk failed, changes are refused until a restart, reads go on"
      case ("ready", .ready) where isBeingChecked():
        "ready; the store is checked after a crash, and changes wait for that"
      default: phase
      }
    return reload.map { "\(main); \($0)" } ?? main
  }
}
