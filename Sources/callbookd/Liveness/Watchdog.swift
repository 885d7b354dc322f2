import Synchronization
import Systemd

/// Feeds the service manager's watchdog as long as every part answers.
final class Watchdog: Sendable {
  /// How a part is asked; it answers by the call that it is handed, on any thread.
  struct Probe: Sendable {
    typealias Ask = @Sendable (_ answered: @escaping @Sendable () -> Void) -> Void

    let part: WatchedPart
    let ask: Ask

    init(_ part: WatchedPart, _ ask: @escaping Ask) {
      self.part = part
      self.ask = ask
    }
  }

  private let probes: [Probe]
  private let notification: ServiceNotification
  private let log: DaemonLog
  private let state: Mutex<State>

  private struct State {
    var liveness: Liveness
    /// An answer to an earlier question proves nothing.
    var question = 0
  }

  init(
    interval: Duration, now: Int64, probes: [Probe],
    notification: ServiceNotification, log: DaemonLog
  ) {
    self.probes = probes
    self.notification = notification
    self.log = log
    state = Mutex(
      State(
        liveness: Liveness(
          parts: probes.map(\.part), intervalMilliseconds: interval.milliseconds, now: now)))
  }

  /// - Throws: when the service manager cannot be told.
  func turn(now: Int64) throws(SystemError) {
    switch state.withLock({ $0.liveness.turn(now: now) }) {
    case .nothing: break
    case .ask: ask()
    case .feed: try notification.watchdog()
    case .resume:
      log.write(.watchdogResumed)
      try notification.watchdog()
    case .withhold(let parts): log.write(.watchdogWithheld(parts))
    }
  }

  private func ask() {
    let question = state.withLock { state in
      state.question += 1
      return state.question
    }
    for probe in probes {
      let part = probe.part
      probe.ask { [weak self] in self?.answered(part, question) }
    }
  }

  private func answered(_ part: WatchedPart, _ question: Int) {
    state.withLock { state in
      if state.question == question { state.liveness.answered(part) }
    }
  }
}

extension Duration {
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }
}
