import CallbookModel
import Testing

/// The state machine of a batch, over its full table: what is not listed is refused by name.
struct BatchTests {
  static func batch(_ state: Batch.State, _ rules: CallbackRules) throws -> Batch {
    // Thursday, the day before a holiday of five days.
    var batch = Batch(
      creating: BatchID(2), uuid: UniqueID(high: 0, low: 2), month: nil, forms: 3,
      at: TestCallback.instant("2026-04-30T10:00:00+08:00"), by: "carol", rules)
    if state == .created { return batch }
    try batch.acknowledge(
      at: TestCallback.instant("2026-05-06T10:00:00+08:00"), by: "erin", rules)
    if state == .concluded {
      try batch.conclude(remaining: 0, at: TestCallback.instant("2026-05-07T10:00:00+08:00"))
    }
    return batch
  }

  @Test func `each step is due some working days after the one before`() throws {
    let rules = try TestCallback.rules { $0.batchConcludeDays = 3 }
    var batch = try Self.batch(.created, rules)
    #expect(batch.due == TestCallback.instant("2026-05-06T09:00:00+08:00"))
    batch = try Self.batch(.acknowledged, rules)
    #expect(batch.due == TestCallback.instant("2026-05-09T09:00:00+08:00"), "a Saturday worked")
    #expect(batch.acknowledgedBy == "erin")
    batch = try Self.batch(.concluded, rules)
    #expect(batch.due == nil && batch.concludedAt != nil)
  }

  @Test(arguments: Batch.State.allCases) func `a batch is acknowledged once`(
    _ state: Batch.State
  ) throws {
    let rules = try TestCallback.rules()
    var batch = try Self.batch(state, rules)
    let before = batch
    do throws(CallbookError) {
      try batch.acknowledge(at: TestCallback.start, by: "bob", rules)
      #expect(state == .created && batch.state == .acknowledged)
    } catch {
      #expect(state != .created && batch == before)
      #expect(error.reason == .wrongState)
      #expect(
        error.message == "b2 was acknowledged on 2026-05-06 by erin already: that is done once")
    }
  }

  @Test(arguments: Batch.State.allCases, [Int64(0), 1])
  func `the last form concludes a batch that was acknowledged, and no other`(
    _ state: Batch.State, _ remaining: Int64
  ) throws {
    let rules = try TestCallback.rules()
    var batch = try Self.batch(state, rules)
    let before = batch
    do throws(CallbookError) {
      try batch.conclude(remaining: remaining, at: TestCallback.start)
      #expect(state != .created)
      #expect(batch.state == (remaining == 0 ? .concluded : state))
      if state == .concluded { #expect(batch == before, "it was concluded then, not now") }
    } catch {
      #expect(state == .created && batch == before && error.reason == .wrongState)
      #expect(error.hint == "callbook batch acknowledge b2")
    }
  }

  @Test func `operations is reminded, and a manager some working days later`() throws {
    let rules = try TestCallback.rules()
    for state in [Batch.State.created, .acknowledged] {
      let batch = try Self.batch(state, rules)
      let planned = try BatchReminders(batch: batch.id, state: state, due: batch.due)
        .reminders(policy: rules.policy, calendar: rules.calendar)
      #expect(planned.map(\.kind) == [.batchDue, .batchOverdue])
      #expect(planned.map(\.audience) == [.role(.operations), .role(.manager)])
      #expect(planned[0].due == batch.due)
      #expect(planned.map(\.occurrence) == [state.rawValue, state.rawValue])
      let step = state == .created ? "batch.acknowledge" : "batch.conclude"
      #expect(planned.map(\.rule) == [step, "batch.escalate"])
    }
    let first = BatchReminders(
      batch: BatchID(2), state: .created, due: TestCallback.instant("2026-05-06T09:00:00+08:00"))
    let planned = try first.reminders(policy: rules.policy, calendar: rules.calendar)
    #expect(planned[1].due == TestCallback.instant("2026-05-08T09:00:00+08:00"))
  }

  @Test func `a concluded batch reminds nobody`() throws {
    let rules = try TestCallback.rules()
    let reminders = BatchReminders(batch: BatchID(2), state: .concluded, due: nil)
    #expect(try reminders.reminders(policy: rules.policy, calendar: rules.calendar) == [])
  }

  @Test func `only what somebody has to go on with needs a text`() {
    let needing = FormConclusion.Word.allCases.filter(\.needsText)
    #expect(needing == [.followUp, .complaint])
  }
}
