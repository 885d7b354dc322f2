import Testing

@testable import callbookd

struct ClockWatchTests {
  @Test func `a step is noticed once, in either direction`() {
    var watch = ClockWatch()
    #expect(watch.look(wall: 1_000_000, monotonic: 500) == nil)
    #expect(watch.look(wall: 1_001_000, monotonic: 1_500) == nil)
    #expect(watch.look(wall: 4_602_000, monotonic: 2_500) == 3_600_000)
    #expect(watch.look(wall: 4_603_000, monotonic: 3_500) == nil)
    #expect(watch.look(wall: 1_004_000, monotonic: 4_500) == -3_600_000)
    #expect(watch.look(wall: 1_005_000, monotonic: 5_500) == nil)
  }

  @Test func `a clock that is slewed for days is never said to step`() {
    var watch = ClockWatch()
    for second in 0..<100_000 {
      let monotonic = Int64(second) * 1_000
      // 500 parts in a million, the most that the kernel slews.
      #expect(watch.look(wall: monotonic + monotonic / 2_000, monotonic: monotonic) == nil)
    }
  }
}
