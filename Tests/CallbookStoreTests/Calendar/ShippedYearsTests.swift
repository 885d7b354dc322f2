import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

/// A release that knows a further year of holidays.
struct ShippedYearsTests {
  private static let earlier = WorkYear.shipped.filter { $0.key == 2025 }

  private func adopt(_ store: TestStore) throws -> Bool {
    try store.change { sql throws(CallbookError) in
      try sql.adoptShippedYears() ? [1] : []
    } == [1]
  }

  private func revision(_ store: TestStore) throws -> Int64 {
    try store.read { sql throws(CallbookError) in try sql.planningRevision() }
  }

  private func events(_ store: TestStore) throws -> [[String]] {
    try store.read { sql throws(CallbookError) in
      try sql.sql.all("SELECT event, kind, fields FROM ledger ORDER BY seq", { _ in }) { row in
        [row.text(0), row.text(1), row.text(2)]
      }
    }
  }

  @Test func `a further year has everything planned again, once, on record`() throws {
    let store = try TestStore(shippedYears: Self.earlier)
    let before = try revision(store)
    #expect(try adopt(store) == false && events(store).isEmpty, "the same years are no news")
    try store.reopen(shippedYears: WorkYear.shipped)
    #expect(try adopt(store))
    #expect(try events(store) == [["calendar.shipped", "calendar", "years"]])
    #expect(try revision(store) == before + 1)
    #expect(store.store.schedule.current.isReplanning)
    try store.reopen(shippedYears: WorkYear.shipped)
    #expect(try adopt(store) == false && events(store).count == 1)
  }

  @Test func `a year that was imported before stays as it was imported`() throws {
    let store = try TestStore(shippedYears: Self.earlier)
    try store.change { sql throws(CallbookError) in
      _ = try sql.importCalendar(WorkYear.shipped.filter { $0.key == 2026 })
      return []
    }
    try store.reopen(shippedYears: WorkYear.shipped)
    #expect(try adopt(store) == false && events(store).count == 1)
  }

  @Test func `a corrected year is news, too`() throws {
    let store = try TestStore()
    var corrected = WorkYear.shipped
    corrected[2026]?.on.removeFirst()
    try store.reopen(shippedYears: corrected)
    #expect(try adopt(store) && events(store).count == 1)
  }

  @Test func `a shop elsewhere plans by none of them`() throws {
    let store = try TestStore(shippedYears: Self.earlier)
    try store.change { sql throws(CallbookError) in
      let shop = try sql.shop()
      var moved = shop
      moved.region = "DE"
      _ = try sql.save(moved, over: shop)
      return []
    }
    let before = (try revision(store), try events(store).count)
    try store.reopen(shippedYears: WorkYear.shipped)
    #expect(try adopt(store) == false)
    #expect(try revision(store) == before.0 && events(store).count == before.1)
  }
}
