import CallbookProtocol
import NIOCore
import Synchronization

/// The connections of all loops together: admits them within the limits, and tells when the last one
/// has been answered in full.
final class Census: Sendable {
  private struct State {
    var admission: Admission
    /// Connections to which something may still be sent.
    var unanswered: Set<ConnectionID> = []
    var waiting: EventLoopPromise<Bool>?
  }

  private let state: Mutex<State>

  init(limits: ServerLimits) {
    state = Mutex(State(admission: Admission(limits: limits)))
  }

  func admit(uid: UInt32, isReserved: Bool) -> Admission.Decision {
    state.withLock { state in
      let decision = state.admission.admit(uid: uid, isReserved: isReserved)
      if case .admitted(let id) = decision { state.unanswered.insert(id) }
      return decision
    }
  }

  func use(_ limits: ServerLimits) {
    state.withLock { $0.admission.use(limits) }
  }

  /// Everything that this connection gets was sent, or it is gone.
  func answered(_ id: ConnectionID) {
    let finished: EventLoopPromise<Bool>? = state.withLock { state in
      state.unanswered.remove(id)
      return state.unanswered.isEmpty ? state.waiting.take() : nil
    }
    finished?.succeed(true)
  }

  /// Its descriptor is closed, so that another connection may come in its place.
  func left(_ id: ConnectionID, uid: UInt32) {
    answered(id)
    state.withLock { $0.admission.leave(uid: uid) }
  }

  func admitNobody() {
    state.withLock { $0.admission.close() }
  }

  /// Succeeds with true when all connections have been answered, which may be at once; with false
  /// when `giveUp` comes first. Only for one at a time.
  func wait(with promise: EventLoopPromise<Bool>) {
    let isIdle = state.withLock { state in
      guard !state.unanswered.isEmpty else { return true }
      state.waiting = promise
      return false
    }
    if isIdle { promise.succeed(true) }
  }

  func giveUp() {
    state.withLock { $0.waiting.take() }?.succeed(false)
  }
}
