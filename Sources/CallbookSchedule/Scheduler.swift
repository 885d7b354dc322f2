package import CallbookModel
package import CallbookStore
import Synchronization
package import Systemd

/// Sleeps until a reminder is due and has the writer deal with it: the store holds the truth, and this
/// only the sleep.
package final class Scheduler: Sendable {
  private let store: Store
  private let clock: any WallClock
  private let sleeper: any Sleeper
  private let actor: LedgerEntry.Actor
  private let state = Mutex(SchedulerState())
  private let questions = Mutex<[@Sendable () -> Void]>([])

  /// - Parameter actor: the daemon itself: what fires is on record as its doing.
  package init(
    _ store: Store, clock: any WallClock, sleeper: any Sleeper, actor: LedgerEntry.Actor
  ) {
    self.store = store
    self.clock = clock
    self.sleeper = sleeper
    self.actor = actor
    // While it slept, something may have become due earlier.
    store.schedule.onMove { sleeper.wake() }
  }

  /// Begins, in a thread of its own that nobody has to wait for.
  package func start() throws(SystemError) {
    try DetachedThread.start(named: "scheduler") { self.run() }
  }

  /// What is with the writer is still done; nothing else is begun.
  package func stop() {
    state.withLock { $0.end() }
    sleeper.wake()
  }

  /// Calls back from the scheduler's thread: it does if it still goes round.
  package func ask(_ answered: @escaping @Sendable () -> Void) {
    questions.withLock { $0.append(answered) }
    sleeper.wake()
  }

  /// Goes round until it is stopped.
  package func run() {
    while true {
      answerQuestions()
      let step = state.withLock { $0.step(now: clock.now(), store.schedule.current) }
      switch step {
      case .end: return answerQuestions()
      case .rest(let until):
        if sleeper.wait(until: until) == .clockSet { state.withLock { $0.clockWasSet() } }
      case .claim:
        submit("schedule.claim") { store throws(CallbookError) in try store.claimDue().isMore }
      case .replan:
        submit("schedule.replan") { store throws(CallbookError) in
          _ = try store.replanSome()
          return false
        }
      }
    }
  }

  private func answerQuestions() {
    let asked = questions.withLock { asked in
      defer { asked = [] }
      return asked
    }
    for answered in asked { answered() }
  }

  /// - Parameter work: answers whether more is due already.
  private func submit(
    _ method: String,
    _ work: @escaping @Sendable (WriteTransaction) throws(CallbookError) -> Bool
  ) {
    store.submit(
      WriteJob(
        actor: actor, method: method,
        work: { store throws(CallbookError) in try work(store) ? [1] : [] },
        completion: { result in
          var isMore: Bool?
          if case .success(let reply) = result { isMore = !reply.isEmpty }
          self.state.withLock { $0.answered(isMore: isMore, now: self.clock.now()) }
          self.sleeper.wake()
        }))
  }
}
