import CallbookModel
import Testing

struct CalendarDateTests {
  @Test func `days are counted one after the other over four hundred years`() throws {
    var expected = try #require(CalendarDate(year: 1800, month: 1, day: 1))
    for day in expected.daysSince1970..<(expected.daysSince1970 + 146_097) {
      let date = CalendarDate(daysSince1970: day)
      guard date == expected, date.daysSince1970 == day else {
        Issue.record("day \(day) is \(date), not \(expected)")
        return
      }
      expected = Self.next(expected)
    }
    #expect(expected == CalendarDate(year: 2200, month: 1, day: 1))
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-1-1", "0000-01-01",
    "2026-01-01 ", "26-01-01", "",
  ]) func `what is no day is refused`(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "9999-12-31", "0001-01-01"])
  func `a day is read as it is written`(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  private static func next(_ date: CalendarDate) -> CalendarDate {
    CalendarDate(year: date.year, month: date.month, day: date.day + 1)
      ?? CalendarDate(year: date.year, month: date.month + 1, day: 1)
      ?? CalendarDate(year: date.year + 1, month: 1, day: 1) ?? date
  }
}
