import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// That booking is switched off for a while: asked for, decided, and on again (DOMAIN B1, B2).
enum SimulatedBookingOffs: SimulatedSubject {
  static let kind = "booking_off"

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.bookingOffs.keys) }

  /// Whoever asked hears when booking goes off, when to look after it, and when it is on again.
  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let off = shop.bookingOffs[number] else { return [] }
    if off.state == "pending" {
      return off.request.reminders("booking", expiry: off.expiry(in: shop), in: shop)
    }
    guard off.state == "approved" else { return [] }
    func reminder(_ kind: String, _ planned: PlainCalendar.Planned) -> PlainReminder {
      PlainReminder(
        kind: kind, cause: "", due: planned.at, audience: shop.audience(off.request.by),
        isProvisional: planned.isProvisional)
    }
    var reminders: [PlainReminder] = []
    let begin = max(off.from, off.decidedAt ?? off.from)
    if off.onAt.map({ $0 > begin }) ?? true {
      reminders.append(reminder("booking.off", .init(at: begin, isProvisional: false)))
    }
    guard off.onAt == nil else { return reminders }
    let morning = shop.calendar.zone.instant(off.followUpOn, minute: 0)
    let told = shop.calendar.after(workingMinutes: 0, from: morning)
    reminders.append(reminder("booking.follow_up", told))
    // Nobody here answers.
    let overdue = SimulatedReviews.opening(
      shop.number("booking.follow_up_escalate"), after: told.at, shop.calendar)
    reminders.append(
      PlainReminder(
        kind: "booking.follow_up_overdue", cause: "", due: overdue.at, audience: "role manager",
        isProvisional: overdue.isProvisional))
    if let until = off.until {
      reminders.append(reminder("booking.on", .init(at: until, isProvisional: false)))
    }
    return reminders
  }

  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {
    if reminder.kind == "booking.expired" { shop.bookingOffs[number]?.state = "expired" }
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    let shown = try store.sql.all(
      "SELECT subject, state FROM approval WHERE kind = 'booking_off' ORDER BY subject",
      { _ in }, { "o\($0.integer(0)) \($0.text(1))" })
    let wanted = shop.bookingOffs.sorted { $0.key < $1.key }.map { "o\($0) \($1.state)" }
    guard shown != wanted else { return [] }
    return ["switchings-off: \(Set(shown).symmetricDifference(wanted).sorted())"]
  }

  // MARK: What people do

  static var actions: [Choice] {
    [
      Choice(3, ask), Choice(9, approve), Choice(2, reject), Choice(2, withdraw),
      Choice(2, switchOn),
    ]
  }

  private static func ask(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let user = random.one(of: "carol", "carol", "carol", "erin")
    let later = random.isLucky(3) ? nil : shop.now + Int64(random.below(10 * 48)) * 1_800_000
    let from = later ?? shop.now
    let until =
      random.isLucky(6) ? nil : from + Int64(1 + random.below(random.one(of: 16, 96))) * 1_800_000
    let day = shop.today.plus(random.below(8))
    let scope = random.below(3)
    let place = scope == 0 ? random.pick(shop.places.keys.sorted()) : nil
    let kind = scope == 1 ? random.one(of: "training", "visit") : nil
    func time(_ name: String, _ at: Int64?) -> String {
      at.map { ",\"\(name)\":\"\(Instant(millisecondsSince1970: $0))\"" } ?? ""
    }
    let params =
      #"{"reason":"x","follow_up_plan":"y","follow_up_on":"\#(day.text)""#
      + time("from", later) + time("until", until)
      + (place.map { #","place":"\#($0)""# } ?? "") + (kind.map { #","kind":"\#($0)""# } ?? "")
      + "}"
    return Action(user, "booking.off", params) { shop, entries, _ in
      for entry in entries where entry.event == "booking_off.requested" {
        shop.bookingOffs[entry.subject.number] = PlainBookingOff(
          place: place, kind: kind, from: from, until: until, followUpOn: day,
          request: PlainRequest(by: user, askedAt: shop.now))
        shop.plan(SimulatedBookingOffs.self, entry.subject.number)
      }
    }
  }

  private static func pick(
    _ random: inout SplitMix64, _ shop: PlainShop, _ state: String
  ) -> (Int64, PlainBookingOff)? {
    let fitting = shop.bookingOffs.filter { $0.value.state == state }.keys.sorted()
    let choice = random.isLucky(6) ? shop.bookingOffs.keys.sorted() : fitting
    guard let number = random.pick(choice.suffix(4)), let off = shop.bookingOffs[number] else {
      return nil
    }
    return (number, off)
  }

  private static func approve(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, off) = pick(&random, shop, "pending") else { return nil }
    let params = #"{"id":"o\#(number)"}"#
    let isOver = off.until.map { $0 <= shop.now } ?? false
    let expiry = off.expiry(in: shop).at
    if let reason = isOver
      ? "WRONG_STATE" : off.request.refusal(to: "erin", expiry: expiry, in: shop)
    {
      return .refused("erin", "booking.approve", params, reason)
    }
    return Action("erin", "booking.approve", params) { shop in
      shop.order += 1
      shop.bookingOffs[number]?.state = "approved"
      shop.bookingOffs[number]?.decidedAt = shop.now
      shop.bookingOffs[number]?.order = shop.order
      shop.plan(SimulatedBookingOffs.self, number)
    }
  }

  private static func reject(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, off) = pick(&random, shop, "pending") else { return nil }
    let params = #"{"id":"o\#(number)","opinion":"x"}"#
    let expiry = off.expiry(in: shop).at
    if let reason = off.request.refusal(to: "erin", expiry: expiry, in: shop) {
      return .refused("erin", "booking.reject", params, reason)
    }
    return Action("erin", "booking.reject", params) { shop in
      shop.bookingOffs[number]?.state = "rejected"
      shop.plan(SimulatedBookingOffs.self, number)
    }
  }

  private static func withdraw(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, off) = pick(&random, shop, "pending") else { return nil }
    let params = #"{"id":"o\#(number)"}"#
    let isOver = off.state == "pending" && off.expiry(in: shop).at <= shop.now
    guard ["pending", "approved"].contains(off.state), !isOver, !off.isOn(at: shop.now),
      !off.isOff(at: shop.now)
    else { return .refused("carol", "booking.withdraw", params, "WRONG_STATE") }
    guard off.request.by == "carol" else {
      return .refused("carol", "booking.withdraw", params, "NOT_OWNER")
    }
    return Action("carol", "booking.withdraw", params) { shop in
      shop.bookingOffs[number]?.state = "withdrawn"
      shop.plan(SimulatedBookingOffs.self, number)
    }
  }

  private static func switchOn(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, off) = pick(&random, shop, "approved") else { return nil }
    let params = #"{"id":"o\#(number)"}"#
    guard off.state == "approved", !off.isOn(at: shop.now) else {
      return .refused("erin", "booking.on", params, "WRONG_STATE")
    }
    return Action("erin", "booking.on", params) { shop in
      shop.bookingOffs[number]?.onAt = shop.now
      shop.plan(SimulatedBookingOffs.self, number)
    }
  }
}

extension PlainBookingOff {
  func expiry(in shop: PlainShop) -> PlainCalendar.Planned {
    request.expiry(atLatest: until, in: shop)
  }
}
