import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

/// What a change of the rules does to what waits.
struct ReplanTests {
  private static let hour: Int64 = 3_600_000

  private func set(_ store: TestStore, _ key: String, _ value: String) throws {
    try store.change { store throws(CallbookError) in
      var policy = store.currentPolicy
      guard let setting = PolicySetting.of(key), setting.set(value, in: &policy) == nil else {
        throw CallbookError(.invalidParams, "no such setting, or no such value of it")
      }
      _ = try store.save(policy, changing: setting)
      return []
    }
  }

  /// - Returns: whether there is more.
  private func replan(_ store: TestStore) throws -> Bool {
    let reply = try store.change { store throws(CallbookError) in
      try store.replanSome() ? [1] : []
    }
    return !reply.isEmpty
  }

  @Test func `another policy moves what waits, in steps that survive a restart`() throws {
    let directory = try TestDirectory()
    let count = 30
    do {
      let store = try TestStore.withSubjects(in: directory)
      while try replan(store) {}
      for number in 1...count { try store.add("\(number)") }
      try set(store, "review.cycle.merchant", "P1M")
      #expect(store.store.schedule.current.isReplanning)
      store.clock.passesAtEveryLook(milliseconds: 2)
      #expect(try replan(store))
    }
    let store = try TestStore.withSubjects(in: directory, seed: 2)
    #expect(store.store.schedule.current.isReplanning)
    let position = try store.read { store throws(CallbookError) in
      try store.sql.first("SELECT replan_after FROM schedule") { $0.integer(0) } ?? 0
    }
    #expect((1..<Int64(count)).contains(position))
    while try replan(store) {}
    #expect(!store.store.schedule.current.isReplanning)
    let due = try store.read { store throws(CallbookError) in
      try store.reminders(where: "state = 'pending'") { _ in }.map(\.reminder.due)
    }
    #expect(due == Array(repeating: Instant("2026-12-22T09:00:00+08:00"), count: count))
    #expect(store.store.schedule.current.next == Instant("2026-12-22T09:00:00+08:00"))
  }

  @Test func `nothing fires by a rule that holds no more`() throws {
    let store = try TestStore.withSubjects()
    try store.set(1, [Wish("a", TestServices.start.advanced(byMilliseconds: Self.hour))])
    // An hour later from now on; what waits was not planned again yet.
    try set(store, "review.remind_again", "4")
    store.clock.pass(milliseconds: Self.hour)
    #expect(try store.claim() == Claim())
    #expect(try store.states(1) == [.pending])
    store.clock.pass(milliseconds: Self.hour)
    #expect(try store.claim().fired == 1)
  }

  @Test func `a store from before there were reminders is planned from its first start on`() throws
  {
    let store = try TestStore()
    try store.add("A")
    try store.change { store throws(CallbookError) in
      try store.sql.execute("DELETE FROM reminder")
      // As the migration leaves a store that has contacts.
      try store.sql.execute("UPDATE schedule SET replan_kind = '', replan_after = 0")
      return []
    }
    while try replan(store) {}
    let pending = try store.read { store throws(CallbookError) in
      try store.reminders(of: .contact(ContactID(1))).map(\.state)
    }
    #expect(pending == [.pending])
  }

  @Test func `a change of policy is on record, told and in force at once`() throws {
    let store = try TestStore()
    try set(store, "callback.attempts", "7")
    #expect(store.observer.events == ["noted policy.changed"])
    let policy = try store.read { store throws(CallbookError) in try store.policy() }
    #expect(policy.callbackMostAttempts == 7)
    try set(store, "callback.attempts", "7")
    #expect(store.store.headSeq == 1)
    try set(store, "callback.attempts", "5")
    let stored = try store.read { store throws(CallbookError) in
      try store.sql.first("SELECT count(*) FROM policy") { $0.integer(0) }
    }
    #expect(stored == 0)
  }
}
