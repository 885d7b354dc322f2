import Glibc

/// A thread of its own that does something again and again, whatever event loops and tasks are at.
///
/// Invariant: `isStopping` and `isEnded` are read and written only under `mutex`.
package final class PeriodicThread: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var isStopping = false
  private var isEnded = false

  /// - Parameters:
  ///   - name: at most 15 bytes, as `top -H` shows it.
  ///   - interval: from the end of one time to the beginning of the next.
  package init(
    named name: String, every interval: Duration, _ body: @escaping @Sendable () -> Void
  ) throws(SystemError) {
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // A step of the wall clock must not stretch the interval.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
    pthread_mutex_init(mutex, nil)
    // The thread keeps this object until it ends: `stop` has to be called.
    try DetachedThread.start(named: name) {
      while self.waits(for: interval) { body() }
      self.end()
    }
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Returns once the body is not running and never will again. Not from the body itself.
  package func stop() {
    pthread_mutex_lock(mutex)
    isStopping = true
    pthread_cond_broadcast(changed)
    while !isEnded { pthread_cond_wait(changed, mutex) }
    pthread_mutex_unlock(mutex)
  }

  /// - Returns: false when it is to end.
  private func waits(for interval: Duration) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    var deadline = timespec.monotonic(in: interval)
    while !isStopping {
      if pthread_cond_timedwait(changed, mutex, &deadline) == ETIMEDOUT { return !isStopping }
    }
    return false
  }

  private func end() {
    pthread_mutex_lock(mutex)
    isEnded = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }
}

extension timespec {
  /// So much from now, by the clock that only goes forward.
  static func monotonic(in limit: Duration) -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let (seconds, attoseconds) = limit.components
    let nanoseconds = time.tv_nsec + Int(attoseconds / 1_000_000_000)
    time.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    return time
  }
}
