import CallbookTesting
import Testing

/// Another cycle from a visit on. Visits are on Tuesdays, from 12 May 2026.
struct SeriesCycleTests {
  private let series: SeriesShop

  init() throws {
    series = try SeriesShop()
    _ = try series.add("2026-05-12", "P1W", #","count":8"#)
  }

  private func edit(_ params: String, dryRun: Bool = false) throws -> WireValue {
    try series.admin.result(
      "series.edit", #"{"id":"s1",\#(params)}"#, ctx: dryRun ? #"{"dry_run":true}"# : nil)
  }

  private static let fortnightly =
    #""from":"2026-05-26","cycle":"P2W","reason":"customer_request""#

  @Test
  func `what is on a day of both stays, what is not is cancelled, earlier ones are untouched`()
    throws
  {
    let before = try series.admin.result("appointment.get", #"{"id":"a2"}"#)
    let edited = try edit(Self.fortnightly)
    #expect(try series.coming() == ["a1 05-12 10:00", "a2 05-19 10:00"])
    #expect(try series.admin.result("appointment.get", #"{"id":"a2"}"#) == before)
    // Six were left: the new ones are counted from 26 May.
    #expect(
      try series.coming("s2") == [
        "a3 05-26 10:00", "a5 06-09 10:00", "a7 06-23 10:00", "a9 07-07 10:00", "a10 07-21 10:00",
        "a11 08-04 10:00",
      ])
    let items = edited["items"]?.items ?? []
    #expect(items.compactMap { $0["appointment"]?.text } == ["a4", "a6", "a8"])
    #expect(items.allSatisfy { $0["outcome"]?.text == "cancelled" })
    #expect(edited["kept"]?.items == [])
    let next = edited["next"]?["series"]
    #expect(next?["plan"]?["first_day"]?.text == "2026-05-26" && next?["count"] == .integer(6))
    #expect(next?["state"]?.text == "ended" && edited["ended"]?["state"]?.text == "ended")
    // Whoever has confirmed it need not do so again.
    let stayed = try series.admin.result("appointment.get", #"{"id":"a5"}"#)
    #expect(stayed["sequence"] == .integer(0) && stayed["series"]?.text == "s2")
  }

  @Test func `what somebody changed is kept and named, wherever it is`() throws {
    for id in ["a4", "a5"] {
      let day = id == "a4" ? "2026-06-03" : "2026-06-10"
      _ = try series.admin.result(
        "appointment.move", #"{"id":"\#(id)","start":"\#(day)T14:00:00+08:00"}"#)
    }
    _ = try series.admin.result("appointment.cancel", #"{"id":"a7","reason":"weather"}"#)
    let edited = try edit(Self.fortnightly)
    #expect(edited["kept"]?.items.compactMap(\.text) == ["a4", "a5"])
    #expect(
      edited["items"]?.items.compactMap { $0["appointment"]?.text } == ["a6", "a8"])
    // a4 belongs to no day of the new series; a5 is an occurrence of it, and so is a7, cancelled.
    #expect(
      try series.coming() == ["a1 05-12 10:00", "a2 05-19 10:00", "a4 06-03 14:00"])
    #expect(
      try series.coming("s2").prefix(3) == [
        "a3 05-26 10:00", "a5 06-10 14:00", "a9 07-07 10:00",
      ])
  }

  @Test func `a dry run says the same and changes nothing`() throws {
    let said = try edit(Self.fortnightly, dryRun: true)
    #expect(try series.coming().count == 8)
    let done = try edit(Self.fortnightly)
    for part in ["kept", "items"] { #expect(said[part] == done[part], "\(part)") }
    let starts = { (reply: WireValue) in
      (reply["next"]?["coming"]?.items ?? []).compactMap { $0["start_at"]?.text }
    }
    #expect(starts(said) == starts(done) && !starts(done).isEmpty)
    #expect(said["bulk"] == nil && done["bulk"] != nil, "there is nothing to take back")
  }

  @Test func `what is cancelled needs a reason, and can be brought back`() throws {
    let refused = try series.admin.failure(
      "series.edit", #"{"id":"s1","from":"2026-05-26","cycle":"P2W"}"#)
    #expect(refused?["violations"]?[0]?["pointer"]?.text == "/reason")
    #expect(try series.coming().count == 8)
    #expect(try edit(Self.fortnightly)["bulk"] == .integer(1))
    let back = try series.admin.result("appointment.reinstate_many", #"{"bulk":1}"#)
    #expect(back["items"]?.items.count == 3 && back["series"] == nil)
    #expect(
      try series.coming() == [
        "a1 05-12 10:00", "a2 05-19 10:00", "a4 06-02 10:00", "a6 06-16 10:00", "a8 06-30 10:00",
      ])
  }

  @Test func `nothing is cancelled where the new cycle has all days, so no reason is needed`()
    throws
  {
    _ = try series.add("2026-05-13", "P1W", #","until":"2026-05-27""#)
    let edited = try series.admin.result(
      "series.edit", #"{"id":"s2","from":"2026-05-20","cycle":"P1D","time":"15:00"}"#)
    #expect(edited["bulk"] == nil)
    #expect(
      try series.coming("s3") == [
        "a10 05-20 15:00", "a12 05-21 15:00", "a13 05-22 15:00", "a14 05-25 15:00",
        "a15 05-26 15:00", "a11 05-27 15:00",
      ])
    #expect(
      try series.skipped("s3") == ["05-24 15:00 outside_hours", "05-23 15:00 outside_hours"])
  }

  @Test func `inside the notice period a manager is asked`() throws {
    try series.set("appointment.cancel_notice", "720")
    let edited = try edit(Self.fortnightly)
    #expect(edited["items"]?[0]?["outcome"]?.text == "requested")
    #expect(edited["items"]?[0]?["request"]?.text == "x1")
    #expect(edited["items"]?[1]?["outcome"]?.text == "cancelled")
  }

  @Test func `edited again, what the first edit moved is nobody's exception`() throws {
    _ = try edit(#""from":"2026-05-26","time":"15:00""#)
    let again = try series.admin.result(
      "series.edit", #"{"id":"s2","from":"2026-06-02","time":"16:00"}"#)
    #expect(again["kept"]?.items == [])
    #expect(try series.coming("s2") == ["a3 05-26 15:00"])
    #expect(try series.coming("s3").first == "a4 06-02 16:00")
    #expect(again["next"]?["series"]?["count"] == .integer(8))
  }

  @Test func `somebody else comes, and nobody has to confirm that again`() throws {
    _ = try series.admin.result("appointment.confirm", #"{"id":"a3"}"#)
    _ = try edit(#""from":"2026-05-26","assignee":"bob""#)
    let given = try series.admin.result("appointment.get", #"{"id":"a3"}"#)
    #expect(given["state"]?.text == "confirmed" && given["assignee"]?.text == "bob")
    #expect(given["exception"] == nil)
  }
}
