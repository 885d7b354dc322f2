import CallbookStore
import Synchronization
import Systemd

/// How far the opening of the store is, as the line that `systemctl status` shows.
final class StartProgress: Sendable {
  private struct State {
    var step: OpeningStep?
    var said: String?
  }

  private let notification: ServiceNotification
  private let state = Mutex(State())

  init(_ notification: ServiceNotification) { self.notification = notification }

  func note(_ step: OpeningStep) {
    let isNewPhase = state.withLock { state in
      let before = state.step
      state.step = step
      return before.map(Self.phase(of:)) != Self.phase(of: step)
    }
    guard isNewPhase else { return }
    // Whoever cannot be told now is tried again at the next turn, which says so.
    try? tell()
  }

  /// Tells the service manager when there is something new.
  func tell() throws(SystemError) {
    let text = text
    guard state.withLock({ $0.said != text }) else { return }
    try notification.status(text)
    state.withLock { $0.said = text }
  }

  private var text: String {
    guard let step = state.withLock({ $0.step }) else { return "opening the store" }
    switch step {
    case .rescuingLog(let copied, let all):
      return "recovering after a crash: reading the log\(Self.percent(copied, of: all))"
    case .migrating(let schema): return "bringing the store to schema \(schema)"
    case .copyingLog: return "recovering after a crash: copying the log into the store"
    }
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0, part > 0 else { return "" }
    return ", \(part * 100 / whole) %"
  }

  private static func phase(of step: OpeningStep) -> Int {
    switch step {
    case .rescuingLog: 0
    case .migrating: 1
    case .copyingLog: 2
    }
  }
}
