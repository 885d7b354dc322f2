import CallbookModel
import CallbookTesting
import Synchronization
import Testing

@testable import CallbookStore

struct WorkCalendarStoreTests {
  private static let newYear = CalendarDate(year: 2027, month: 1, day: 1)

  @Test func `a new store knows the week, and the years that came with the program`() throws {
    let store = try TestStore()
    let calendar = try store.read { sql throws(CallbookError) in try sql.workCalendar() }
    #expect(calendar.week == .usual && calendar.zone.name == "Asia/Shanghai")
    #expect(calendar.years == WorkYear.shipped && calendar.days.isEmpty)
  }

  @Test func `hours, days and years are there again after a restart, and in the ledger`() throws {
    let directory = try TestDirectory()
    let week = try #require(WeeklyHours("Mon-Sat 09:00-12:00,13:30-18:00"))
    let day = try #require(Self.newYear)
    let hours = try #require(DayHours("10:00-15:00"))
    let year = WorkYear(
      off: [day], on: [day.advanced(byDays: 1)], names: [day: "元旦"], source: "invented")
    do {
      let store = try TestStore(in: directory)
      try store.change { sql throws(CallbookError) in
        #expect(try sql.editCalendar(week: week, days: [day: hours]) == 2)
        #expect(try sql.importCalendar([2027: year]) == 3)
        return []
      }
    }
    let store = try TestStore(in: directory)
    let calendar = try store.read { sql throws(CallbookError) in try sql.workCalendar() }
    #expect(calendar.week == week && calendar.years[2027] == year)
    #expect(calendar.days == [day: .open(hours)])
    let events = try store.read { sql throws(CallbookError) in
      try sql.sql.all("SELECT event, kind, fields FROM ledger ORDER BY seq", { _ in }) { row in
        [row.text(0), row.text(1), row.text(2)]
      }
    }
    #expect(
      events == [
        ["calendar.edited", "calendar", "days week"], ["calendar.imported", "calendar", "years"],
      ])
  }

  @Test func `what changes nothing is no change`() throws {
    let store = try TestStore()
    let head = store.store.headSeq
    try store.change { sql throws(CallbookError) in
      #expect(try sql.editCalendar(week: .usual, days: [:]) == 1)
      #expect(try sql.importCalendar(WorkYear.shipped) == 1)
      return []
    }
    #expect(store.store.headSeq == head)
  }

  @Test func `a day is as usual again when its hours are taken away`() throws {
    let store = try TestStore()
    let day = try #require(Self.newYear)
    for hours in [DayHours.closed, nil] as [DayHours?] {
      try store.change { sql throws(CallbookError) in
        _ = try sql.editCalendar(week: nil, days: [day: hours])
        return []
      }
    }
    let calendar = try store.read { sql throws(CallbookError) in try sql.workCalendar() }
    #expect(calendar.days.isEmpty && calendar.isWorking(on: day))
  }

  @Test func `what a dry run or a failed request set is never what the calendar says`() throws {
    let store = try TestStore()
    let tried = try #require(WeeklyHours("Sun 00:00-24:00"))
    let kept = try #require(WeeklyHours("Mon 09:00-10:00"))
    try store.change(isDryRun: true) { sql throws(CallbookError) in
      _ = try sql.editCalendar(week: tried, days: [:])
      #expect(try sql.workCalendar().week == tried)
      return []
    }
    _ = store.changes([
      (
        nil, false, nil,
        { sql throws(CallbookError) in
          _ = try sql.editCalendar(week: tried, days: [:])
          _ = try sql.workCalendar()
          throw CallbookError(.wrongState, "as it happens")
        }
      )
    ])
    try store.change { sql throws(CallbookError) in
      _ = try sql.editCalendar(week: kept, days: [:])
      #expect(try sql.workCalendar().week == kept)
      return []
    }
    let week = try store.read { sql throws(CallbookError) in try sql.workCalendar().week }
    #expect(week == kept)
  }

  @Test func `it is read once as long as nothing changes, and again when the shop moves`() throws {
    let made = Atomic(0)
    let shared = ReadingMemory { name in
      made.add(1, ordering: .relaxed)
      return MachineZones.known(name)
    }
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    for _ in 0..<3 {
      let transaction = ReadTransaction(sql, shared)
      #expect(try transaction.workCalendar().revision > 0)
    }
    #expect(made.load(ordering: .relaxed) == 1)
    let before = try store.read { sql throws(CallbookError) in try sql.workCalendar() }
    try store.change { sql throws(CallbookError) in
      let shop = try sql.shop()
      var moved = shop
      (moved.region, moved.timeZone) = ("DE", "Europe/Berlin")
      _ = try sql.save(moved, over: shop)
      return []
    }
    let after = try store.read { sql throws(CallbookError) in try sql.workCalendar() }
    #expect(after.zone.name == "Europe/Berlin" && after.years.isEmpty)
    let grew = after.revision > before.revision - Int64(WorkYear.shipped.count)
    #expect(grew)
  }

  @Test func `a time zone that the machine does not know is said`() throws {
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    let transaction = ReadTransaction(sql, ReadingMemory { _ in nil })
    let error = #expect(throws: CallbookError.self) { try transaction.workCalendar() }
    #expect(error?.reason == .wrongState && error?.hint?.contains("tzdata") == true)
  }
}
