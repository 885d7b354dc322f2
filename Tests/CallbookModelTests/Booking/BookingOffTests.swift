import CallbookModel
import Testing

/// Booking is off by its times alone (DOMAIN B1, EXPECTATIONS 13).
struct BookingOffTests {
  private static let hour: Int64 = 3_600_000
  /// Wednesday 6 May 2026, 10 o'clock in China.
  private static let asked = TestCallback.instant("2026-05-06T10:00:00+08:00")
  private static let from = TestCallback.instant("2026-05-11T09:00:00+08:00")
  private static let until = TestCallback.instant("2026-05-16T09:00:00+08:00")

  private func off(
    _ state: Approval.State = .approved, until: Instant? = Self.until,
    decidedAt: Instant = Self.asked, end: Instant? = nil
  ) -> BookingOff {
    BookingOff(
      id: BookingOffID(1), uuid: UniqueID(high: 0, low: 1), scope: .shop,
      BookingOff.Plan(
        reason: "装修", from: Self.from, until: until, followUp: "看进度",
        followUpOn: CalendarDate("2026-05-14") ?? CalendarDate(daysSince1970: 0), alternative: nil),
      approval: Approval(
        requestedBy: "bob", requestedAt: Self.asked, digest: "d1", state: state,
        decision: state == .pending
          ? nil : Approval.Decision(by: "carol", at: decidedAt, opinion: "x", isAlone: false)),
      end: end.map { BookingOff.End(at: $0, by: "carol") }, createdAt: Self.asked)
  }

  private func later(_ instant: Instant, _ milliseconds: Int64 = 1) -> Instant {
    instant.advanced(byMilliseconds: milliseconds)
  }

  @Test func `it begins and ends at its times without anybody doing anything`() {
    #expect(off(.pending).state(at: Self.until) == .requested)
    #expect(off().state(at: later(Self.from, -1)) == .scheduled)
    #expect(off().state(at: Self.from) == .off)
    #expect(off().state(at: later(Self.until, -1)) == .off)
    #expect(off().state(at: Self.until) == .on)
    #expect(off(until: nil).state(at: later(Self.until, 1000 * Self.hour)) == .off)
    #expect(off().window == Self.from..<Self.until)
    #expect(off(.pending).window == nil && off(.rejected).window == nil)
  }

