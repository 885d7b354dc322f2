import CallbookModel
import Testing

@testable import CallbookStore

/// The life of one review: who is told, what ends it, what comes next.
struct ReviewTests {
  private static let day: Int64 = 86_400_000

  private let store: TestStore
  private let id: ContactID

  init() throws {
    store = try TestStore()
    id = try store.add("A")
  }

  private func claimAll() throws { while try store.claim().isMore {} }

  private func pass(days: Int64) throws {
    store.clock.pass(milliseconds: days * Self.day)
    try claimAll()
  }

  private func open(_ contact: ContactID? = nil) throws -> Review? {
    try store.read { store throws(CallbookError) in try store.openReview(of: contact ?? id) }
  }

  private func review(_ number: Int64) throws -> Review? {
    try store.read { store throws(CallbookError) in try store.review(ReviewID(number)) }
  }

  private func nextDue(_ contact: ContactID? = nil) throws -> Instant? {
    try store.read { store throws(CallbookError) in try store.nextReviewDue(of: contact ?? id) }
  }

  private func reminders(of review: Int64) throws -> [PlannedReminder] {
    try store.read { store throws(CallbookError) in
      try store.reminders(of: .review(ReviewID(review)))
    }
  }

  private func answer(_ outcome: ReviewOutcome) throws {
    let id = id
    try store.change { store throws(CallbookError) in
      guard let old = try store.openReview(of: id) else { return [] }
      var new = old
      let how: VerificationMeans? = outcome.isVerification ? .phone : nil
      try new.answer(
        outcome, Review.End(at: store.at, reason: "x", how: how), hasChanges: outcome.isChange)
      try store.save(new, over: old, event: "review.answered")
      if let how { try store.noteRealContact(id, on: store.today, by: nil, how: how) }
      return []
    }
  }

  private func reach(_ day: String, at point: PointID? = nil) throws {
    let id = id
    guard let day = CalendarDate(day) else { return }
    try store.change { store throws(CallbookError) in
      try store.noteRealContact(id, on: day, by: nil, how: .phone, at: point)
      return []
    }
  }

  private func ask(_ cause: Review.Cause) throws {
    let id = id
    try store.change { store throws(CallbookError) in
      _ = try store.openReview(of: id, because: cause, by: nil)
      return []
    }
  }

  private func edit(_ change: @escaping @Sendable (inout Contact) -> Void) throws {
    let id = id
    try store.change { store throws(CallbookError) in
      let old = try store.contact(id, withRemoved: true)
      var new = old
      change(&new)
      _ = try store.save(new, over: old, event: "contact.edited")
      return []
    }
  }

  // MARK: Reminding

