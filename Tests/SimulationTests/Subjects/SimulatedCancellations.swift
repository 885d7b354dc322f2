import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Late cancellations, that a manager decides about (DOMAIN A3).
enum SimulatedCancellations: SimulatedSubject {
  static let kind = "cancellation"

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.cancelRequests.keys) }

  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let request = shop.cancelRequests[number], request.state == "pending" else { return [] }
    return request.request.reminders("cancellation", expiry: request.expiry(in: shop), in: shop)
  }

  /// The appointment stays, unless its slot was given away meanwhile.
  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {
    guard reminder.kind == "cancellation.expired", let request = shop.cancelRequests[number] else {
      return
    }
    shop.cancelRequests[number]?.state = "expired"
    guard shop.isGivenAway(request) else { return shop.refuse(request, at: reminder.due) }
    shop.appointments[request.appointment]?.bulk = request.bulk
    shop.cancel(appointment: request.appointment, telling: reminder.due)
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    let shown = try store.sql.all(
      "SELECT subject, state FROM approval WHERE kind = 'cancellation' ORDER BY subject",
      { _ in }, { "x\($0.integer(0)) \($0.text(1))" })
    let wanted = shop.cancelRequests.sorted { $0.key < $1.key }.map { "x\($0) \($1.state)" }
    guard shown != wanted else { return [] }
    return ["cancellations: \(Set(shown).symmetricDifference(wanted).sorted())"]
  }

  // MARK: What people do

  static var actions: [Choice] { [Choice(9, approve), Choice(5, reject), Choice(5, withdraw)] }

  private static func pick(
    _ random: inout SplitMix64, _ shop: PlainShop
  ) -> (Int64, PlainCancelRequest)? {
    let waiting = shop.cancelRequests.filter { $0.value.state == "pending" }.keys.sorted()
    let choice = random.isLucky(6) ? shop.cancelRequests.keys.sorted().suffix(3) : waiting[...]
    guard let number = random.pick(Array(choice)), let request = shop.cancelRequests[number] else {
      return nil
    }
    return (number, request)
  }

  private static func approve(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, request) = pick(&random, shop) else { return nil }
    let params = #"{"ids":["x\#(number)"]}"#
    let expiry = request.expiry(in: shop).at
    if let reason = request.request.refusal(to: "erin", expiry: expiry, in: shop) {
      return .refused("erin", "cancellation.approve", params, reason)
    }
    guard shop.appointments[request.appointment]?.place == request.place else {
      return .refused("erin", "cancellation.approve", params, "REVISION_CONFLICT")
    }
    return Action("erin", "cancellation.approve", params) { shop in
      shop.cancelRequests[number]?.state = "approved"
      shop.plan(SimulatedCancellations.self, number)
      shop.appointments[request.appointment]?.bulk = request.bulk
      shop.cancel(appointment: request.appointment, telling: shop.now)
    }
  }

  private static func reject(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, request) = pick(&random, shop) else { return nil }
    let params = #"{"id":"x\#(number)","opinion":"x"}"#
    let expiry = request.expiry(in: shop).at
    if let reason = request.request.refusal(to: "erin", expiry: expiry, in: shop) {
      return .refused("erin", "cancellation.reject", params, reason)
    }
    if shop.isGivenAway(request) {
      return .refused("erin", "cancellation.reject", params, "SLOT_TAKEN")
    }
    return Action("erin", "cancellation.reject", params) { shop in
      shop.cancelRequests[number]?.state = "rejected"
      shop.refuse(request, at: shop.now)
      shop.plan(SimulatedCancellations.self, number)
    }
  }

  private static func withdraw(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, request) = pick(&random, shop) else { return nil }
    let params = #"{"id":"x\#(number)"}"#
    guard request.state == "pending", request.expiry(in: shop).at > shop.now else {
      return .refused("carol", "cancellation.withdraw", params, "WRONG_STATE")
    }
    guard request.request.by == "carol" else {
      return .refused("carol", "cancellation.withdraw", params, "NOT_OWNER")
    }
    if shop.isGivenAway(request) {
      return .refused("carol", "cancellation.withdraw", params, "SLOT_TAKEN")
    }
    return Action("carol", "cancellation.withdraw", params) { shop in
      shop.cancelRequests[number]?.state = "withdrawn"
      shop.plan(SimulatedCancellations.self, number)
    }
  }
}

extension PlainShop {
  /// A customer who asked hears that it takes place.
  fileprivate mutating func refuse(_ request: PlainCancelRequest, at instant: Int64) {
    guard !request.isByShop, appointments[request.appointment]?.isActive == true else { return }
    appointments[request.appointment]?.tellAt = instant
  }
}

extension PlainCancelRequest {
  /// When the appointment starts there is nothing left to decide.
  func expiry(in shop: PlainShop) -> PlainCalendar.Planned {
    request.expiry(atLatest: start, in: shop)
  }
}
