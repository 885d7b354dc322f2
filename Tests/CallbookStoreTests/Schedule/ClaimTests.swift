import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

/// What users expect of reminders at the edges.
struct ClaimTests {
  private static let minute: Int64 = 60_000
  private static let hour: Int64 = 60 * minute
  private static let day: Int64 = 24 * hour

  private func after(_ milliseconds: Int64) -> Instant {
    TestServices.start.advanced(byMilliseconds: milliseconds)
  }

  @Test func `nothing fires before it is due, and then it does once`() throws {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("a", after(1000))])
    store.clock.pass(milliseconds: 999)
    #expect(try store.claim() == Claim())
    store.clock.pass(milliseconds: 1)
    #expect(try store.claim().fired == 1)
    #expect(try store.claim() == Claim())
    #expect(try store.states(1) == [.fired])
    #expect(try store.reminders(1)[0].end?.isLate == false)
    #expect(store.store.schedule.current.pending == 0)
    #expect(store.store.schedule.current.next == nil)
    #expect(store.store.schedule.current.lateness.counts[0] == 1)
  }

  /// EXPECTATIONS 1.
  @Test func `a moved one moves, a cancelled one is withdrawn, brought back it is made anew`()
    throws
  {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("a", after(Self.hour))])
    let id = try store.reminders(1)[0].id
    try store.set(1, [Wish("a", after(2 * Self.hour))])
    #expect(try store.reminders(1).map(\.id) == [id])
    #expect(store.store.schedule.current.next == after(2 * Self.hour))
    try store.set(1, [])
    #expect(try store.states(1) == [.withdrawn])
    #expect(store.store.schedule.current.pending == 0)
    store.clock.pass(milliseconds: 3 * Self.hour)
    #expect(try store.claim() == Claim())
    try store.set(1, [Wish("a", after(2 * Self.hour))])
    #expect(try store.states(1) == [.withdrawn, .pending])
    // Its time is past now: it fires at once, once, and says so.
    #expect(try store.claim().fired == 1)
    #expect(try store.reminders(1)[1].end?.isLate == true)
  }

  /// EXPECTATIONS 2.
  @Test func `after three days down each fires once, oldest first, and a daily series as one`()
    throws
  {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("x", after(2 * Self.day))])
    try store.set(2, (1...3).map { Wish("day \($0)", after(Int64($0) * Self.day - Self.hour)) })
    try store.set(3, [Wish("visit", after(Self.hour), until: after(Self.day))])
    store.clock.pass(milliseconds: 3 * Self.day)
    #expect(
      try store.claim()
        == {
          var claim = Claim()
          (claim.fired, claim.merged, claim.expired) = (2, 2, 1)
          return claim
        }())
    let series = try store.reminders(2)
    #expect(series.map(\.state) == [.merged, .merged, .fired])
    #expect(series.compactMap(\.end?.into) == [series[2].id, series[2].id])
    #expect(series[2].end?.isLate == true)
    #expect(try store.reminders(3)[0].end?.reason == ReminderWord.tooLate.rawValue)
    let entries = try store.read { store throws(CallbookError) in
      try store.ledger(after: 0, limit: 100)
    }
    #expect(entries.map(\.event) == ["reminder.expired", "reminder.fired", "reminder.fired"])
    #expect(entries.map(\.subject.number) == [3, 2, 1])
    #expect(entries[1].fields == ["late", "merged", "reminder"])
    #expect(try store.claim() == Claim())
  }

  /// EXPECTATIONS 4.
  @Test func `one that cannot be processed is tried again, then set aside, and holds up nobody`()
    throws
  {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("a", after(0))], isPoisoned: true)
    try store.set(2, [Wish("a", after(1))])
    store.clock.pass(milliseconds: 1)
    let first = try store.claim()
    #expect((first.fired, first.failed) == (1, 1))
    #expect(try store.firings(of: 1).isEmpty)
    #expect(try store.reminders(1)[0].retryAt == after(Self.minute + 1))
    #expect(store.store.schedule.current.next == after(Self.minute + 1))
    for minutes in [1, 5, 30, 180] {
      #expect(try store.states(1) == [.pending])
      store.clock.pass(milliseconds: Int64(minutes) * Self.minute - 1)
      #expect(try store.claim() == Claim())
      store.clock.pass(milliseconds: 1)
      #expect(try store.claim().failed == 1)
    }
    #expect(try store.reminders(1)[0].end?.reason == Reason.internal.rawValue)
    #expect(store.observer.events == ["due 1", "r1 failed INTERNAL"])
    #expect(store.store.schedule.current.pending == 0)
    let verdict = try store.read { store throws(CallbookError) in try store.verifyLedger() }
    #expect(verdict.problems.isEmpty)
  }

  @Test func `what is mended meanwhile fires at the next attempt`() throws {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("a", after(0))], isPoisoned: true)
    #expect(try store.claim().failed == 1)
    try store.set(1, [Wish("a", after(0))])
    store.clock.pass(milliseconds: Self.minute)
    #expect(try store.claim().fired == 1)
    #expect(try store.firings(of: 1) == [ReminderID(1)])
  }

  /// EXPECTATIONS 5.
  @Test func `a clock that was set back fires nothing twice and loses nothing`() throws {
    let directory = try TestDirectory()
    do {
      let store = try TestStore.withSubjects(in: directory)
      try store.set(1, [Wish("a", after(Self.hour)), Wish("b", after(2 * Self.hour))])
      store.clock.pass(milliseconds: Self.hour)
      #expect(try store.claim().fired == 1)
    }
    // The clock of this life begins an hour earlier.
    let store = try TestStore.withSubjects(in: directory, seed: 2)
    #expect(try store.claim() == Claim())
    #expect(store.observer.events == ["watermark \(Self.hour)"])
    #expect(try store.claim() == Claim())
    #expect(store.observer.events.count == 1)
    store.clock.pass(milliseconds: Self.hour)
    #expect(try store.claim() == Claim())
    store.clock.pass(milliseconds: Self.hour)
    #expect(try store.claim().fired == 1)
    #expect(try store.states(1) == [.fired, .fired])
  }

  /// EXPECTATIONS 9.
  @Test func `set again to another time it fires again, and mine is not my colleague's`() throws {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("a", after(Self.hour))])
    store.clock.pass(milliseconds: Self.hour)
    #expect(try store.claim().fired == 1)
    try store.set(1, [Wish("a", after(Self.hour))])
    #expect(try store.states(1) == [.fired])
    try store.set(1, [Wish("a", after(5 * Self.hour))])
    store.clock.pass(milliseconds: 4 * Self.hour)
    #expect(try store.claim().fired == 1)
    #expect(try store.states(1) == [.fired, .fired])

    let both = [
      Wish("mine", after(6 * Self.hour), for: .agent),
      Wish("theirs", after(6 * Self.hour), for: .manager),
    ]
    try store.set(2, both)
    try store.set(2, [both[1]])
    store.clock.pass(milliseconds: Self.hour)
    #expect(try store.claim().fired == 1)
    #expect(try store.states(2) == [.withdrawn, .fired])
  }

  @Test func `what is overdue for two fires for each`() throws {
    let store = try TestStore.withSubjects()
    try store.set(
      1,
      [
        Wish("a", after(0), for: .agent), Wish("b", after(1), for: .manager),
        Wish("c", after(2), kind: "test.other", for: .agent),
      ])
    store.clock.pass(milliseconds: 5)
    #expect(try store.claim().fired == 3)
  }

  @Test func `a subject that is gone leaves nothing behind`() throws {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("a", after(0))])
    try store.remove(1)
    #expect(try store.reminders(1)[0].end?.reason == ReminderWord.subjectGone.rawValue)
    #expect(try store.claim() == Claim())
  }

  @Test func `a claim that is due to more than its time allows goes on in the next`() throws {
    let store = try TestStore.withSubjects()
    for number in 1...5 { try store.set(Int64(number), [Wish("a", after(0))]) }
    let passing = store.clock
    passing.passesAtEveryLook(milliseconds: 9)
    let first = try store.claim()
    #expect(first.isMore && first.fired < 5)
    var fired = first.fired
    while true {
      let claim = try store.claim()
      fired += claim.fired
      if !claim.isMore { break }
    }
    #expect(fired == 5)
  }
}
