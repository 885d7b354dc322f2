import CallbookModel
import Testing

/// Reminders of callbacks are a pure function of it, the policy and the calendar.
struct CallbackRemindersTests {
  private func reminders(
    _ state: Callback.State, next: String? = nil, assignee: Int64? = 7, ended: String? = nil
  ) throws -> [Reminder] {
    let rules = try TestCallback.rules()
    return try CallbackReminders(
      callback: CallbackID(31), state: state, assignee: assignee,
      next: next.map(TestCallback.instant), attempts: 2, endedAt: ended.map(TestCallback.instant)
    ).reminders(policy: rules.policy, calendar: rules.calendar)
  }

  @Test func `whoever is to call is told when, and a manager a while later`() throws {
    let planned = try reminders(.trying, next: "2026-05-06T16:00:00+08:00")
    #expect(planned.map(\.kind) == [.callbackDue, .callbackOverdue])
    #expect(planned.map(\.audience) == [.staff(7), .role(.manager)])
    #expect(
      planned.map(\.due) == [
        TestCallback.instant("2026-05-06T16:00:00+08:00"),
        TestCallback.instant("2026-05-07T15:00:00+08:00"),
      ])
    #expect(Set(planned.map(\.occurrence)) == ["after 2"])
  }

  @Test func `where nobody is to call a manager is told`() throws {
    let planned = try reminders(.planned, next: "2026-05-06T16:00:00+08:00", assignee: nil)
    #expect(planned[0].audience == .role(.manager))
  }

  /// EXPECTATIONS 7: the shop may have become closed at the time that was chosen.
  @Test func `on a holiday it waits for the next opening`() throws {
    let planned = try reminders(.planned, next: "2026-05-01T10:00:00+08:00")
    #expect(planned[0].due == TestCallback.instant("2026-05-06T09:00:00+08:00"))
  }

  @Test func `one that was given up tells a manager, at once and once`() throws {
    let planned = try reminders(.exhausted, ended: "2026-05-02T10:00:00+08:00")
    #expect(planned.map(\.kind) == [.callbackExhausted])
    #expect(planned.map(\.due) == [TestCallback.instant("2026-05-02T10:00:00+08:00")])
  }

  @Test(arguments: [Callback.State.done, .satisfied, .refused, .withdrawn])
  func `what has ended reminds nobody`(_ state: Callback.State) throws {
    #expect(try reminders(state, ended: "2026-05-02T10:00:00+08:00") == [])
  }
}
