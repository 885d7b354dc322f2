import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

/// A series that no more can be booked of for a fault (EXPECTATIONS 4). Visits are on Tuesdays, from 12 May
/// 2026, and are booked ten days ahead: the second one at midnight of the ninth.
struct SeriesFaultTests {
  private let series: SeriesShop

  init() throws {
    series = try SeriesShop()
    try series.set("appointment.horizon", "10")
    _ = try series.add("2026-05-12", "P1W", #","assignee":"bob""#)
  }

  private func execute(_ statement: String) {
    series.shop.store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "test",
        work: { store throws(CallbookError) in
          try store.sql.execute(script: statement)
          return []
        }, completion: { _ in }))
    series.shop.settle()
  }

  private func poison() {
    execute(
      """
      CREATE TRIGGER poison BEFORE INSERT ON appointment WHEN NEW.series IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'poisoned'); END
      """)
  }

  private func mend() { execute("DROP TRIGGER poison") }

  /// Five attempts: the first one now.
  private func tryInVain() {
    series.shop.claim()
    for minutes in [1, 5, 30, 180] as [Int64] {
      series.shop.clock.advance(milliseconds: minutes * 60_000)
      series.shop.claim()
    }
  }

  private func advance(to text: String) throws {
    series.shop.clock.set(try #require(Instant(text)))
  }

  /// `failed 2026-05-08T16:00`: what became of its reminders, the newest first.
  private func stories() throws -> [String] {
    let items = try series.admin.result("reminder.why", #"{"id":"s1"}"#)["items"]?.items ?? []
    return items.compactMap { $0["reminder"] }
      .map { "\($0["state"]?.text ?? "") \($0["due"]?.text?.prefix(16) ?? "")" }
  }

  @Test func `it is said, and tried again on the next day until it is mended`() throws {
    poison()
    try advance(to: "2026-05-09T00:00:00+08:00")
    #expect(try series.notices("series_stalled") == [])
    tryInVain()
    #expect(
      try stories().prefix(2) == ["pending 2026-05-09T16:00", "failed 2026-05-08T16:00"])
    #expect(try series.notices("series_stalled") == ["callbook why s1"])
    #expect(try series.notices("series_stalled", to: 4002) == ["callbook why s1"])
    #expect(try series.notices("series_stalled", to: 4003) == [])
    #expect(try series.get()["series"]?["retry_at"]?.text == "2026-05-09T16:00:00.000Z")
    // Once more in vain.
    try advance(to: "2026-05-10T00:00:00+08:00")
    tryInVain()
    #expect(try stories().first == "pending 2026-05-10T16:00")
    #expect(try series.coming() == ["a1 05-12 10:00"])
    mend()
    series.shop.claim()
    #expect(try series.coming().count == 1)
    try advance(to: "2026-05-11T00:00:00+08:00")
    series.shop.claim()
    #expect(try series.coming() == ["a1 05-12 10:00", "a2 05-19 10:00"])
    #expect(try series.notices("series_stalled") == [])
    let report = try series.get()
    #expect(report["series"]?["retry_at"] == nil && report["next_day"]?.text == "2026-05-26")
    #expect(try stories().prefix(2) == ["pending 2026-05-15T16:00", "fired 2026-05-10T16:00"])
  }

  @Test func `whoever changes it has it tried again at once`() throws {
    poison()
    try advance(to: "2026-05-09T00:00:00+08:00")
    tryInVain()
    mend()
    series.shop.claim()
    #expect(try series.coming().count == 1)
    _ = try series.admin.result(
      "series.end", #"{"id":"s1","from":"2026-07-01","reason":"no_longer_needed"}"#)
    series.shop.claim()
    #expect(try series.coming() == ["a1 05-12 10:00", "a2 05-19 10:00"])
    #expect(try series.notices("series_stalled") == [])
  }

  @Test func `so does merging its contact`() throws {
    poison()
    try advance(to: "2026-05-09T00:00:00+08:00")
    tryInVain()
    mend()
    _ = try series.admin.result("contact.merge", #"{"into":"c2","from":["c1"]}"#)
    series.shop.claim()
    #expect(try series.coming().count == 2)
  }

  @Test func `after days of downtime it goes on where it stood still`() throws {
    poison()
    try advance(to: "2026-05-09T00:00:00+08:00")
    tryInVain()
    mend()
    series.shop.close()
    try advance(to: "2026-05-14T09:00:00+08:00")
    try series.shop.open()
    series.shop.claim()
    #expect(try series.coming().last == "a2 05-19 10:00")
    #expect(try series.skipped() == [])
  }
}
