import CallbookModel
import CallbookTesting
import Testing

/// Cycles are anchored: each occurrence is counted from the first day, never from the one before.
struct CalendarCycleTests {
  @Test(arguments: [
    ("P1M", "2026-01-31", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]),
    ("P1M", "2028-01-31", ["2028-01-31", "2028-02-29", "2028-03-31"]),
    ("P3M", "2025-11-30", ["2025-11-30", "2026-02-28", "2026-05-30", "2026-08-30", "2026-11-30"]),
    (
      "P1Y", "2024-02-29",
      ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]
    ),
    ("P2W", "2026-02-20", ["2026-02-20", "2026-03-06", "2026-03-20"]),
    ("P10D", "2026-02-20", ["2026-02-20", "2026-03-02", "2026-03-12"]),
  ]) func `monthly from the 31st is 28 February, then 31 March again`(
    _ cycle: String, _ anchor: String, _ expected: [String]
  ) throws {
    let cycle = try #require(CalendarCycle(cycle))
    let anchor = try #require(CalendarDate(anchor))
    let found = expected.indices.map { cycle.occurrence($0, from: anchor).description }
    #expect(found == expected)
  }

  @Test func `an occurrence before the anchor is counted from it too`() throws {
    let anchor = try #require(CalendarDate("2026-03-31"))
    #expect(CalendarCycle("P1M")?.occurrence(-1, from: anchor).description == "2026-02-28")
    #expect(CalendarCycle("P1M")?.occurrence(-3, from: anchor).description == "2025-12-31")
    #expect(CalendarCycle("P1W")?.occurrence(-1, from: anchor).description == "2026-03-24")
  }

  @Test(arguments: CalendarCycle.Unit.allCases)
  func `what lies outside the calendar is its end`(_ unit: CalendarCycle.Unit) throws {
    let cycle = try #require(CalendarCycle(9999, unit))
    let anchor = try #require(CalendarDate("2026-03-31"))
    #expect(cycle.occurrence(.max, from: anchor) == .last)
    #expect(cycle.occurrence(.min, from: anchor) == .first)
  }

  @Test func `later occurrences are later, and the day of the month is kept where there is one`()
    throws
  {
    let seed = UInt64(2_227_428)
    print("seed of cycles: \(seed)")
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let unit = CalendarCycle.Unit.allCases[random.below(4)]
      let cycle = try #require(CalendarCycle(1 + random.below(12), unit))
      let anchor = CalendarDate(daysSince1970: Int64(random.below(40_000)))
      let n = random.below(60)
      let day = cycle.occurrence(n, from: anchor)
      #expect(day < cycle.occurrence(n + 1, from: anchor))
      #expect(CalendarCycle(cycle.description) == cycle)
      switch unit {
      case .days: #expect(day.daysSince1970 - anchor.daysSince1970 == Int64(n * cycle.count))
      case .weeks: #expect(day.weekday == anchor.weekday)
      case .months, .years:
        #expect(day.day == min(anchor.day, CalendarDate.days(inMonth: day.month, of: day.year)))
        let months = cycle.count * n * (unit == .years ? 12 : 1)
        #expect((day.year - anchor.year) * 12 + day.month - anchor.month == months)
      }
    }
  }

  @Test(arguments: [
    "", "P", "P3", "3M", "P0M", "P-1M", "P03M", "p3M", "P3m", "PT3M", "P1Y2M", "P10000D",
  ])
  func `what is no cycle is refused`(_ text: String) {
    #expect(CalendarCycle(text) == nil)
  }
}