  @Test func `by hand it is on again at once, and never goes off when that is earlier`() throws {
    var early = off()
    try early.switchOn(by: "carol", at: later(Self.from, Self.hour))
    #expect(early.state(at: later(Self.from, Self.hour)) == .on)
    #expect(early.window == Self.from..<later(Self.from, Self.hour))
    var never = off()
    try never.switchOn(by: "carol", at: Self.asked)
    #expect(never.window == nil && never.state(at: Self.from) == .on)
    for state in [Approval.State.pending, .rejected, .withdrawn, .expired] {
      var other = off(state)
      #expect(throws: CallbookError.self, "\(state)") {
        try other.switchOn(by: "carol", at: Self.from)
      }
    }
    #expect(throws: CallbookError.self) { try early.switchOn(by: "carol", at: Self.until) }
  }

  @Test func `what has begun is neither withdrawn nor changed`() throws {
    var withdrawn = off()
    try withdrawn.withdraw(by: "bob", at: Self.asked)
    #expect(withdrawn.state(at: Self.from) == .withdrawn && withdrawn.window == nil)
    for instant in [Self.from, Self.until] {
      var begun = off()
      #expect(throws: CallbookError.self) { try begun.withdraw(by: "bob", at: instant) }
      #expect(throws: CallbookError.self) {
        try begun.amend(begun.plan, digest: "d2", by: "bob", at: instant)
      }
      #expect(begun == off())
    }
  }

  @Test func `what would be over by now is not approved`() {
    var waited = off(.pending)
    let carol = Reviewer(user: "carol", isManager: true, grant: nil)
    #expect(throws: CallbookError.self) {
      try waited.approve(carol, opinion: nil, digest: "d1", at: Self.until, policy: Policy())
    }
    #expect(waited.approval.state == .pending)
  }

  @Test func `an approval lapses with the reviewer's role, until it took effect`() {
    var scheduled = off()
    let hasLapsed = scheduled.lapse(of: "carol", at: Self.asked)
    #expect(hasLapsed)
    #expect(scheduled.state(at: Self.asked) == .requested)
    var begun = off()
    let lapses = begun.lapse(of: "carol", at: Self.from)
    #expect(!lapses)
  }

  private func reminders(of off: BookingOff, requester: Int64? = 7) throws -> [Reminder] {
    let rules = try TestCallback.rules()
    return try BookingOffReminders(of: off, requester: requester).reminders(
      policy: rules.policy, calendar: rules.calendar)
  }

  @Test func `managers hear of a request, again a working day later, and then it expires`() throws {
    let waiting = try reminders(of: off(.pending, until: nil))
    #expect(waiting.map(\.kind) == [.bookingRequested, .bookingRequested, .bookingExpired])
    #expect(waiting.map(\.audience) == [.role(.manager), .role(.manager), .staff(7)])
    #expect(
      waiting.map(\.due) == [
        Self.asked, TestCallback.instant("2026-05-07T09:00:00+08:00"),
        TestCallback.instant("2026-05-19T09:00:00+08:00"),
      ])
    #expect(Set(waiting.map(\.occurrence)).count == 3)
    #expect(waiting[0].usefulUntil == waiting[2].due)
    let short = try reminders(of: off(.pending))
    #expect(short.last?.due == Self.until, "never after it would be over")
  }

  @Test func `whoever asked hears when it begins, when to follow up, and when it ends`() throws {
    let planned = try reminders(of: off())
    #expect(
      planned.map(\.kind) == [.bookingOff, .bookingFollowUp, .bookingFollowUpOverdue, .bookingOn])
    #expect(
      planned.map(\.due) == [
        Self.from, TestCallback.instant("2026-05-14T09:00:00+08:00"),
        TestCallback.instant("2026-05-18T09:00:00+08:00"), Self.until,
      ])
    #expect(
      planned.map(\.audience) == [.staff(7), .staff(7), .role(.manager), .staff(7)],
      "two working days later a manager hears that nobody answered")
    #expect(try reminders(of: off(), requester: nil)[0].audience == .role(.manager))
    // Approved after it was to begin, it begins with the approval.
    let late = later(Self.from, Self.hour)
    #expect(try reminders(of: off(decidedAt: late))[0].due == late)
    #expect(
      try reminders(of: off(until: nil)).map(\.kind) == [
        .bookingOff, .bookingFollowUp, .bookingFollowUpOverdue,
      ])
    for state in [Approval.State.rejected, .withdrawn] {
      #expect(try reminders(of: off(state)) == [])
    }
  }

  @Test func `followed up once by whoever asked, or for them, nobody is reminded of it`() throws {
    for state in Approval.State.allCases where state != .approved {
      var other = off(state)
      #expect(throws: CallbookError.self, "\(state)") {
        try other.followUp("按期", by: "bob", isOverseer: false, at: Self.from)
      }
    }
    var followed = off()
    #expect(throws: CallbookError.self) {
      try followed.followUp("按期", by: "dan", isOverseer: false, at: Self.from)
    }
    #expect(followed == off())
    var overseen = off()
    try overseen.followUp("按期", by: "carol", isOverseer: true, at: Self.asked)
    try followed.followUp("按期", by: "bob", isOverseer: false, at: Self.until)
    #expect(followed.state(at: Self.until) == .on && followed.followedUp?.note == "按期")
    #expect(try reminders(of: followed).map(\.kind) == [.bookingOff, .bookingOn])
    #expect(throws: CallbookError.self) {
      try followed.followUp("又看了", by: "bob", isOverseer: true, at: Self.until)
    }
    // Another plan, and another decision, are followed up anew.
    var amended = overseen
    try amended.amend(amended.plan, digest: "d2", by: "bob", at: Self.asked)
    #expect(amended.followedUp == nil)
    let hasLapsed = overseen.lapse(of: "carol", at: Self.asked)
    #expect(hasLapsed && overseen.followedUp == nil)
  }

  @Test func `on again by hand, nobody is reminded of what there is no need for`() throws {
    #expect(try reminders(of: off(end: later(Self.from))).map(\.kind) == [.bookingOff])
    #expect(try reminders(of: off(end: Self.asked)) == [])
  }

  @Test func `an approval is bound to everything that was planned`() throws {
    let plan = off().plan
    var texts = [BookingOff.matter(of: .shop, plan)]
    texts.append(BookingOff.matter(of: .kind(.training), plan))
    texts.append(BookingOff.matter(of: .place(try #require(PlaceName("riverside"))), plan))
    for path in [\BookingOff.Plan.reason, \.followUp] {
      var other = plan
      other[keyPath: path] += "x"
      texts.append(BookingOff.matter(of: .shop, other))
    }
    var other = plan
    other.from = Self.asked
    texts.append(BookingOff.matter(of: .shop, other))
    other = plan
    other.until = nil
    texts.append(BookingOff.matter(of: .shop, other))
    other = plan
    other.followUpOn = plan.followUpOn.advanced(byDays: 1)
    texts.append(BookingOff.matter(of: .shop, other))
    other = plan
    other.alternative = "x"
    texts.append(BookingOff.matter(of: .shop, other))
    #expect(Set(texts).count == texts.count)
  }
}
