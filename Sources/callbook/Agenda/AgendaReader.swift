import CallbookClient
import CallbookJSON
import CallbookModel

/// Asks the daemon for what a picture of a day or a week is drawn from.
struct AgendaReader {
  private let run: Run
  private let client: Client

  init(_ run: Run) {
    self.run = run
    client = run.client()
  }

  /// - Parameter date: a day of it; today by the shop's clocks when it is nil.
  func agenda(
    _ arrangement: Agenda.Arrangement, of date: CalendarDate?
  ) throws(CallbookError) -> Agenda {
    let hours = ShopHours(run, client)
    let zone = try hours.zone()
    let now = zone.local(run.surroundings.clock.now())
    let days = Self.days(arrangement, around: date ?? now.date)
    let calendar = try hours.calendar(zone, from: days[0], to: days[days.count - 1])
    let items = try items(calendar, days)
    let asked = run.given.text("assignee")
    // Of a place, or of the shop, it says nothing what one of its people has to do elsewhere.
    let busy =
      arrangement == .assignee || (arrangement == .day && asked != nil)
      ? try busyTimes(calendar, days).filter { asked ?? $0.assignee == $0.assignee } : []
    let columns: [AgendaColumn] =
      switch arrangement {
      case .assignee: try people(calendar, days[0], items, busy)
      case .place: try places(calendar, days[0], items)
      case .day:
        days.map { day in
          AgendaColumn(
            title: run.texts.agendaColumn(day, isLong: false), date: day,
            hours: calendar.hours(on: day), items: items + busy)
        }
      }
    return Agenda(
      arrangement: arrangement, days: days, columns: columns, now: now, zone: zone.name)
  }

  private static func days(
    _ arrangement: Agenda.Arrangement, around date: CalendarDate
  ) -> [CalendarDate] {
    guard arrangement == .day else { return [date] }
    let monday = date.advanced(byDays: Int64(1 - date.weekday.rawValue))
    return (0..<7).map { monday.advanced(byDays: Int64($0)) }
  }

  /// In the order in which they start; without those that were cancelled.
  private func items(
    _ calendar: WorkCalendar, _ days: [CalendarDate]
  ) throws(CallbookError) -> [AgendaItem] {
    var items: [AgendaItem] = []
    try AppointmentPages(run, client).read(
      from: calendar.instant(on: days[0], at: 0),
      until: calendar.instant(on: days[days.count - 1], at: 1440)
    ) { node throws(CallbookError) in
      guard let item = AgendaItem(node, calendar.zone) else { throw .appointmentNotRead }
      if node["state"]?.stringEquals("cancelled") != true { items.append(item) }
    }
    return items
  }

  private func busyTimes(
    _ calendar: WorkCalendar, _ days: [CalendarDate]
  ) throws(CallbookError) -> [AgendaItem] {
    var items: [AgendaItem] = []
    try TimePages(run, client, "busy.list").read(
      from: calendar.instant(on: days[0], at: 0),
      until: calendar.instant(on: days[days.count - 1], at: 1440)
    ) { node throws(CallbookError) in
      guard let item = AgendaItem(busy: node, calendar.zone, run.texts) else {
        throw .appointmentNotRead
      }
      items.append(item)
    }
    return items
  }

  // MARK: Columns

  /// Those whose work appointments are, whoever has one, and what nobody has yet.
  private func people(
    _ calendar: WorkCalendar, _ day: CalendarDate, _ items: [AgendaItem], _ busy: [AgendaItem]
  ) throws(CallbookError) -> [AgendaColumn] {
    var users = Set(items.compactMap(\.assignee))
    if let asked = run.given.text("assignee") {
      users = [asked]
    } else {
      let staff = try client.call(run.call("staff.list"))
      for member in staff["items"]?.elements.map({ $0 }) ?? [] {
        let roles = member["roles"]?.elements.compactMap(\.string) ?? []
        guard !Self.bookedRoles.isDisjoint(with: roles), let user = member["user"]?.string
        else { continue }
        users.insert(user)
      }
    }
    let open = items.contains { $0.assignee == nil }
    return (users.sorted().map { $0 } + (open ? [nil] : [])).map { user in
      AgendaColumn(
        name: user, title: user ?? run.texts.nobodyYet, date: day, hours: calendar.hours(on: day),
        items: (items + busy).filter { $0.assignee == user })
    }
  }

  /// Who sees customers.
  private static let bookedRoles: Set = ["agent", "service", "operations"]

  /// All places, those that were closed when something takes place there, and the customers'.
  private func places(
    _ calendar: WorkCalendar, _ day: CalendarDate, _ items: [AgendaItem]
  ) throws(CallbookError) -> [AgendaColumn] {
    let reply = try client.call(run.call("place.list", Array(#"{"closed":true}"#.utf8)))
    let asked = run.given.text("place")
    let used = Set(items.compactMap(\.place))
    var columns: [AgendaColumn] = []
    for place in reply["items"]?.elements.map({ $0 }) ?? [] {
      guard let name = place["name"]?.string, asked ?? name == name else { continue }
      guard place["state"]?.stringEquals("open") == true || used.contains(name) else { continue }
      columns.append(
        AgendaColumn(
          name: name, title: place["title"]?.string ?? name, date: day,
          hours: calendar.hours(on: day), capacity: max(Int(place["capacity"]?.integer ?? 1), 1),
          items: items.filter { $0.place == name }))
    }
    let outside = items.filter { $0.place == nil }
    if !outside.isEmpty {
      columns.append(
        AgendaColumn(
          title: run.texts.atTheCustomers, date: day, hours: calendar.hours(on: day),
          capacity: .max, items: outside))
    }
    return columns
  }
}

extension AgendaItem {
  /// - Parameter node: of `appointment.list`; nil when it has no time.
  init?(_ node: JSONNode, _ zone: TimeZoneRules) {
    guard let id = node["id"]?.string,
      let start = node["start_at"]?.string.flatMap({ Instant($0) }),
      let end = node["end_at"]?.string.flatMap({ Instant($0) })
    else { return nil }
    self.init(
      id: id, who: node["name"]?.string ?? node["contact"]?.string ?? "",
      kind: node["kind"]?.string ?? "", assignee: node["assignee"]?.string,
      place: node["place"]?.string, start: zone.local(start), end: zone.local(end),
      bytes: Array(node.rawBytes))
  }
}

extension AgendaItem {
  /// - Parameter busy: of `busy.list`; nil when it has no time.
  init?(busy: JSONNode, _ zone: TimeZoneRules, _ texts: Texts) {
    guard let start = busy["start_at"]?.string.flatMap({ Instant($0) }),
      let end = busy["end_at"]?.string.flatMap({ Instant($0) })
    else { return nil }
    self.init(
      id: "", who: texts.busyElsewhere, kind: "", assignee: busy["user"]?.string, place: nil,
      start: zone.local(start), end: zone.local(end), bytes: Array(busy.rawBytes))
  }
}
