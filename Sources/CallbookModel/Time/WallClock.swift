import Glibc

/// What time it is: handed to everything that needs to know, so that tests own time.
package protocol WallClock: Sendable {
  func now() -> Instant
}

/// The machine's clock.
package struct SystemClock: WallClock {
  package init() {}

  package func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(
      millisecondsSince1970: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
