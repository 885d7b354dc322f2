import CallbookModel
import CallbookStore
import Testing

@testable import callbookd

struct RepeatLimiterTests {
  private let refusal = JournalEvent.callerRefused(uid: 4001, .notStaff)

  @Test func `the first is said, its repetitions once a minute`() {
    var limiter = RepeatLimiter()
    #expect(limiter.admit(refusal, now: 0) == true)
    for now in 1...500 { #expect(limiter.admit(refusal, now: Int64(now)) == false) }
    #expect(limiter.turn(now: 59_999).isEmpty)
    #expect(limiter.turn(now: 60_000) == [.init(event: refusal, repeats: 500)])
    #expect(limiter.admit(refusal, now: 60_001) == false, "the next minute began")
    #expect(limiter.turn(now: 120_000) == [.init(event: refusal, repeats: 1)])
    #expect(limiter.turn(now: 180_000).isEmpty)
    #expect(limiter.admit(refusal, now: 180_001) == true, "a quiet minute ends it")
  }

  @Test func `users and reasons are counted apart`() {
    var limiter = RepeatLimiter()
    #expect(limiter.admit(refusal, now: 0) == true)
    #expect(limiter.admit(.callerRefused(uid: 4002, .notStaff), now: 0) == true)
    #expect(limiter.admit(.callerRefused(uid: 4001, .accountChanged), now: 0) == true)
    #expect(limiter.admit(.limitExceeded(uid: 4001, .tooDeep), now: 0) == true)
    #expect(limiter.admit(.limitExceeded(uid: 4001, .tooDeep), now: 0) == false)
  }

  @Test func `what nobody can cause at will is always said`() {
    var limiter = RepeatLimiter()
    for event in [JournalEvent.starting, .storeFull, .auditHead(.init(seq: 1, hash: []))] {
      for _ in 0..<3 { #expect(limiter.admit(event, now: 0) == true) }
    }
    #expect(limiter.finish().isEmpty)
  }

  @Test func `more users than there is room for share a window`() {
    var limiter = RepeatLimiter()
    let most = RepeatLimiter.mostWindows
    var said = 0
    for uid in 0..<10_000 where limiter.admit(.callerRefused(uid: UInt32(uid), .notStaff), now: 0) {
      said += 1
    }
    #expect(said == most + 1)
    let later = limiter.turn(now: 60_000)
    #expect(later.map(\.repeats) == [10_000 - said])
  }

  @Test func `what counts many things is said together, and its counts are added`() {
    func late(_ number: Int) -> JournalEvent {
      .reminders(
        .late,
        ReminderTally(
          count: number, named: [ReminderID(Int64(number))],
          longestMilliseconds: Int64(number) * 100))
    }
    var limiter = RepeatLimiter()
    #expect(limiter.admit(late(1), now: 0) == true)
    for number in 2...100 { #expect(limiter.admit(late(number), now: 1) == false) }
    let together = ReminderTally(
      count: (2...100).reduce(0, +), named: (2...11).map { ReminderID($0) },
      longestMilliseconds: 10_000)
    #expect(limiter.turn(now: 60_000) == [.init(event: .reminders(.late, together), repeats: 0)])
    #expect(limiter.turn(now: 120_000).isEmpty)
  }

  @Test func `what was held back is said at the end`() {
    var limiter = RepeatLimiter()
    for _ in 0..<4 { _ = limiter.admit(refusal, now: 0) }
    #expect(limiter.finish() == [.init(event: refusal, repeats: 3)])
    #expect(limiter.finish().isEmpty)
  }
}
