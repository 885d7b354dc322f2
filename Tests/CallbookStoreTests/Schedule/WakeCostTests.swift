import CallbookModel
import CallbookTesting
import GRDBSQLite
import Synchronization
import Testing

@testable import CallbookStore

/// What a wake-up costs, counted in steps of SQLite's machine: the same however many reminders wait.
struct WakeCostTests {
  /// Steps of looking when nothing is due, and of firing one.
  private struct Cost: Equatable {
    var looking = 0
    var firing = 0
  }

  private func cost(ofClaimIn store: TestStore) throws -> Int {
    let steps = Mutex(0)
    try store.change { store throws(CallbookError) in
      let count = UnsafeMutablePointer<Int>.allocate(capacity: 1)
      count.initialize(to: 0)
      defer { count.deallocate() }
      sqlite3_progress_handler(
        store.sql.handle, 1,
        { count in
          count?.assumingMemoryBound(to: Int.self).pointee += 1
          return 0
        }, count)
      defer { sqlite3_progress_handler(store.sql.handle, 0, nil, nil) }
      _ = try store.claimDue()
      steps.withLock { $0 = count.pointee }
      return []
    }
    return steps.withLock { $0 }
  }

  private func cost(whereWait waiting: Int) throws -> Cost {
    let store = try TestStore.withSubjects()
    let later = TestServices.start.advanced(byMilliseconds: 86_400_000)
    for subject in 0..<waiting / 100 {
      try store.set(
        Int64(1000 + subject),
        (0..<100).map { Wish("\($0)", later.advanced(byMilliseconds: Int64($0))) })
    }
    try store.set(1, [Wish("a", TestServices.start.advanced(byMilliseconds: 5))])
    let looking = try cost(ofClaimIn: store)
    store.clock.pass(milliseconds: 5)
    return Cost(looking: looking, firing: try cost(ofClaimIn: store))
  }

  @Test func `neither looking nor firing costs more where more reminders wait`() throws {
    let few = try cost(whereWait: 100)
    let many = try cost(whereWait: 10_000)
    #expect(few.looking > 0 && few.firing > few.looking)
    #expect(many == few)
  }
}
