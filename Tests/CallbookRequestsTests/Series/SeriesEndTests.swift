import CallbookTesting
import Testing

/// Ending a series, and taking that back. Visits are on Tuesdays, from 12 May 2026.
struct SeriesEndTests {
  private let series: SeriesShop

  init() throws {
    series = try SeriesShop()
  }

  private func end(_ more: String) throws -> WireValue {
    try series.admin.result("series.end", #"{"id":"s1","reason":"no_longer_needed",\#(more)}"#)
  }

  private func reinstate(_ bulk: Int = 1, after: String? = nil) throws -> WireValue {
    let place = after.map { #","after":"\#($0)""# } ?? ""
    return try series.admin.result(
      "appointment.reinstate_many", #"{"bulk":\#(bulk)\#(place)}"#)
  }

  @Test func `one number brings all of it back, and the series goes on`() throws {
    _ = try series.add("2026-05-12", "P1W")
    let before = try series.coming()
    let ended = try end(#""from":"2026-05-26""#)
    #expect(ended["bulk"] == .integer(1) && ended["items"]?.items.count == 11)
    #expect(try series.coming().count == 2)
    let back = try reinstate()
    #expect(back["series"]?.text == "s1" && back["items"]?.items.count == 11)
    #expect(try series.coming() == before)
    let report = try series.get()
    #expect(report["series"]?["state"]?.text == "active")
    #expect(report["series"]?["until"] == nil && report["next_day"]?.text == "2026-08-11")
    series.pass(days: 7)
    #expect(try series.coming().last == "a14 08-11 10:00")
    // Nobody changed what was brought back.
    #expect(try end(#""from":"2026-05-26""#)["items"]?.items.count == 12)
  }

  @Test func `a last day that it had before it has again`() throws {
    _ = try series.add("2026-05-12", "P1W", #","until":"2026-06-30""#)
    _ = try end(#""from":"2026-06-02""#)
    _ = try reinstate()
    let report = try series.get()
    #expect(report["series"]?["until"]?.text == "2026-06-30")
    #expect(report["series"]?["state"]?.text == "ended" && report["coming"]?.items.count == 8)
    // The number is used up: the same again brings nothing back.
    let again = try reinstate()
    #expect(again["series"] == nil && again["items"]?.items == [])
  }

  @Test func `one that was ended in another way since stays so`() throws {
    _ = try series.add("2026-05-12", "P1W")
    _ = try end(#""from":"2026-06-30""#)
    _ = try end(#""from":"2026-06-02""#)
    let back = try reinstate(1)
    #expect(back["series"] == nil)
    #expect(try series.get()["series"]?["until"]?.text == "2026-06-01")
    // What the first one cancelled is back all the same: its items say so.
    #expect(back["items"]?[0]?["outcome"]?.text == "reinstated")
  }

  @Test func `what was put off until its last day is cancelled, too`() throws {
    _ = try series.add("2026-06-12", "P1W")
    #expect(try series.coming()[1] == "a2 06-22 10:00")
    let ended = try end(#""from":"2026-06-20""#)
    #expect(ended["items"]?[0]?["appointment"]?.text == "a2")
    #expect(try series.coming() == ["a1 06-12 10:00"])
  }

  @Test func `what there was no time for is ended under the same number`() throws {
    _ = try series.add("2026-05-12", "P1W")
    series.shop.clock.passesAtEveryLook(milliseconds: 20)
    let first = try end(#""from":"2026-05-12""#)
    #expect(first["more"] == .boolean(true) && first["items"]?.items.count == 2)
    let rest = try end(#""from":"2026-05-12","bulk":1"#)
    #expect(rest["bulk"] == .integer(1) && rest["items"]?.items.count == 2)
    series.shop.clock.passesAtEveryLook(milliseconds: 0)
    #expect(try end(#""from":"2026-05-12","bulk":1"#)["more"] == .boolean(false))
    #expect(try series.coming() == [])
    #expect(try reinstate()["items"]?.items.count == 13)
    #expect(try series.get()["series"]?["until"] == nil)
    let refused = try series.admin.failure(
      "series.end", #"{"id":"s1","reason":"no_longer_needed","bulk":7}"#)
    #expect(refused?["reason"]?.text == "NOT_FOUND")
  }
}
