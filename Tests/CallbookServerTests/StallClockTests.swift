import Testing

@testable import CallbookServer

struct StallClockTests {
  @Test func `waiting counts from the first look that saw it`() {
    var clock = StallClock()
    #expect(clock.look(pendingBytes: 10, takenBytes: 0, now: 5_000) == 0)
    #expect(clock.look(pendingBytes: 10, takenBytes: 0, now: 8_000) == 3_000)
    #expect(clock.look(pendingBytes: 90, takenBytes: 0, now: 9_000) == 4_000)
  }

  @Test func `a peer that takes a single byte starts anew`() {
    var clock = StallClock()
    #expect(clock.look(pendingBytes: 10, takenBytes: 0, now: 0) == 0)
    #expect(clock.look(pendingBytes: 10, takenBytes: 1, now: 9_000) == 0)
    #expect(clock.look(pendingBytes: 10, takenBytes: 1, now: 18_000) == 9_000)
  }

  @Test func `nothing waiting is never a stall`() {
    var clock = StallClock()
    #expect(clock.look(pendingBytes: 10, takenBytes: 0, now: 0) == 0)
    #expect(clock.look(pendingBytes: 0, takenBytes: 10, now: 5_000) == 0)
    #expect(clock.look(pendingBytes: 10, takenBytes: 10, now: 60_000) == 0)
  }
}
