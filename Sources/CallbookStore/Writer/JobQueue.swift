import Dispatch
import Synchronization

/// A bounded queue from many threads to the few that work.
final class JobQueue<Job: Sendable>: Sendable {
  private struct State {
    var jobs: [Job] = []
    var isClosed = false
  }

  /// How many may wait; more are refused, so that a burst costs memory that is known.
  let capacity: Int
  private let state = Mutex(State())
  private let available = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// - Returns: false when the queue is full or closed: the job was not taken.
  func offer(_ job: Job) -> Bool {
    let (taken, wasEmpty) = state.withLock { state -> (Bool, Bool) in
      guard !state.isClosed, state.jobs.count < capacity else { return (false, false) }
      state.jobs.append(job)
      return (true, state.jobs.count == 1)
    }
    if wasEmpty { available.signal() }
    return taken
  }

  /// Waits for work. Takes at most that many jobs, in the order in which they came.
  ///
  /// Several threads may take: whoever leaves jobs behind wakes the next.
  ///
  /// - Returns: an empty list once the queue is closed and everything was taken.
  func take(atMost limit: Int) -> [Job] {
    while true {
      available.wait()
      let (taken, isMore, isClosed) = state.withLock { state -> ([Job], Bool, Bool) in
        let taken = Array(state.jobs.prefix(limit))
        state.jobs.removeFirst(taken.count)
        return (taken, !state.jobs.isEmpty, state.isClosed)
      }
      if isMore || isClosed { available.signal() }
      if !taken.isEmpty || isClosed { return taken }
    }
  }

  /// Refuses further jobs; what waits is still taken.
  func close() {
    state.withLock { $0.isClosed = true }
    available.signal()
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  var count: Int { state.withLock { $0.jobs.count } }
}
