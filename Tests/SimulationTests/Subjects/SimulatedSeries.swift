import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Visits that come round, booked as far ahead as anything is (DOMAIN A2).
enum SimulatedSeries: SimulatedSubject {
  static let kind = "series"

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.series.keys) }

  /// When the day begins on which the next one may be booked.
  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let series = shop.series[number], series.state == "active",
      let day = series.day(series.reached)
    else { return [] }
    let due = shop.calendar.zone.instant(
      day.plus(-shop.number("appointment.horizon")), minute: 0)
    return [
      PlainReminder(
        kind: "series.extend", cause: "\(series.reached)", due: due, audience: "role service")
    ]
  }

  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {
    shop.extend(number, most: PlainShop.steps.due)
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    try SeriesInvariants.violations(in: shop, store)
  }

  // MARK: What people do

  static var actions: [Choice] { [Choice(5, add), Choice(5, edit), Choice(3, end)] }

  private static let cycles = [
    "P1W", "P2W", "P20D", "P1M", "P1M", "P1M", "P2M", "P3M", "P45D", "P1Y",
  ]

  private static func add(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (anybody, _) = random.pick(shop.liveContacts),
      shop.series.values.count(where: { $0.state == "active" }) < 5
    else { return nil }
    let booked = random.pick(shop.activeAppointments)?.1.contact
    let contact = random.isLucky(2) ? anybody : booked ?? anybody
    let isDaily = random.isLucky(24)
    let day = firstDay(&random, shop)
    let minute = 480 + 30 * random.below(21)
    let series = PlainSeries(
      contact: contact, kind: random.one(of: "maintenance", "training", "visit"), firstDay: day,
      minute: minute, cycle: isDaily ? "P1D" : random.pick(cycles) ?? "",
      minutes: 30 * (1 + random.below(4)),
      place: random.isLucky(2) ? random.pick(shop.places.keys.sorted()) : nil,
      assignee: random.isLucky(3) ? nil : random.pick(shop.owners),
      until: random.isLucky(3) ? day.plus(random.below(200) - 4) : nil,
      count: isDaily ? 10 + random.below(80) : random.isLucky(3) ? 1 + random.below(8) : nil)
    let start = shop.calendar.zone.instant(day, minute: minute)
    let params = series.parameters(from: start)
    if start <= shop.now || series.until.map({ $0 < day }) ?? false {
      return .refused("carol", "series.add", params, "INVALID_PARAMS")
    }
    return Action("carol", "series.add", params) { shop, entries, _ in
      shop.learnBooked(entries)
      for entry in entries where entry.event == "series.added" {
        shop.series[entry.subject.number] = series
        shop.extend(entry.subject.number, most: PlainShop.steps.asked)
      }
    }
  }

  /// Often on a day that some months do not have.
  private static func firstDay(_ random: inout SplitMix64, _ shop: PlainShop) -> PlainDay {
    let day = shop.today.plus(random.below(random.one(of: 10, 40)) - (random.isLucky(12) ? 3 : 0))
    guard random.isLucky(3) else { return day }
    return (0..<60).map { day.plus($0) }.first { $0.text.hasSuffix("31") } ?? day
  }

  /// Mostly one of which something is to come.
  private static func pick(
    _ random: inout SplitMix64, _ shop: PlainShop
  ) -> (Int64, PlainSeries)? {
    let active = shop.series.filter { $0.value.state == "active" }.keys.sorted()
    let choice = random.isLucky(5) ? shop.series.keys.sorted() : active
    guard let number = random.pick(choice), let series = shop.series[number] else { return nil }
    return (number, series)
  }

  private static func edit(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, series) = pick(&random, shop) else { return nil }
    var plan = series
    var params = #"{"id":"s\#(number)""#
    let from = shop.today.plus(random.below(random.one(of: 10, 60, 120)) - 5)
    params += #","from":"\#(from.text)""#
    if random.isLucky(2) {
      plan.minute = 480 + 30 * random.below(21)
      params += #","time":"\#(PlainSeries.clock(plan.minute))""#
    }
    if random.isLucky(4) {
      plan.minutes = 30 * (1 + random.below(4))
      params += #","duration_minutes":\#(plan.minutes)"#
    }
    if random.isLucky(4) {
      plan.place = random.isLucky(3) ? nil : random.pick(shop.places.keys.sorted())
      params += #","place":\#(plan.place.map { "\"\($0)\"" } ?? "null")"#
    }
    if random.isLucky(3) {
      plan.assignee = random.isLucky(4) ? nil : random.pick(shop.owners)
      params += #","assignee":\#(plan.assignee.map { "\"\($0)\"" } ?? "null")"#
    }
    if random.isLucky(4) {
      plan.cycle = random.one(of: "P1W", "P2W", "P4W", "P1M", "P2M")
      params += #","cycle":"\#(plan.cycle)","reason":"customer_request""#
    }
    params += "}"
    guard let first = shop.next(of: series, from: from) else {
      return .refused("carol", "series.edit", params, "WRONG_STATE")
    }
    guard !plan.isLike(series) else {
      return .refused("carol", "series.edit", params, "INVALID_PARAMS")
    }
    return Action("carol", "series.edit", params) { [plan] shop, entries, store in
      shop.learnBooked(entries)
      guard let added = entries.first(where: { $0.event == "series.added" }) else { return }
      try shop.carry(number, from: first, to: added.subject.number, as: plan) { shop, surplus in
        try shop.cancel(surplus, entries, store)
      }
    }
  }

  private static func end(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, series) = pick(&random, shop) else { return nil }
    let day = random.isLucky(3) ? nil : shop.today.plus(random.below(60) - 5)
    let from = day.map { #","from":"\#($0.text)""# } ?? ""
    let params = #"{"id":"s\#(number)","reason":"no_longer_needed"\#(from)}"#
    let first = day ?? shop.today
    let coming = shop.coming(of: series, from: first)
    guard series.number(notBefore: first) != nil || !coming.isEmpty else {
      return .refused("carol", "series.end", params, "WRONG_STATE")
    }
    return Action("carol", "series.end", params) { shop, entries, store in
      let bulk = try shop.cancel(coming.filter { shop.isOwn($0) }, entries, store, isAlways: true)
      shop.series[number]?.end(before: first)
      shop.seriesEnds[bulk] = (number, series.until, shop.series[number]?.until)
      shop.plan(SimulatedSeries.self, number)
    }
  }
}

