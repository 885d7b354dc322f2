import CallbookClient
import CallbookJSON
import CallbookModel

/// The daemon's work calendar, as far as pictures need it: the zone, the week, and some days.
struct ShopHours {
  private let run: Run
  private let client: Client

  init(_ run: Run, _ client: Client) {
    self.run = run
    self.client = client
  }

  func zone() throws(CallbookError) -> TimeZoneRules {
    let reply = try client.call(run.call("calendar.get"))
    return try ShopZone.rules(reply["time_zone"]?.string ?? "")
  }

  func calendar(
    _ zone: TimeZoneRules, from first: CalendarDate, to last: CalendarDate
  ) throws(CallbookError) -> WorkCalendar {
    var json = JSONWriter()
    json.beginObject()
    json.member("from", first.description)
    json.member("to", last.description)
    json.endObject()
    let reply = try client.call(run.call("calendar.get", json.bytes))
    guard let week = reply["week"]?.string.flatMap({ WeeklyHours($0) }) else { throw .hoursNotRead }
    var days: [CalendarDate: DayRule] = [:]
    for day in reply["days"]?.elements.map({ $0 }) ?? [] {
      guard let date = day["date"]?.string.flatMap({ CalendarDate($0) }),
        let hours = day["hours"]?.string.flatMap({ DayHours($0) })
      else { throw .hoursNotRead }
      days[date] = .open(hours)
    }
    return WorkCalendar(zone: zone, week: week, years: [:], days: days, revision: 0)
  }
}

extension CallbookError {
  fileprivate static let hoursNotRead = CallbookError(
    .protocolMismatch, "the daemon names hours that this command cannot read",
    hint: "callbook calendar get")
}