  @Test func `unanswered it is reminded of again, and then a manager hears of it`() throws {
    // Due on Monday 22 February 2027; the holidays of that year are not known.
    store.clock.pass(milliseconds: 8 * 3_600_000)
    try pass(days: 92)
    let planned = try reminders(of: 1).map { "\($0.reminder.kind.rawValue) \($0.reminder.due)" }
    #expect(
      planned == [
        "review.again 2027-02-25T01:00:00.000Z", "review.escalated 2027-03-01T01:00:00.000Z",
      ])
    try pass(days: 3)
    #expect(try reminders(of: 1).map(\.state) == [.fired, .pending])
    #expect(try open()?.escalatedAt == nil)
    try pass(days: 4)
    #expect(try reminders(of: 1).map(\.state) == [.fired, .fired])
    #expect(try open()?.escalatedAt == store.clock.now())
  }

  /// EXPECTATIONS 2: what was missed fires once, and its owner has the usual time from then on.
  @Test func `a daemon that was down for weeks opens one review and hurries nobody`() throws {
    try pass(days: 120)
    #expect(try open()?.due == Instant("2027-02-22T01:00:00Z"))
    let planned = try reminders(of: 1)
    #expect(planned.map(\.state) == [.pending, .pending])
    #expect(planned.allSatisfy { $0.reminder.due > store.clock.now() })
    // Down again past both: the manager is told, the owner not a second time.
    try pass(days: 60)
    #expect(try reminders(of: 1).map(\.state) == [.expired, .fired])
  }

  /// EXPECTATIONS 5.
  @Test func `a clock that is set back opens nothing twice`() throws {
    try pass(days: 93)
    store.clock.pass(milliseconds: -10 * Self.day)
    try claimAll()
    try pass(days: 11)
    #expect(try open()?.id == ReviewID(1))
    #expect(try review(2) == nil)
  }

  /// EXPECTATIONS 9: other working days until it is said again, and it is said again.
  @Test func `a rule that is changed reminds of a waiting review once more`() throws {
    store.clock.pass(milliseconds: 8 * 3_600_000)
    try pass(days: 92)
    try pass(days: 3)
    #expect(try reminders(of: 1).map(\.state) == [.fired, .pending])
    try store.change { store throws(CallbookError) in
      var policy = store.currentPolicy
      policy.reviewRemindAgainDays = 4
      if let setting = PolicySetting.of("review.remind_again") {
        _ = try store.save(policy, changing: setting)
      }
      _ = try store.replanSome()
      return []
    }
    try pass(days: 1)
    #expect(try reminders(of: 1).map(\.state) == [.fired, .pending, .fired])
  }

  @Test func `what somebody asks for is told at once`() throws {
    try ask(.hand)
    try claimAll()
    #expect(try reminders(of: 1).map(\.reminder.kind.rawValue).contains("review.opened"))
    #expect(try reminders(of: 1).first?.state == .fired)
    #expect(try nextDue() == nil)
  }

  // MARK: Anchors

  /// EXPECTATIONS 6.
  @Test func `monthly from the 31st it is the last day of February`() throws {
    try edit { $0.reviewCycle = ReviewCycle("P1M") }
    store.clock.pass(milliseconds: 70 * Self.day)
    try reach("2027-01-31")
    // 28 February 2027 is a Sunday.
    #expect(try nextDue() == Instant("2027-03-01T01:00:00Z"))
  }

  /// EXPECTATIONS 7.
  @Test func `due on a day off it waits for the shop to open`() throws {
    try edit { $0.reviewCycle = ReviewCycle("P41D") }
    // Saturday 2 January 2027, by the usual week.
    #expect(try nextDue() == Instant("2027-01-04T01:00:00Z"))
  }

  /// EXPECTATIONS 8.
  @Test func `a real contact happened, so the next review counts from that`() throws {
    try pass(days: 30)
    try reach("2026-12-20")
    #expect(try nextDue() == Instant("2027-03-22T01:00:00Z"))
    // One that is told late, of an earlier day, changes nothing.
    try reach("2026-12-01")
    #expect(try nextDue() == Instant("2027-03-22T01:00:00Z"))
    try edit { $0.reviewCycle = ReviewCycle("P1M") }
    #expect(try nextDue() == Instant("2027-01-20T01:00:00Z"))
    try edit { $0.reviewCycle = nil }
    #expect(try nextDue() == Instant("2027-03-22T01:00:00Z"))
  }

  /// EXPECTATIONS 8.
  @Test func `a real contact satisfies the review that its cycle asked for`() throws {
    try pass(days: 93)
    try reach("2027-02-23", at: PointID(1))
    #expect(try open() == nil)
    #expect(try review(1)?.state == .satisfied)
    #expect(try nextDue() == Instant("2027-05-24T01:00:00Z"))
    let point = try store.read { store throws(CallbookError) in try store.contact(id).points[0] }
    #expect(point.verifiedOn == CalendarDate("2027-02-23") && point.verifiedHow == .phone)
    #expect(try reminders(of: 1).map(\.state) == [.withdrawn, .withdrawn])
  }

  @Test func `a contact of long ago satisfies nothing`() throws {
    try pass(days: 120)
    try reach("2026-11-23")
    #expect(try open()?.id == ReviewID(1))
  }

  @Test func `nobody was reached on a day to come`() throws {
    #expect {
      try reach("2026-11-23")
    } throws: { ($0 as? CallbookError)?.violations.first?.pointer == "/on" }
  }

  @Test func `a wrong number waits for an answer, whoever is reached`() throws {
    try ask(.wrongNumber)
    try reach("2026-11-22")
    #expect(try open()?.cause == .wrongNumber)
    try ask(.hand)
    #expect(try open()?.cause == .wrongNumber)
    #expect(try review(2) == nil)
    try answer(.corrected)
    #expect(try nextDue() == Instant("2027-02-22T01:00:00Z"))
  }

  @Test(arguments: ReviewOutcome.allCases)
  func `after an answer the next one is planned from that day`(_ outcome: ReviewOutcome) throws {
    try pass(days: 95)
    try answer(outcome)
    #expect(try nextDue() == Instant("2027-05-25T01:00:00Z"))
    let reached = try store.read { store throws(CallbookError) in
      try store.lastVerification(of: id)
    }
    #expect((reached != nil) == outcome.isVerification)
  }

  @Test func `a cycle that asks no more withdraws its review, and asks again when it is back`()
    throws
  {
    try pass(days: 93)
    try edit { $0.reviewCycle = .never }
    #expect(try review(1)?.state == .withdrawn)
    #expect(try nextDue() == nil)
    try edit { $0.reviewCycle = nil }
    try claimAll()
    #expect(try open()?.id == ReviewID(2))
  }

  /// EXPECTATIONS 9: it fires again for whoever it belongs to now.
  @Test func `handing a contact over hands its review over`() throws {
    try store.change { store throws(CallbookError) in
      for (uid, user) in [(4001, "alice"), (4002, "bob")] {
        try store.insert(
          StaffMember(
            user: user, uid: UInt32(uid), name: nil, roles: [.service], state: .active, rev: 1,
            createdAt: store.at))
      }
      return []
    }
    try edit { $0.owner = "alice" }
    try pass(days: 93)
    #expect(try reminders(of: 1)[0].reminder.audience == .staff(1))
    try edit { $0.owner = "bob" }
    #expect(try reminders(of: 1)[0].reminder.audience == .staff(2))
    #expect(try open()?.id == ReviewID(1))
  }

  @Test func `a blocked contact's review waits in silence`() throws {
    try pass(days: 93)
    try edit { $0.status = .blocked }
    #expect(store.store.schedule.current.pending == 0)
    #expect(try open()?.state == .open)
    try edit { $0.status = .active }
    #expect(store.store.schedule.current.pending == 2)
  }

  // MARK: Merging

  @Test func `of two open reviews the earlier remains, until they are parted`() throws {
    let other = try store.add("A")
    try pass(days: 93)
    try answer(.confirmed)
    try ask(.hand)
    let later = try #require(try open()?.due)
    try merge(other)
    #expect(try open()?.id == ReviewID(3))
    #expect(try open()?.due == Instant("2027-02-22T01:00:00Z"))
    #expect(try open()?.cause == .hand)
    #expect(try review(2)?.end?.mergedInto == ReviewID(3))
    try unmerge(other)
    #expect(try open()?.due == later)
    #expect(try open(other)?.id == ReviewID(2))
  }

  @Test func `a review that went with its contact comes back with it, answered or not`() throws {
    let other = try store.add("A")
    try reach("2026-11-22")
    let day = try #require(CalendarDate("2026-12-31"))
    store.clock.pass(milliseconds: 60 * Self.day)
    let id = id
    try store.change { store throws(CallbookError) in
      try store.noteRealContact(id, on: day, by: nil, how: .visit)
      return []
    }
    try pass(days: 33)
    #expect(try open() == nil)
    try merge(other)
    #expect(try open()?.id == ReviewID(1))
    try unmerge(other)
    #expect(try open() == nil)
    #expect(try open(other)?.id == ReviewID(1))
    try merge(other)
    try answer(.confirmed)
    try unmerge(other)
    #expect(try open() == nil)
    #expect(try open(other)?.due == Instant("2027-02-22T01:00:00Z"))
  }

  @Test func `whoever was reached last counts for both, until they are parted`() throws {
    let other = try store.add("A")
    store.clock.pass(milliseconds: 30 * Self.day)
    try store.change { store throws(CallbookError) in
      try store.noteRealContact(other, on: store.today, by: nil, how: .phone)
      return []
    }
    try merge(other)
    #expect(try nextDue() == Instant("2027-03-22T01:00:00Z"))
    try unmerge(other)
    #expect(try nextDue() == Instant("2027-02-22T01:00:00Z"))
    #expect(try nextDue(other) == Instant("2027-03-22T01:00:00Z"))
  }

  private func merge(_ other: ContactID) throws {
    let id = id
    try store.change { store throws(CallbookError) in
      _ = try store.merge([other], into: id)
      return []
    }
  }

  private func unmerge(_ other: ContactID) throws {
    try store.change { store throws(CallbookError) in
      _ = try store.unmerge(other)
      return []
    }
  }
}
