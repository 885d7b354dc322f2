import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

/// What the daemon is told of reminders that fared other than they should.
struct ClaimReportTests {
  private static let day: Int64 = 86_400_000

  private func after(_ milliseconds: Int64) -> Instant {
    TestServices.start.advanced(byMilliseconds: milliseconds)
  }

  /// EXPECTATIONS 2: a mass of overdue reminders is one line for whoever keeps the machine.
  @Test func `what was overdue after days down is told once, however many claims it takes`() throws
  {
    let store = try TestStore.withSubjects()
    for number in 1...20 {
      try store.set(
        Int64(number),
        [
          Wish("a", after(Self.day), for: .manager), Wish("b", after(2 * Self.day), for: .manager),
          Wish("visit", after(0), until: after(Self.day)),
        ])
    }
    store.clock.pass(milliseconds: 3 * Self.day)
    store.clock.passesAtEveryLook(milliseconds: 9)
    var claims = 1
    while try store.claim().isMore { claims += 1 }
    #expect(claims > 3)
    #expect(store.observer.events == ["due 20, escalated 20, late 20, merged 20, expired 20"])
  }

  @Test func `what fires in time for whoever is to do it is told as due, again as overdue`() throws
  {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("a", after(5)), Wish("b", after(5), kind: "test.again")])
    store.clock.pass(milliseconds: 60_005)
    #expect(try store.claim().fired == 2)
    #expect(store.observer.events == ["due 1, overdue 1"])
  }

  @Test func `the first are named, all are counted, and the latest is timed`() {
    var tally = ReminderTally()
    for number in 1...30 {
      tally.add(
        ReminderTally(
          count: 1, named: [ReminderID(Int64(number))], longestMilliseconds: Int64(number % 20)))
    }
    #expect(tally.count == 30 && tally.longestMilliseconds == 19)
    #expect(tally.named == (1...10).map { ReminderID($0) })
  }
}
