import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// What becomes of what was booked.
extension SimulatedAppointments {
  static var changing: [Choice] {
    [Choice(3, confirm), Choice(6, complete), Choice(2, noShow), Choice(3, tell)]
  }

  private static func confirm(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let number = random.pick(shop.recentAppointments) else { return nil }
    let params = #"{"id":"a\#(number)"}"#
    guard shop.appointments[number]?.state == "booked" else {
      return .refused("carol", "appointment.confirm", params, "WRONG_STATE")
    }
    return Action("carol", "appointment.confirm", params) { shop in
      shop.appointments[number]?.state = "confirmed"
      shop.appointments[number]?.tellAt = nil
      shop.plan(SimulatedAppointments.self, number)
    }
  }

  /// Those that have begun are more often looked at than the others.
  private static func pick(_ random: inout SplitMix64, _ shop: PlainShop) -> Int64? {
    let begun = shop.activeAppointments.filter { $0.1.start <= shop.now }.map(\.0)
    return random.isLucky(6) ? random.pick(shop.recentAppointments) : random.pick(begun)
  }

  private static func complete(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let number = pick(&random, shop), let appointment = shop.appointments[number] else {
      return nil
    }
    let params = #"{"id":"a\#(number)"}"#
    guard appointment.isActive, appointment.start <= shop.now else {
      return .refused("carol", "appointment.complete", params, "WRONG_STATE")
    }
    return Action("carol", "appointment.complete", params) { shop, entries, _ in
      shop.end(appointment: number, as: "completed")
      shop.reached(
        appointment.contact, on: shop.calendar.zone.day(appointment.start),
        by: appointment.assignee ?? "carol", how: "visit")
      try SimulatedCallbacks.followUp(
        of: appointment.contact, "appointment_completed", about: "appointment_completed",
        after: "callback.after.appointment", since: min(appointment.end, shop.now),
        assignee: shop.caller(of: appointment.contact), &shop, entries)
    }
  }

  private static func noShow(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let number = pick(&random, shop), let appointment = shop.appointments[number] else {
      return nil
    }
    let params = #"{"id":"a\#(number)","by":"\#(random.one(of: "customer", "staff"))"}"#
    guard appointment.isActive, appointment.start <= shop.now else {
      return .refused("carol", "appointment.no_show", params, "WRONG_STATE")
    }
    return Action("carol", "appointment.no_show", params) { shop in
      shop.end(appointment: number, as: "no_show")
    }
  }

  private static func tell(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let waiting = shop.appointments.filter { $0.value.tellAt != nil }.keys.sorted()
    let choice = random.isLucky(6) ? shop.recentAppointments : waiting
    guard let number = random.pick(choice) else { return nil }
    let params = #"{"id":"a\#(number)"}"#
    guard let appointment = shop.appointments[number],
      appointment.isActive || appointment.tellAt != nil
    else {
      return .refused("carol", "appointment.told", params, "WRONG_STATE")
    }
    return Action("carol", "appointment.told", params) { shop in
      shop.appointments[number]?.tellAt = nil
      shop.appointments[number]?.isToldOff = !appointment.isActive
    }
  }
}

extension PlainShop {
  mutating func end(appointment number: Int64, as state: String) {
    guard var appointment = appointments[number] else { return }
    (appointment.state, appointment.tellAt, appointment.isToldOff) = (state, nil, false)
    change(number, to: appointment)
  }

  /// - Parameter telling: since when its customer, who does not know, has to be told.
  mutating func cancel(appointment number: Int64, telling: Int64?) {
    end(appointment: number, as: "cancelled")
    appointments[number]?.tellAt = telling
  }
}
