import Glibc
import Testing

@testable import Systemd

struct WallTimerTests {
  private var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  @Test func `it rings at its instant and not before`() throws {
    let timer = try WallTimer()
    let due = now + 20
    var waking = timer.wait(untilMilliseconds: due)
    // Somebody may set the clock of the machine that this runs on.
    while waking != .rang { waking = timer.wait(untilMilliseconds: due) }
    #expect(now >= due)
  }

  @Test func `what is past rings at once, also the beginning of time`() throws {
    let timer = try WallTimer()
    #expect(timer.wait(untilMilliseconds: now - 5) == .rang)
    #expect(timer.wait(untilMilliseconds: 0) == .rang)
  }

  @Test func `who is woken beforehand does not sleep, and once only`() throws {
    let timer = try WallTimer()
    timer.wake()
    timer.wake()
    #expect(timer.wait(untilMilliseconds: nil) == .woken)
    #expect(timer.wait(untilMilliseconds: now - 5) == .rang)
  }
}
