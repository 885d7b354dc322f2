import CallbookTesting
import Testing

/// Visits whose day is a closed one (EXPECTATIONS 7). The shop is closed from Friday, 19 June 2026, to
/// Sunday.
struct SeriesDeferralTests {
  private let series: SeriesShop

  init() throws {
    series = try SeriesShop()
  }

  @Test func `it is put off to the next open day, and those after it stay where they are`() throws {
    _ = try series.add("2026-06-12", "P1W", #","count":3"#)
    #expect(try series.coming() == ["a1 06-12 10:00", "a2 06-22 10:00", "a3 06-26 10:00"])
    #expect(try series.skipped() == [])
    let deferred = try series.admin.result("appointment.get", #"{"id":"a2"}"#)
    #expect(deferred["occurrence"]?.text == "2026-06-19T02:00:00.000Z")
    let changes = try series.admin.result("audit.list")["items"]?.items ?? []
    let fields = changes.filter { $0["subject"]?.text == "a2" }
      .flatMap { $0["fields"]?.items.compactMap(\.text) ?? [] }
    #expect(fields.contains("deferred"))
    #expect(try series.notices("series_skipped") == [])
  }

  @Test func `not by more days than policy says, and then it is left out and told`() throws {
    try series.set("series.defer", "2")
    _ = try series.add("2026-06-12", "P1W", #","count":3"#)
    #expect(try series.coming() == ["a1 06-12 10:00", "a2 06-26 10:00"])
    #expect(try series.skipped() == ["06-19 10:00 outside_hours"])
    #expect(try series.notices("series_skipped") == ["callbook series get s1"])
    try series.set("series.defer", "3")
    _ = try series.add("2026-06-19", "P1M", #","count":1"#)
    #expect(try series.coming("s2") == ["a3 06-22 10:00"])
    try series.set("series.defer", "0")
    _ = try series.add("2026-06-20", "P1M", #","count":1"#)
    #expect(try series.skipped("s3") == ["06-20 10:00 outside_hours"])
  }

  @Test func `a Saturday that is worked instead is open`() throws {
    _ = try series.admin.result(
      "calendar.set", #"{"days":["2026-06-20"],"hours":"09:00-17:00"}"#)
    _ = try series.add("2026-06-19", "P1W", #","count":1"#)
    #expect(try series.coming() == ["a1 06-20 10:00"])
  }

  @Test func `it keeps to the hours of that day, and to what is free then`() throws {
    _ = try series.admin.result(
      "calendar.set", #"{"days":["2026-06-22"],"hours":"13:00-14:30"}"#)
    _ = try series.add("2026-06-19", "P1W", #","count":1,"assignee":"bob""#)
    #expect(try series.coming() == ["a1 06-22 13:00"])
    // Bob has no hour left on Monday, so it is Tuesday.
    _ = try series.admin.result(
      "series.add",
      #"{"contact":"c2","start":"2026-06-19T10:00:00+08:00","cycle":"P1W","count":1,"assignee":"bob"}"#
    )
    #expect(try series.coming("s2") == ["a2 06-23 10:00"])
  }

  @Test func `never onto the following one or past it`() throws {
    _ = try series.add("2026-06-19", "P2D", #","count":3"#)
    #expect(try series.coming() == ["a1 06-22 10:00", "a2 06-23 10:00"])
    #expect(try series.skipped() == ["06-19 10:00 outside_hours"])
    _ = try series.add("2026-06-19", "P3D", #","count":2"#)
    #expect(try series.skipped("s2") == ["06-19 10:00 outside_hours"])
  }

  @Test func `not past the last day of the series, but past that of the horizon`() throws {
    _ = try series.add("2026-06-19", "P1W", #","until":"2026-06-21""#)
    #expect(try series.skipped() == ["06-19 10:00 outside_hours"])
    try series.set("appointment.horizon", "44")
    _ = try series.add("2026-06-19", "P1W")
    #expect(try series.coming("s2") == ["a1 06-22 10:00"])
    #expect(try series.get("s2")["next_day"]?.text == "2026-06-26")
  }

  @Test func `on an open day that is full it is left out, not put off to another`() throws {
    _ = try series.admin.result(
      "appointment.book",
      #"""
      {"contact":"c2","kind":"visit","start":"2026-06-12T09:00:00+08:00","duration_minutes":540,
       "assignee":"bob"}
      """#.split(separator: "\n").joined())
    _ = try series.add("2026-06-12", "P1W", #","count":1,"assignee":"bob""#)
    #expect(try series.coming() == [])
    #expect(try series.skipped() == ["06-12 10:00 busy_assignee"])
    #expect(try series.notices("series_skipped") == ["callbook series get s1"])
  }

  @Test func `hours that no day of the week has are put off in vain`() throws {
    _ = try series.admin.result(
      "series.add",
      #"{"contact":"c1","start":"2026-06-12T22:00:00+08:00","cycle":"P1W","count":1}"#)
    #expect(try series.skipped() == ["06-12 22:00 outside_hours"])
  }
}
