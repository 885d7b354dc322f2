import CallbookModel
import CallbookStore
import Testing

@testable import CallbookSchedule

struct SchedulerStateTests {
  private let now = Instant(millisecondsSince1970: 1_777_777_200_000)

  @Test func `it looks once at the start, then sleeps`() {
    var state = SchedulerState()
    #expect(state.step(now: now, .init()) == .claim)
    // Nothing else while that is with the writer.
    #expect(state.step(now: now, .init()) == .rest(until: nil))
    state.answered(isMore: true, now: now)
    #expect(state.step(now: now, .init()) == .claim)
    state.answered(isMore: false, now: now)
    #expect(state.step(now: now, .init()) == .rest(until: nil))
  }

  @Test func `a clock that is set while something is with the writer is not forgotten`() {
    var state = SchedulerState()
    _ = state.step(now: now, .init())
    state.clockWasSet()
    state.answered(isMore: false, now: now)
    #expect(state.step(now: now, .init()) == .claim)
  }

  @Test func `what failed is tried again after a while, at once when the clock was set`() {
    var state = SchedulerState()
    _ = state.step(now: now, .init())
    state.answered(isMore: nil, now: now)
    let later = now.advanced(byMilliseconds: SchedulerState.retryMilliseconds)
    #expect(state.step(now: now, .init()) == .rest(until: later))
    #expect(state.step(now: later, .init()) == .claim)
    state.answered(isMore: nil, now: later)
    state.clockWasSet()
    #expect(state.step(now: now, .init()) == .claim)
  }

  @Test func `it ends whatever is under way`() {
    var state = SchedulerState()
    _ = state.step(now: now, .init())
    state.end()
    #expect(state.step(now: now, .init()) == .end)
  }
}
