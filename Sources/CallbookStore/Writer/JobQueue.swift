import Dispatch
import Synchronization

/// A bounded queue from many threads to the few that work.
final class JobQueue<Job: Sendable>: Sendable {
  private struct State {
    var jobs: [Job] = []
    var isClosed = false
    /// How many the taker waits for; 0 while it does not wait for more.
    var gathering = 0
  }

  /// How many may wait; more are refused, so that a burst costs memory that is known.
  let capacity: Int
  private let state = Mutex(State())
  private let available = DispatchSemaphore(value: 0)
  private let gathered = DispatchSemaphore(value: 0)

  /// How long work may wait for more of it to be done together.
  private let gatheringTime: DispatchTimeInterval

  /// - Parameter gatheringTime: less than a commit takes, so that waiting is never what costs most.
  init(capacity: Int, gatheringTime: DispatchTimeInterval = .microseconds(300)) {
    self.capacity = capacity
    self.gatheringTime = gatheringTime
  }

  /// - Returns: false when the queue is full or closed: the job was not taken.
  func offer(_ job: Job) -> Bool {
    let (taken, wasEmpty, isGathered) = state.withLock { state -> (Bool, Bool, Bool) in
      guard !state.isClosed, state.jobs.count < capacity else { return (false, false, false) }
      state.jobs.append(job)
      return (true, state.jobs.count == 1, state.jobs.count == state.gathering)
    }
    if wasEmpty { available.signal() }
    if isGathered { gathered.signal() }
    return taken
  }

  /// Waits for work. Takes at most that many jobs, in the order in which they came.
  ///
  /// Several threads may take: whoever leaves jobs behind wakes the next.
  ///
  /// - Parameter crowd: waits, once there is work, for a moment until there is so much of it: one
  ///   taker only may ask so.
  /// - Returns: an empty list once the queue is closed and everything was taken.
  func take(atMost limit: Int, crowd: Int = 1) -> [Job] {
    while true {
      available.wait()
      if crowd > 1 { gather(min(crowd, limit)) }
      let (taken, isMore, isClosed) = state.withLock { state -> ([Job], Bool, Bool) in
        let taken = Array(state.jobs.prefix(limit))
        state.jobs.removeFirst(taken.count)
        return (taken, !state.jobs.isEmpty, state.isClosed)
      }
      if isMore || isClosed { available.signal() }
      if !taken.isEmpty || isClosed { return taken }
    }
  }

  private func gather(_ count: Int) {
    let isMissing = state.withLock { state in
      guard !state.jobs.isEmpty, state.jobs.count < count, !state.isClosed else { return false }
      state.gathering = count
      return true
    }
    guard isMissing else { return }
    // A signal that comes too late ends a later wait early, which does no harm.
    _ = gathered.wait(timeout: .now() + gatheringTime)
    state.withLock { $0.gathering = 0 }
  }

  /// Refuses further jobs; what waits is still taken.
  func close() {
    state.withLock { $0.isClosed = true }
    available.signal()
    gathered.signal()
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  var count: Int { state.withLock { $0.jobs.count } }
}
