import Testing

@testable import callbookd

struct LivenessTests {
  private let parts: [WatchedPart] = [.loop(0), .loop(1), .writer]

  private func asking() -> Liveness {
    var liveness = Liveness(parts: parts, intervalMilliseconds: 40_000, now: 0)
    #expect(liveness.turn(now: 9_999) == .nothing)
    #expect(liveness.turn(now: 10_000) == .ask)
    return liveness
  }

  @Test func `it is fed once every part has answered since the last feeding`() {
    var liveness = asking()
    for part in parts {
      #expect(liveness.turn(now: 10_100) == .nothing)
      liveness.answered(part)
    }
    #expect(liveness.turn(now: 10_200) == .feed)
    #expect(liveness.turn(now: 10_300) == .nothing)
    #expect(liveness.turn(now: 20_200) == .ask, "an idle daemon is asked again")
    #expect(liveness.turn(now: 20_300) == .nothing, "earlier answers do not count")
  }

  @Test func `who does not answer is named once, at half the time, and never fed`() {
    var liveness = asking()
    liveness.answered(.loop(0))
    #expect(liveness.turn(now: 29_999) == .nothing)
    #expect(liveness.turn(now: 30_000) == .withhold([.loop(1), .writer]))
    for now in stride(from: 31_000, to: 500_000, by: 1_000) {
      #expect(liveness.turn(now: Int64(now)) == .nothing)
    }
    liveness.answered(.writer)
    #expect(liveness.turn(now: 500_000) == .nothing)
    liveness.answered(.loop(1))
    #expect(liveness.turn(now: 500_001) == .resume)
    #expect(liveness.turn(now: 510_001) == .ask)
  }

  @Test func `an answer that nobody asked for feeds nothing`() {
    var liveness = Liveness(parts: parts, intervalMilliseconds: 40_000, now: 0)
    for part in parts { liveness.answered(part) }
    #expect(liveness.turn(now: 10_000) == .ask)
    #expect(liveness.turn(now: 10_001) == .nothing)
  }

  @Test(arguments: [100, 800, 3_000, 30_000, 600_000] as [Int64])
  func `answers lead to a feeding well within the interval`(_ interval: Int64) {
    let turn = Liveness.turnMilliseconds(intervalMilliseconds: interval)
    var liveness = Liveness(parts: [.writer], intervalMilliseconds: interval, now: 0)
    var (lastFed, longest): (Int64, Int64) = (0, 0)
    for now in stride(from: turn, to: interval * 20, by: Int(turn)) {
      switch liveness.turn(now: now) {
      case .ask: liveness.answered(.writer)
      case .feed:
        longest = max(longest, now - lastFed)
        lastFed = now
      default: break
      }
    }
    #expect(longest > 0 && longest <= interval / 2 + turn)
  }
}
