import CallbookModel
import CallbookStore
import CallbookTesting
import Testing

/// Whatever happens to series, every occurrence within the horizon is an appointment or was left out and is
/// named, once (DOMAIN A2, EXPECTATIONS 2, 6 and 7).
struct SeriesPropertyTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `every occurrence is there once, and no other`(_ seed: UInt64) throws {
    let world = try SeriesWorld(seed: seed)
    for step in 1...70 {
      try world.step()
      for known in world.known {
        let wrong = try violations(of: known, in: world)
        #expect(wrong == [], "seed \(seed), step \(step), \(known.id) on \(world.today)")
        if !wrong.isEmpty { return }
      }
    }
    print("series, seed \(seed): \(world.counts.sorted { $0.key < $1.key })")
    #expect(world.known.count >= 3, "seed \(seed)")
  }

  private func violations(
    of known: SeriesWorld.Known, in world: SeriesWorld
  ) throws -> [String] {
    let series = try world.series(known.id)
    let appointments = try world.appointments(of: known.id)
    let skipped = try world.skipped(of: known.id)
    var places: [Instant: Int] = [:]
    for occurrence in appointments.compactMap(\.occurrence) + skipped.map(\.occurrence) {
      places[occurrence, default: 0] += 1
    }
    var wrong = places.filter { $0.value > 1 }.map { "\($0.key) is there twice" }
    if skipped.contains(where: \.checks.isEmpty) { wrong.append("left out without a reason") }
    let last = world.today.daysSince1970 + world.horizonDays
    var wanted: [Instant: Int] = [:]
    var number = known.first
    while let day = plainDay(number, series), day.daysSince1970 <= last {
      let start = try world.instant(day, series.plan.time.minute)
      wanted[start] = number
      if places[start] == nil { wrong.append("\(day) is missing") }
      number += 1
    }
    for appointment in appointments {
      guard let occurrence = appointment.occurrence else { continue }
      if wanted[occurrence] == nil, appointment.state.isActive,
        appointment.isException != true, appointment.start > world.now
      {
        wrong.append("\(appointment.id) is of \(occurrence), which the series does not have")
      }
      if let number = wanted[occurrence],
        let sentence = try misplaced(appointment, number, series, world)
      {
        wrong.append(sentence)
      }
    }
    return wrong
  }

  /// By counting on one's fingers, from the first day.
  private func plainDay(_ number: Int, _ series: Series) -> CalendarDate? {
    if let count = series.count, number >= count { return nil }
    let first = series.plan.firstDay
    let cycle = series.plan.cycle
    let steps = number * cycle.count
    let day: CalendarDate?
    switch cycle.unit {
    case .days: day = CalendarDate(daysSince1970: first.daysSince1970 + Int64(steps))
    case .weeks: day = CalendarDate(daysSince1970: first.daysSince1970 + Int64(steps) * 7)
    case .months, .years:
      let months = first.month - 1 + steps * (cycle.unit == .years ? 12 : 1)
      let (year, month) = (first.year + months / 12, months % 12 + 1)
      day =
        (0...3).lazy.compactMap {
          CalendarDate(year: year, month: month, day: first.day - $0)
        }.first
    }
    guard let day, series.until.map({ day <= $0 }) ?? true else { return nil }
    return day
  }

  /// What nobody changed is on its day at its time or later, or, where the shop is closed then, on one of
  /// the days before the next.
  private func misplaced(
    _ appointment: Appointment, _ number: Int, _ series: Series, _ world: SeriesWorld
  ) throws -> String? {
    guard appointment.state.isActive, appointment.isException != true, appointment.sequence == 0,
      !world.kept.contains(appointment.id.description), let day = plainDay(number, series)
    else { return nil }
    let wanted = try world.instant(day, series.plan.time.minute)
    if appointment.start == wanted { return nil }
    let there = world.zone.local(appointment.start)
    let days = there.date.daysSince1970 - day.daysSince1970
    guard days > 0 else {
      return appointment.start > wanted ? nil : "\(appointment.id) is at \(there), before its time"
    }
    world.count("put off to another day")
    if days > world.deferDays { return "\(appointment.id) is \(days) days after \(day)" }
    if let following = plainDay(number + 1, series), there.date >= following {
      return "\(appointment.id) is on \(there.date), where the following one is"
    }
    if series.until.map({ there.date > $0 }) ?? false { return "\(appointment.id) is past the end" }
    let own = AppointmentSpan(from: wanted, minutes: series.plan.durationMinutes)
    let calendar = try world.calendar()
    if calendar.isOpen(throughout: own) { return "\(appointment.id) left an open day" }
    return calendar.isOpen(throughout: appointment.span)
      ? nil : "\(appointment.id) is at \(there), when the shop is closed"
  }
}
