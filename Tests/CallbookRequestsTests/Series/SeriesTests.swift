import CallbookModel
import CallbookTesting
import Testing

/// Visits that come round, as days pass (DOMAIN A2). It is Wednesday, 6 May 2026, 10 o'clock; what is
/// booked is booked at most 90 days ahead.
struct SeriesTests {
  private static let day: Int64 = 86_400_000
  private let shop: TestShop
  private let admin: TestConnection

  init() throws {
    let series = try SeriesShop()
    (shop, admin) = (series.shop, series.admin)
  }

  /// Every Tuesday at ten, by bob.
  private static let weekly =
    #"{"contact":"c1","start":"2026-05-12T10:00:00+08:00","cycle":"P1W","assignee":"bob"}"#

  private func add(_ params: String = weekly) throws -> WireValue {
    try admin.result("series.add", params)
  }

  /// What is booked of a series, each by id and start.
  private func coming(_ id: String = "s1", _ connection: TestConnection? = nil) throws -> [String] {
    let report = try (connection ?? admin).result("series.get", #"{"id":"\#(id)"}"#)
    return (report["coming"]?.items ?? []).compactMap { item in
      guard let id = item["id"]?.text, let start = item["start_at"]?.text else { return nil }
      return "\(id) \(start.prefix(16))"
    }
  }

  private func pass(days: Int) {
    for _ in 0..<days {
      shop.clock.advance(milliseconds: Self.day)
      shop.claim()
    }
  }

  @Test func `what is within the horizon is booked at once, the rest as its day comes`() throws {
    let report = try add()
    #expect(report["coming"]?.items.count == 13)
    #expect(report["next_day"]?.text == "2026-08-11")
    pass(days: 6)
    #expect(try coming().count == 13)
    // On Wednesday the 13th, Tuesday in 90 days is within reach.
    pass(days: 1)
    #expect(try coming().last == "a14 2026-08-11T02:00")
    pass(days: 21)
    #expect(
      try coming().suffix(3) == [
        "a15 2026-08-18T02:00", "a16 2026-08-25T02:00", "a17 2026-09-01T02:00",
      ])
    let history = try admin.result("appointment.get", #"{"id":"a17"}"#)
    #expect(history["series"]?.text == "s1" && history["booked_by"]?.text == "alice")
    #expect(history["occurrence"]?.text == "2026-09-01T02:00:00.000Z")
  }

  @Test func `after weeks of downtime each is there once, and what went by is on record`() throws {
    _ = try admin.result("policy.set", #"{"setting":"appointment.horizon","value":"10"}"#)
    _ = try add()
    #expect(try coming() == ["a1 2026-05-12T02:00"])
    let clock = shop.clock
    shop.close()
    clock.advance(milliseconds: 20 * Self.day)
    try shop.open()
    for _ in 0..<3 { shop.claim() }
    let later = shop.connect(uid: 4001)
    #expect(
      try coming("s1", later) == [
        "a1 2026-05-12T02:00", "a2 2026-06-02T02:00",
      ])
    let report = try later.result("series.get", #"{"id":"s1"}"#)
    #expect(
      report["skipped"]?.items.map {
        "\($0["occurrence"]?.text ?? "") \($0["checks"]?[0]?.text ?? "")"
      }
        == ["2026-05-26T02:00:00.000Z past", "2026-05-19T02:00:00.000Z past"])
    #expect(report["series"]?["reached"] == .integer(4))
    try shop.restart()
    shop.claim()
    #expect(try coming("s1", shop.connect(uid: 4001)).count == 2)
  }

  @Test func `one more than a request books is left to the schedule`() throws {
    let report = try add(
      #"{"contact":"c1","start":"2026-05-07T10:00:00+08:00","cycle":"P1D"}"#)
    let reached = report["series"]?["reached"]
    #expect(reached == .integer(60))
    shop.claim()
    shop.claim()
    shop.claim()
    shop.claim()
    let later = try admin.result("series.get", #"{"id":"s1"}"#)
    #expect(later["series"]?["reached"] == .integer(90))
    #expect(later["next_day"]?.text == "2026-08-05")
  }

  @Test func `a taken time is put off that day, a closed day is left out and shown`() throws {
    _ = try admin.result(
      "appointment.book",
      #"{"contact":"c2","kind":"visit","start":"2026-05-08T09:30:00+08:00","assignee":"bob"}"#)
    let report = try add(
      #"{"contact":"c1","start":"2026-05-08T10:00:00+08:00","cycle":"P1D","count":4,"assignee":"bob"}"#
    )
    #expect(
      try coming() == [
        "a2 2026-05-08T02:30", "a3 2026-05-09T02:00", "a4 2026-05-11T02:00",
      ])
    let skipped = report["skipped"]?[0]
    #expect(skipped?["occurrence"]?.text == "2026-05-10T02:00:00.000Z")
    #expect(skipped?["checks"]?[0]?.text == "outside_hours")
    #expect(report["series"]?["state"]?.text == "ended")
    func notices(_ uid: UInt32) throws -> [String] {
      let items = try shop.connect(uid: uid).result("today.list")["notices"]?.items ?? []
      return items.filter { $0["notice"]?.text == "series_skipped" }
        .compactMap { $0["command"]?.text }
    }
    #expect(try notices(4001) == ["callbook series get s1"])
    #expect(try notices(4002) == ["callbook series get s1"])
    #expect(try notices(4003) == [])
    pass(days: 8)
    #expect(try notices(4001) == [])
  }

  @Test func `this one moved or cancelled stays so, and is never made again`() throws {
    _ = try add()
    _ = try admin.result(
      "appointment.move", #"{"id":"a2","start":"2026-05-20T14:00:00+08:00"}"#)
    _ = try admin.result(
      "appointment.cancel", #"{"id":"a3","reason":"customer_request","channel":"phone"}"#)
    pass(days: 7)
    try shop.restart()
    shop.claim()
    let later = shop.connect(uid: 4001)
    let all = try coming("s1", later)
    #expect(
      all.prefix(3) == ["a1 2026-05-12T02:00", "a2 2026-05-20T06:00", "a4 2026-06-02T02:00"])
    #expect(all.count == 13)
    let ended = try later.result(
      "series.end", #"{"id":"s1","from":"2026-05-19","reason":"no_longer_needed"}"#)
    #expect(ended["kept"]?.items.compactMap(\.text) == ["a2"])
    #expect(ended["items"]?.items.count == 11)
    #expect(try coming("s1", later) == ["a1 2026-05-12T02:00", "a2 2026-05-20T06:00"])
    pass(days: 30)
    #expect(try coming("s1", later).count == 2)
  }

  @Test func `this and following keep their appointments, and what was moved before`() throws {
    _ = try add()
    _ = try admin.result(
      "appointment.move", #"{"id":"a4","start":"2026-06-03T14:00:00+08:00"}"#)
    let edited = try admin.result(
      "series.edit", #"{"id":"s1","from":"2026-05-25","time":"15:00"}"#)
    #expect(edited["kept"]?.items.compactMap(\.text) == ["a4"])
    #expect(edited["next"]?["series"]?["continues"]?.text == "s1")
    #expect(try coming("s1") == ["a1 2026-05-12T02:00", "a2 2026-05-19T02:00"])
    #expect(
      try coming("s2").prefix(3) == [
        "a3 2026-05-26T07:00", "a4 2026-06-03T06:00", "a5 2026-06-09T07:00",
      ])
    pass(days: 7)
    #expect(try coming("s2").last == "a14 2026-08-11T07:00")
    #expect(try coming("s2").count == 12)
    #expect(try coming("s1").count == 2)
  }

  @Test func `of what cannot be had at the new time the old one is kept`() throws {
    _ = try add()
    let edited = try admin.result(
      "series.edit", #"{"id":"s1","from":"2026-05-12","time":"23:00"}"#)
    #expect(edited["kept"]?.items.count == 13)
    #expect(try coming("s2").first == "a1 2026-05-12T02:00")
    #expect(try coming("s1") == [])
  }

  @Test func `a series follows its contact when that is merged, and back`() throws {
    _ = try add()
    func contact() throws -> String? {
      try admin.result("series.get", #"{"id":"s1"}"#)["series"]?["contact"]?.text
    }
    _ = try admin.result("contact.merge", #"{"into":"c2","from":["c1"]}"#)
    #expect(try contact() == "c2")
    pass(days: 7)
    let made = try admin.result("appointment.get", #"{"id":"a14"}"#)
    #expect(made["contact"]?.text == "c2")
    _ = try admin.result("contact.unmerge", #"{"id":"c1"}"#)
    #expect(try contact() == "c1")
  }
}