extension PlainShop {
  /// The first of its visits that is to be different: none that has begun.
  fileprivate func next(of series: PlainSeries, from day: PlainDay) -> Int? {
    guard let number = series.number(notBefore: max(day, today)),
      let first = series.day(number)
    else { return nil }
    let isOver = calendar.zone.instant(first, minute: series.minute) <= now
    let next = isOver ? number + 1 : number
    return series.day(next) == nil ? nil : next
  }

  /// Its visits that are to take place, from a day on or put off until then, in order.
  fileprivate func coming(of series: PlainSeries, from day: PlainDay) -> [Int64] {
    let midnight = calendar.zone.instant(day, minute: 0)
    return series.visits.values.sorted { $0.occurrence < $1.occurrence }.filter { visit in
      guard let appointment = visit.appointment.flatMap({ appointments[$0] }) else { return false }
      return appointment.isActive
        && (visit.occurrence >= midnight || appointment.start >= midnight)
    }.compactMap(\.appointment)
  }

  fileprivate func isOwn(_ appointment: Int64) -> Bool {
    appointments[appointment]?.isByHand == false
  }

  /// Cancels some together, at once or by asking a manager.
  @discardableResult
  fileprivate mutating func cancel(
    _ chosen: [Int64], _ entries: [LedgerEntry], _ store: ReadTransaction, isAlways: Bool = false
  ) throws -> Int64 {
    guard isAlways || !chosen.isEmpty else { return bulks }
    try learnBulk(store)
    for appointment in chosen {
      guard case .done = cancelling(appointment) else { continue }
      appointments[appointment]?.bulk = bulks
      end(appointment: appointment, as: "cancelled")
    }
    try learnRequests(entries, by: "carol", bulk: bulks, store)
    return bulks
  }
}

extension PlainSeries {
  static func clock(_ minute: Int) -> String {
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }

  fileprivate func isLike(_ other: PlainSeries) -> Bool {
    (minute, minutes, place, assignee, cycle)
      == (other.minute, other.minutes, other.place, other.assignee, other.cycle)
  }

  fileprivate func parameters(from start: Int64) -> String {
    #"{"contact":"c\#(contact)","kind":"\#(kind)","cycle":"\#(cycle)","#
      + #""start":"\#(Instant(millisecondsSince1970: start))","duration_minutes":\#(minutes)"#
      + (until.map { #","until":"\#($0.text)""# } ?? "") + (count.map { #","count":\#($0)"# } ?? "")
      + (place.map { #","place":"\#($0)""# } ?? "")
      + (assignee.map { #","assignee":"\#($0)""# } ?? "") + "}"
  }
}
