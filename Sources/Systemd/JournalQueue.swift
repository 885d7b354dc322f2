import Glibc

/// The bounded queue between those who log and the one thread that writes.
///
/// Invariant: everything mutable is read and written only inside `locked`, under `mutex`.
final class JournalQueue: @unchecked Sendable {
  struct Delivery {
    let entry: JournalEntry
    /// How many entries were lost since the last delivery that succeeded.
    let lostBefore: Int
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var ring: [JournalEntry?]
  /// Entries ever accepted and ever taken; their remainders by the capacity are places in `ring`.
  private var accepted = 0
  private var taken = 0
  /// Entries that the sink is done with, for better or worse.
  private var finished = 0
  private var lost = 0
  private var isClosed = false
  private var counts = JournalTally()

  init(capacity: Int) {
    ring = Array(repeating: nil, count: capacity)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // A step of the wall clock must not stretch a deadline.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  var tally: JournalTally { locked { counts } }

  /// Never waits: where the queue is full the entry is counted as lost.
  func offer(_ entry: JournalEntry) {
    locked {
      guard accepted - taken < ring.count else {
        lost += 1
        counts.dropped += 1
        return
      }
      ring[accepted % ring.count] = entry
      accepted += 1
      pthread_cond_broadcast(changed)
    }
  }

  /// Waits for an entry.
  ///
  /// - Returns: nil when the queue is closed and empty.
  func take() -> Delivery? {
    locked {
      while accepted == taken, !isClosed { pthread_cond_wait(changed, mutex) }
      guard accepted > taken, let entry = ring[taken % ring.count] else { return nil }
      ring[taken % ring.count] = nil
      taken += 1
      defer { lost = 0 }
      return Delivery(entry: entry, lostBefore: lost)
    }
  }

  /// - Parameter unsaid: how many losses of earlier entries the sink still has not heard of.
  func finish(error: SystemError?, unsaid: Int) {
    locked {
      finished += 1
      lost += unsaid
      if let error {
        counts.failed += 1
        counts.lastError = error
        lost += 1
      } else {
        counts.written += 1
      }
      pthread_cond_broadcast(changed)
    }
  }

  /// - Returns: whether everything that was accepted before the call is done with.
  func waitUntilFinished(within limit: Duration) -> Bool {
    locked {
      let goal = accepted
      var deadline = timespec.monotonic(in: limit)
      while finished < goal {
        guard pthread_cond_timedwait(changed, mutex, &deadline) == 0 else { return false }
      }
      return true
    }
  }

  func close() {
    locked {
      isClosed = true
      pthread_cond_broadcast(changed)
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
