import Glibc

/// The machine's clock that only goes forward.
enum Monotonic {
  static let milliseconds: @Sendable () -> Int64 = { nanoseconds() / 1_000_000 }

  static let nanoseconds: @Sendable () -> Int64 = {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
