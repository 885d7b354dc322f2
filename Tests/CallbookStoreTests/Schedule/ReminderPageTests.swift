import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

/// Pages of reminders: of everybody, of a subject, and of those for somebody.
struct ReminderPageTests {
  private func after(_ milliseconds: Int64) -> Instant {
    TestServices.start.advanced(byMilliseconds: milliseconds)
  }

  @Test(arguments: [
    (ReadTransaction.ofAudience + ReadTransaction.pendingPage, "reminder_audience"),
    (ReadTransaction.pendingPage, "reminder_wake"),
    (ReadTransaction.ofAudience + ReadTransaction.endedPage, "reminder_ended"),
  ]) func `a page is read by its index, in its order`(_ condition: String, _ index: String) throws {
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    let steps = try sql.all(
      sql.prepare(composed: "EXPLAIN QUERY PLAN SELECT id FROM reminder WHERE \(condition)"),
      { _ in }, { $0.text(3) })
    #expect(steps.count == 1 && steps[0].contains("USING INDEX \(index) "), "\(steps)")
  }

  @Test func `pages for somebody hold what is theirs, each once, in order`() throws {
    let store = try TestStore.withSubjects()
    let roles: [Role] = [.agent, .service, .manager]
    for number in 0..<30 {
      let wishes = (0..<2).map {
        Wish("\($0)", after(Int64(number * 7 % 10 + $0 * 1000)), for: roles[number % 3])
      }
      try store.set(Int64(number), wishes)
    }
    var filter = ReminderFilter()
    filter.audiences = [.role(.agent), .role(.manager), .staff(1)]
    #expect(try pages(store, filter, limit: 7, isEnded: false).count == 40)
    filter.audiences = []
    #expect(try pages(store, filter, limit: 7, isEnded: false).isEmpty)
    store.clock.pass(milliseconds: 500)
    #expect(try store.claim().fired == 30)
    filter.audiences = [.role(.agent), .role(.manager)]
    let ended = try pages(store, filter, limit: 7, isEnded: true)
    #expect(ended.count == 20 && ended == ended.sorted { $0.id > $1.id })
    filter.subject = Subject(kind: TestSubject.kind, number: 3)
    #expect(try pages(store, filter, limit: 1, isEnded: true).count == 1)
    #expect(try pages(store, filter, limit: 1, isEnded: false).count == 1)
    filter.subject = Subject(kind: TestSubject.kind, number: 4)
    #expect(try pages(store, filter, limit: 1, isEnded: false).isEmpty, "it is for service")
  }

  private func pages(
    _ store: TestStore, _ filter: ReminderFilter, limit: Int, isEnded: Bool
  ) throws -> [PlannedReminder] {
    var all: [PlannedReminder] = []
    while true {
      let last = all.last?.id
      let page = try store.read { store throws(CallbookError) in
        isEnded
          ? try store.endedReminders(filter, before: last, limit: limit)
          : try store.pendingReminders(filter, after: last, limit: limit)
      }
      #expect(page.count <= limit)
      all += page
      if page.count < limit { break }
    }
    #expect(Set(all.map(\.id)).count == all.count)
    if !isEnded { #expect(all == all.sorted { ($0.wake, $0.id) < ($1.wake, $1.id) }) }
    return all
  }
}
