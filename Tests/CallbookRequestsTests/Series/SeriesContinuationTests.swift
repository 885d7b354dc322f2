import CallbookTesting
import Testing

/// Series that go on with others: whose each visit is. Visits are on Tuesdays, from 12 May 2026.
struct SeriesContinuationTests {
  private let series: SeriesShop

  init() throws {
    series = try SeriesShop()
    _ = try series.add("2026-05-12", "P1W", #","count":6"#)
  }

  private func edit(_ id: String, from: String, time: String) throws -> WireValue {
    try series.admin.result(
      "series.edit", #"{"id":"\#(id)","from":"\#(from)","time":"\#(time)"}"#)
  }

  @Test func `edited from before its own first, those of the series before are not made again`()
    throws
  {
    _ = try edit("s1", from: "2026-06-02", time: "15:00")
    let edited = try edit("s2", from: "2026-05-12", time: "16:00")
    #expect(edited["next"]?["skipped"]?.items == [])
    #expect(try series.coming("s1") == ["a1 05-12 10:00", "a2 05-19 10:00", "a3 05-26 10:00"])
    #expect(try series.coming("s2") == [])
    #expect(try series.coming("s3") == ["a4 06-02 16:00", "a5 06-09 16:00", "a6 06-16 16:00"])
    // All of its own went on in another: nothing is left of it.
    let refused = try series.admin.failure(
      "series.edit", #"{"id":"s2","from":"2026-05-12","time":"17:00"}"#)
    #expect(refused?["reason"]?.text == "WRONG_STATE")
    let ended = try series.admin.failure(
      "series.end", #"{"id":"s2","from":"2026-05-12","reason":"no_longer_needed"}"#)
    #expect(ended?["reason"]?.text == "WRONG_STATE")
  }

  @Test func `an end is taken back once, also when it ends on that day for another reason`()
    throws
  {
    _ = try series.admin.result(
      "series.end", #"{"id":"s1","from":"2026-06-02","reason":"no_longer_needed"}"#)
    _ = try series.admin.result("appointment.reinstate_many", #"{"bulk":1}"#)
    _ = try edit("s1", from: "2026-06-02", time: "15:00")
    let again = try series.admin.result("appointment.reinstate_many", #"{"bulk":1}"#)
    #expect(again["series"] == nil)
    #expect(try series.get("s1")["series"]?["until"]?.text == "2026-06-01")
  }

  @Test func `parted again, what came round meanwhile goes back with its series`() throws {
    _ = try series.add("2026-05-13", "P4W", #","count":8"#)
    _ = try series.admin.result("contact.merge", #"{"into":"c2","from":["c1"]}"#)
    series.pass(days: 30)
    let next = try edit("s2", from: "2026-07-08", time: "15:00")["next"]?["series"]
    #expect(next?["id"]?.text == "s3" && next?["contact"]?.text == "c2")
    #expect(try series.coming("s3").last == "a11 09-02 15:00")
    _ = try series.admin.result("contact.unmerge", #"{"id":"c1"}"#)
    for id in ["s1", "s2", "s3"] {
      #expect(try series.get(id)["series"]?["contact"]?.text == "c1")
    }
    for id in ["a1", "a7", "a11"] {
      let booked = try series.admin.result("appointment.get", #"{"id":"\#(id)"}"#)
      #expect(booked["contact"]?.text == "c1", "\(id)")
    }
    let entry = try series.admin.result("series.get", #"{"id":"s3"}"#)
    #expect(entry["series"]?["name"]?.text == "王小明")
  }
}
