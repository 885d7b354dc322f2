import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// What is cancelled in time, asked for late, and brought back, one or many.
extension SimulatedAppointments {
  static var cancelling: [Choice] {
    [Choice(7, cancel), Choice(4, reinstate), Choice(2, cancelMany), Choice(2, reinstateMany)]
  }

  private static func cancel(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let coming = shop.activeAppointments.filter { $0.1.start > shop.now }
    let soon = coming.filter { $0.1.start < shop.now + 4 * 86_400_000 }
    let choice =
      random.isLucky(4) ? shop.recentAppointments : (random.isLucky(2) ? soon : coming).map(\.0)
    guard let number = random.pick(choice) else { return nil }
    let user = random.one(of: "carol", "carol", "erin")
    let params = #"{"id":"a\#(number)","reason":"customer_request"}"#
    switch shop.cancelling(number) {
    case .refused(let reason): return .refused(user, "appointment.cancel", params, reason)
    case .done:
      return Action(user, "appointment.cancel", params) { shop in
        shop.appointments[number]?.bulk = nil
        shop.end(appointment: number, as: "cancelled")
      }
    case .asked:
      return Action(user, "appointment.cancel", params) { shop, entries, store in
        try shop.learnRequests(entries, by: user, bulk: nil, store)
      }
    }
  }

  private static func reinstate(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let cancelled = shop.appointments.filter {
      $0.value.state == "cancelled" && $0.value.start > shop.now
    }.keys.sorted()
    let choice = random.isLucky(8) ? shop.recentAppointments : cancelled
    guard let number = random.pick(choice), let appointment = shop.appointments[number] else {
      return nil
    }
    let user = random.one(of: "carol", "erin")
    let isOverride = random.isLucky(3)
    let params = #"{"id":"a\#(number)"\#(isOverride ? #","override":"x""# : "")}"#
    guard appointment.state == "cancelled", appointment.start > shop.now else {
      return .refused(user, "appointment.reinstate", params, "WRONG_STATE")
    }
    let objections = shop.objections(to: PlainDraft(of: appointment, number))
    if let reason = shop.refusal(objections, to: user, override: isOverride) {
      return .refused(user, "appointment.reinstate", params, reason)
    }
    return Action(user, "appointment.reinstate", params) { shop in
      shop.reinstate(number, objections)
    }
  }

  // MARK: Many

  /// A few of those that somebody is to be at.
  private static func cancelMany(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let assignee = random.pick(shop.owners) else { return nil }
    let until = shop.now + Int64(1 + random.below(7)) * 86_400_000
    let limit = 1 + random.below(5)
    let params =
      #"{"reason":"staff_unavailable","assignee":"\#(assignee)","until":"\#(Instant(millisecondsSince1970: until))","limit":\#(limit)}"#
    let chosen = shop.activeAppointments.filter {
      $0.1.assignee == assignee && $0.1.end > shop.now && $0.1.start < until
    }.sorted { ($0.1.start, $0.0) < ($1.1.start, $1.0) }.prefix(limit).map(\.0)
    return Action("carol", "appointment.cancel_many", params) { shop, entries, store in
      try shop.learnBulk(store)
      let bulk = shop.bulks
      for number in chosen {
        guard case .done = shop.cancelling(number) else { continue }
        shop.appointments[number]?.bulk = bulk
        shop.cancel(appointment: number, telling: shop.now)
      }
      try shop.learnRequests(entries, by: "carol", bulk: bulk, isByShop: true, store)
    }
  }

  private static func reinstateMany(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard shop.bulks > 0 else { return nil }
    let bulk = max(1, shop.bulks - Int64(random.below(3)))
    return Action("carol", "appointment.reinstate_many", #"{"bulk":\#(bulk)}"#) { shop in
      shop.resumeSeries(endedBy: bulk)
      for number in shop.appointments.keys.sorted() {
        guard let appointment = shop.appointments[number], appointment.state == "cancelled",
          appointment.bulk == bulk, appointment.start > shop.now,
          shop.objections(
            to: PlainDraft(of: appointment, number), undone: shop.bulkTimes[bulk]
          ).allSatisfy({ $0.weight == .anybody })
        else { continue }
        shop.reinstate(number, [])
        // It is as if it had never been cancelled.
        shop.appointments[number]?.history.slot = appointment.history.slot
      }
      for (number, request) in shop.cancelRequests
      where request.bulk == bulk && request.state == "pending" && request.request.by == "carol"
        && !shop.isGivenAway(request)
      {
        shop.cancelRequests[number]?.state = "withdrawn"
        shop.plan(SimulatedCancellations.self, number)
      }
    }
  }
}

extension PlainShop {
  enum Cancelling {
    case done
    case asked
    case refused(String)
  }

  /// What comes of it when somebody wants to cancel one now.
  func cancelling(_ number: Int64) -> Cancelling {
    guard let appointment = appointments[number], appointment.isActive else {
      return .refused("WRONG_STATE")
    }
    guard pendingRequest(of: number) == nil else { return .refused("ALREADY_EXISTS") }
    let notice = Int64(self.number("appointment.cancel_notice")) * 3_600_000
    if now + notice <= appointment.start { return .done }
    return appointment.start > now ? .asked : .refused("WRONG_STATE")
  }

  mutating func reinstate(_ number: Int64, _ objections: [Objection]) {
    guard var appointment = appointments[number] else { return }
    (appointment.state, appointment.arrangedAt) = ("booked", now)
    (appointment.tellAt, appointment.isToldOff) = (appointment.isToldOff ? now : nil, false)
    note(&appointment, objections, isMoved: true)
    change(number, to: appointment)
  }

  /// Takes the number of what was cancelled together just now, if anything was.
  mutating func learnBulk(_ store: ReadTransaction) throws {
    let newest = try store.sql.first("SELECT max(id) FROM cancel_bulk", { $0.integer(0) })
    guard let newest, newest > bulks else { return }
    bulks = newest
    bulkTimes[newest] = now
  }

  /// Takes what was asked for, with its number.
  mutating func learnRequests(
    _ entries: [LedgerEntry], by user: String, bulk: Int64?, isByShop: Bool = false,
    _ store: ReadTransaction
  ) throws {
    for entry in entries where entry.event == "cancellation.requested" {
      let id = CancelRequestID(entry.subject.number)
      let number = try store.cancelRequest(id).appointment.number
      guard let appointment = appointments[number], case .asked = cancelling(number) else {
        throw Surprise("a manager is asked about a\(number)")
      }
      cancelRequests[id.number] = PlainCancelRequest(
        appointment: number, start: appointment.start, place: appointment.place, bulk: bulk,
        isByShop: isByShop, request: PlainRequest(by: user, askedAt: now))
      plan(SimulatedCancellations.self, id.number)
    }
  }
}
