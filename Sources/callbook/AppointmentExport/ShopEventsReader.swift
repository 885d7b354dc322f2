import CallbookClient
import CallbookFormats
import CallbookJSON
import CallbookModel

/// Asks the daemon for appointments, and makes events of them.
struct ShopEventsReader {
  private let run: Run
  private let client: Client

  init(_ run: Run, _ client: Client) {
    self.run = run
    self.client = client
  }

  func read() throws(CallbookError) -> (events: ShopEvents, bytes: [UInt8]) {
    let now = run.surroundings.clock.now()
    let zone = try ShopHours(run, client).zone()
    let alarms = try alarms()
    let places = try places()
    let name = try name(places)
    let (first, last) = try span(zone, now)
    var events: [CalendarEvent] = []
    try AppointmentPages(run, client).read(from: first, until: last) {
      node throws(CallbookError) in
      guard let event = CalendarEvent(node, places: places, alarms: alarms, run.texts) else {
        throw .appointmentNotRead
      }
      events.append(event)
    }
    let all = ShopEvents(name: name, zone: zone.name, events: events)
    return (all, all.bytes(zone, at: now))
  }

  /// From the beginning of the first day to the end of the last.
  private func span(
    _ zone: TimeZoneRules, _ now: Instant
  ) throws(CallbookError) -> (Instant, Instant?) {
    let calendar = WorkCalendar(zone: zone, week: .usual, years: [:], days: [:], revision: 0)
    let first = try GivenDay.read(run, "from")
    let last = try GivenDay.read(run, "until")
    let back = zone.local(now).date.advanced(byDays: -ShopEvents.daysBack)
    return (
      calendar.instant(on: first ?? back, at: 0), last.map { calendar.instant(on: $0, at: 1440) }
    )
  }

  /// Minutes before the start: what was typed, else when whoever is to be there is reminded.
  private func alarms() throws(CallbookError) -> [Int] {
    let typed = run.given.texts("alarm")
    if typed == ["none"] { return [] }
    guard typed.isEmpty else {
      let minutes = typed.compactMap { Int($0) }.filter { (0...43_200).contains($0) }
      guard minutes.count == typed.count else {
        throw CallbookError(
          .usage, run.texts.noAlarm, hint: "callbook appointment export --alarm 30")
      }
      return minutes
    }
    let params = Array(#"{"setting":"appointment.remind.assignee"}"#.utf8)
    let item = try client.call(run.call("policy.get", params))
    return (item["value"]?.string ?? "").split(separator: " ").compactMap { Int($0) }
  }

  /// What people call the places, by their names.
  private func places() throws(CallbookError) -> [String: String] {
    let reply = try client.call(run.call("place.list", Array(#"{"closed":true}"#.utf8)))
    var titles: [String: String] = [:]
    for place in reply["items"]?.elements.map({ $0 }) ?? [] {
      if let name = place["name"]?.string { titles[name] = place["title"]?.string ?? name }
    }
    return titles
  }

  /// What a phone calls the calendar.
  private func name(_ places: [String: String]) throws(CallbookError) -> String {
    let shop = try client.call(run.call("shop.get"))["name"]?.string ?? "Callbook"
    let place = run.given.text("place").map { places[$0] ?? $0 }
    let whose = [run.given.text("assignee"), place].compactMap { $0 }
    return ([shop] + whose).joined(separator: run.texts.listSeparator)
  }
}
