import CallbookModel
import CallbookTesting
import Testing

/// Whatever is booked, moved and cancelled, in any order: the checks refuse what a plain book refuses, and
/// what holds a slot never shares it (EXPECTATIONS 12).
struct BookingPropertyTests {
  /// Midnight of Monday 1 June 2026 in Shanghai.
  private static let midnight = Instant("2026-06-01T00:00:00+08:00")
  private static let staff = ["bob", "carol"]
  private static let horizonDays = 4

  private static func instant(_ minute: Int) throws -> Instant {
    try #require(midnight).advanced(byMilliseconds: Int64(minute) * 60_000)
  }

  private func shop() throws -> (TestShop, TestConnection) {
    let shop = try TestShop()
    shop.clock.set(try Self.instant(8 * 60))
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["admin"]}"#)
    let admin = shop.connect(uid: 4001)
    for (method, params) in [
      ("staff.add", #"{"user":"bob","role":["agent"]}"#),
      ("staff.add", #"{"user":"carol","role":["service"]}"#),
      ("place.add", #"{"name":"one","title":"One"}"#),
      ("place.add", #"{"name":"three","title":"Three","capacity":3}"#),
      ("policy.set", #"{"setting":"appointment.lead_time","value":"0"}"#),
      ("policy.set", #"{"setting":"appointment.horizon","value":"\#(Self.horizonDays)"}"#),
    ] { _ = try admin.result(method, params) }
    for number in 1...4 { _ = try admin.result("contact.add", #"{"name":"N\#(number)"}"#) }
    return (shop, admin)
  }

  private func wish(_ chance: inout SplitMix64, _ now: Int) -> PlainBook.Wish {
    // Mostly where it is crowded, at times where nobody may book.
    let day = chance.below(6)
    let start = day * 1440 + 8 * 60 + 30 + chance.below(24) * 15
    return PlainBook.Wish(
      contact: 1 + chance.below(4), assignee: ([nil] + Self.staff)[chance.below(3)],
      place: [nil, "one", "three"][chance.below(3)],
      minutes: start..<start + 15 * (1 + chance.below(8)))
  }

  private func params(_ wish: PlainBook.Wish, moving id: String?) throws -> String {
    let start = try Self.instant(wish.minutes.lowerBound)
    var members = [
      #""start":"\#(start)""#, #""duration_minutes":\#(wish.minutes.count)"#,
    ]
    if let assignee = wish.assignee { members.append(#""assignee":"\#(assignee)""#) }
    members.append(
      wish.place.map { #""place":"\#($0)""# } ?? (id == nil ? "" : #""place":null"#))
    members.append(
      id.map { #""id":"\#($0)""# } ?? #""contact":"c\#(wish.contact)","kind":"visit""#)
    return "{" + members.filter { !$0.isEmpty }.joined(separator: ",") + "}"
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `what may not be shared never is`(_ seed: UInt64) throws
  {
    let (shop, admin) = try shop()
    var chance = SplitMix64(seed: seed)
    var book = PlainBook(horizonDays: Self.horizonDays)
    var now = 8 * 60
    var (made, refused) = (0, 0)
    for step in 0..<300 {
      let active = book.entries.filter(\.isActive)
      let chosen = active.isEmpty ? nil : active[chance.below(active.count)]
      switch (chance.below(11), chosen) {
      case (0, let chosen?):
        let number = try #require(AppointmentID(chosen.id))
        shop.cancel(number)
        book.cancel(chosen.id)
      case (1, _):
        now += 7
        shop.clock.set(try Self.instant(now))
      case (10, _):
        try importBusyTimes(&chance, now, admin, &book)
      case (2...4, let chosen?):
        var wish = wish(&chance, now)
        wish.contact = chosen.contact
        if wish.assignee == nil { wish.assignee = chosen.assignee }
        let answer = try admin.call("appointment.move", params(wish, moving: chosen.id))
        let checks = book.refused(wish, now: now, moved: chosen.id)
        compare(answer, checks, "seed \(seed), step \(step)")
        if checks.isEmpty { book.move(chosen.id, to: wish) }
      default:
        let wish = wish(&chance, now)
        let answer = try admin.call("appointment.book", params(wish, moving: nil))
        let checks = book.refused(wish, now: now)
        compare(answer, checks, "seed \(seed), step \(step)")
        if checks.isEmpty, let id = answer["result"]?["id"]?.text { book.add(wish, id: id) }
        if checks.isEmpty { made += 1 } else { refused += 1 }
      }
    }
    #expect(made > 20 && refused > 20, "seed \(seed): \(made) made, \(refused) refused")
    try expectNothingShared(book, admin, "seed \(seed)")
  }

  private func importBusyTimes(
    _ chance: inout SplitMix64, _ now: Int, _ admin: TestConnection, _ book: inout PlainBook
  ) throws {
    let user = Self.staff[chance.below(2)]
    // Some begin before, overlap, touch, or are over.
    let times = (0..<chance.below(5)).map { _ in
      let start = now - 120 + chance.below(6 * 1440)
      return start..<start + 1 + chance.below(200)
    }
    let busy = try times.map { minutes in
      let (start, end) = (
        try Self.instant(minutes.lowerBound), try Self.instant(minutes.upperBound)
      )
      return #"{"start":"\#(start)","end":"\#(end)"}"#
    }
    let reply = try admin.result(
      "busy.import", #"{"user":"\#(user)","times":[\#(busy.joined(separator: ","))]}"#)
    book.setElsewhere(user, times)
    let told = Set(reply["conflicts"]?.items.compactMap { $0["id"]?.text } ?? [])
    let ahead = times.filter { $0.upperBound > now }
    let due = book.entries.filter { entry in
      entry.isActive && entry.assignee == user && ahead.contains { $0.overlaps(entry.minutes) }
    }
    #expect(told == Set(due.map(\.id)), "\(user) \(times)")
  }

  private func compare(_ answer: WireValue, _ checks: [String], _ place: String) {
    let told = answer["error"]?["data"]?["checks"]?.items.compactMap(\.text).sorted()
    #expect(told ?? [] == checks, "\(place): \(answer)")
    #expect((answer["result"] != nil) == checks.isEmpty, "\(place): \(answer)")
  }

  /// By what the daemon lists, minute by minute.
  private func expectNothingShared(
    _ book: PlainBook, _ admin: TestConnection, _ place: String
  ) throws {
    let listed = try admin.result("appointment.list", #"{"limit":500}"#)["items"]?.items ?? []
    #expect(
      Set(listed.compactMap { $0["id"]?.text })
        == Set(book.entries.filter(\.isActive).map(\.id)), "\(place)")
    var taken: [String: Int] = [:]
    let midnight = try #require(Self.midnight).millisecondsSince1970
    for item in listed {
      let start = try #require(item["start_at"]?.text.flatMap { Instant($0) })
      let first = Int((start.millisecondsSince1970 - midnight) / 60_000)
      for minute in first..<first + Int(item["duration_minutes"]?.integer ?? 0) {
        for member in ["contact", "assignee", "place"] {
          if let who = item[member]?.text { taken["\(member) \(who) \(minute)", default: 0] += 1 }
        }
      }
    }
    for (key, count) in taken {
      let room = key.hasPrefix("place three") ? 3 : 1
      #expect(count <= room, "\(place): \(key) has \(count)")
    }
  }
}
