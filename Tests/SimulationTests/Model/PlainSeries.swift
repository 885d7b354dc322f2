/// Visits that come round, as the rules look at them: an occurrence is known by its number, counted from
/// the first day.
struct PlainSeries {
  var contact: Int64
  let kind: String
  var firstDay: PlainDay
  var minute: Int
  var cycle: String
  var minutes: Int
  var place: String?
  var assignee: String?
  /// The last day on which there may be one.
  var until: PlainDay?
  /// How many there are, counted from the first day.
  var count: Int?
  var continues: Int64?
  /// The number of its first own one: those before belong to what it continues.
  var first = 0
  /// The number of the next one that is neither booked nor left out.
  var reached = 0
  var state = "active"
  /// What became of each that was reached.
  var visits: [Int: Visit] = [:]

  struct Visit {
    /// When the series had it, by the clocks of then.
    var occurrence: Int64
    /// nil when it was left out.
    var appointment: Int64?
    /// Why it was left out.
    var checks: [String] = []
  }

  /// nil where the series is over by then.
  func day(_ number: Int) -> PlainDay? {
    if let count, number >= count { return nil }
    let day = firstDay.plus(number, times: cycle)
    if let until, day > until { return nil }
    return day
  }

  /// The number of the first own one on that day or later.
  func number(notBefore day: PlainDay) -> Int? {
    var number = first
    while let known = self.day(number) {
      if known >= day { return number }
      number += 1
    }
    return nil
  }

  /// From that day on there are none.
  mutating func end(before day: PlainDay) {
    guard number(notBefore: day) != nil else { return }
    until = day.plus(-1)
    endIfOver()
  }

  mutating func endIfOver() {
    if day(reached) == nil { state = "ended" }
  }
}

extension PlainDay {
  /// So many cycles later, each counted from here: the 31st is the last of a shorter month only then.
  fileprivate func plus(_ number: Int, times cycle: String) -> PlainDay {
    let count = (Int(cycle.dropFirst().dropLast()) ?? 0) * number
    return plus(cycle: "P\(count)\(cycle.suffix(1))")
  }
}

extension PlainShop {
  /// How many are booked at once by whoever agrees on them, and when the day has come; the rest follows
  /// at once.
  static let steps = (asked: 60, due: 10)

  /// Books what is within the horizon, each once: at its time, else at the next time of its day that can
  /// be had, or not at all.
  mutating func extend(_ number: Int64, most: Int) {
    guard var series = series[number] else { return }
    let horizon = calendar.zone.instant(
      today.plus(self.number("appointment.horizon") + 1), minute: 0)
    for _ in 0..<most {
      guard series.state == "active", let day = series.day(series.reached) else { break }
      let start = calendar.zone.instant(day, minute: series.minute)
      guard start < horizon else { break }
      if series.visits[series.reached] == nil {
        series.visits[series.reached] = visit(at: start, of: series, number)
      }
      series.reached += 1
      series.endIfOver()
    }
    self.series[number] = series
    plan(SimulatedSeries.self, number)
  }

  private mutating func visit(at start: Int64, of series: PlainSeries, _ number: Int64)
    -> PlainSeries.Visit
  {
    guard let slot = slot(for: series.reached, of: series) else {
      let objections = objections(to: PlainDraft(of: series, at: start), ofSeries: true)
      return PlainSeries.Visit(
        occurrence: start, appointment: nil, checks: objections.map(\.name))
    }
    var appointment = PlainAppointment(
      contact: slot.contact, kind: slot.kind, start: slot.start, end: slot.end, place: slot.place,
      assignee: slot.assignee, arrangedAt: now, assignedAt: now)
    appointment.series = number
    note(&appointment, [], isMoved: true)
    let id = takeNumber()
    change(id, to: appointment)
    return PlainSeries.Visit(occurrence: start, appointment: id)
  }

  /// Its time, or the next of that day that can be had; where the shop is closed then, that of a day that
  /// follows, before the next visit.
  private func slot(
    for number: Int, of series: PlainSeries, moving old: Int64? = nil
  ) -> PlainDraft? {
    guard var day = series.day(number) else { return nil }
    var wanted = draft(of: series, on: day, moving: old)
    if let slot = slot(onDayOf: wanted) { return slot }
    guard objections(to: wanted, ofSeries: true).contains(where: { $0.name == "outside_hours" })
    else { return nil }
    for _ in 0..<self.number("series.defer") {
      day = day.plus(1)
      if let next = series.day(number + 1), day >= next { return nil }
      if let until = series.until, day > until { return nil }
      wanted = draft(of: series, on: day, moving: old)
      if !calendar.hours(day).isEmpty, let slot = slot(onDayOf: wanted) { return slot }
    }
    return nil
  }

  private func draft(
    of series: PlainSeries, on day: PlainDay, moving old: Int64?
  ) -> PlainDraft {
    var draft = PlainDraft(
      of: series, at: calendar.zone.instant(day, minute: series.minute))
    draft.old = old
    return draft
  }

  private func slot(onDayOf wanted: PlainDraft) -> PlainDraft? {
    if objections(to: wanted, ofSeries: true).isEmpty { return wanted }
    // The customer expected somebody then: what passed is not made up for.
    guard wanted.start > now else { return nil }
    let day = calendar.zone.day(wanted.start)
    let step = Int64(number("appointment.grid")) * 60_000
    for hours in calendar.hours(day) {
      let close = calendar.zone.instant(day, minute: hours.to)
      var draft = wanted
      draft.start = calendar.zone.instant(day, minute: hours.from)
      while draft.start + wanted.length <= close {
        draft.end = draft.start + wanted.length
        if draft.start >= wanted.start, isFree(draft) { return draft }
        draft.start += step
      }
    }
    return nil
  }

  /// Also what is to be moved finds nothing while booking is off, but for the time that it has.
  private func isFree(_ draft: PlainDraft) -> Bool {
    objections(to: draft, ofSeries: true).isEmpty && !isOff(draft)
  }

  /// The number of what the program booked next.
  private mutating func takeNumber() -> Int64 {
    guard let number = booked.popFirst() else {
      // It booked fewer: this one is found to be too many.
      return -Int64(appointments.count) - 1
    }
    return number
  }

  /// What ended with what is brought back goes on, unless it was ended in another way since.
  mutating func resumeSeries(endedBy bulk: Int64) {
    guard let end = seriesEnds[bulk], let known = series[end.series], known.until == end.until
    else { return }
    seriesEnds[bulk] = nil
    series[end.series]?.until = end.before
    series[end.series]?.state = "active"
    series[end.series]?.endIfOver()
    plan(SimulatedSeries.self, end.series)
  }

  // MARK: This and following

  /// Ends a series before one of its visits, and goes on with them in another way. Of another cycle all is
  /// counted from there.
  mutating func carry(
    _ old: Int64, from first: Int, to next: Int64, as plan: PlainSeries,
    _ cancel: (inout PlainShop, [Int64]) throws -> Void
  ) throws {
    guard var ended = series[old], let day = ended.day(first) else { return }
    var new = plan.continuing(ended, old, from: first)
    ended.end(before: day)
    let midnight = calendar.zone.instant(day, minute: 0)
    var carried: [(appointment: Int64, number: Int)] = []
    var surplus: [Int64] = []
    for (known, visit) in ended.visits.sorted(by: { $0.key < $1.key })
    where visit.occurrence >= midnight {
      guard let appointment = visit.appointment else { continue }
      let day = calendar.zone.day(visit.occurrence)
      if let number = new.number(notBefore: day), new.day(number) == day {
        carried.append((appointment, number))
        ended.visits[known] = nil
      } else if isChangeable(appointment) {
        surplus.append(appointment)
      }
    }
    series[old] = ended
    series[next] = new
    self.plan(SimulatedSeries.self, old)
    try cancel(&self, surplus)
    for (appointment, number) in carried {
      guard let day = new.day(number) else { continue }
      new.visits[number] = PlainSeries.Visit(
        occurrence: calendar.zone.instant(day, minute: new.minute), appointment: appointment)
      appointments[appointment]?.series = next
      if isChangeable(appointment), let slot = slot(for: number, of: new, moving: appointment) {
        follow(appointment, slot)
      }
    }
    series[next] = new
    extend(next, most: Self.steps.asked)
  }

  /// Whether it is to come, and as its series has it.
  func isChangeable(_ number: Int64) -> Bool {
    guard let appointment = appointments[number] else { return false }
    return appointment.isActive && appointment.start > now && !appointment.isByHand
  }

  /// Only what is moved has to be confirmed again.
  private mutating func follow(_ number: Int64, _ slot: PlainDraft) {
    guard let known = appointments[number] else { return }
    if (known.start, known.end, known.place) == (slot.start, slot.end, slot.place) {
      if known.assignee != slot.assignee { reassign(number, to: slot.assignee, []) }
    } else {
      move(number, to: slot, [])
    }
    appointments[number]?.isByHand = false
  }
}

extension PlainSeries {
  fileprivate func continuing(_ old: PlainSeries, _ number: Int64, from first: Int) -> PlainSeries {
    var new = self
    (new.continues, new.visits, new.state) = (number, [:], "active")
    (new.first, new.reached) = (first, first)
    guard cycle != old.cycle, let day = old.day(first) else { return new }
    new.firstDay = day
    new.count = count.map { $0 - first }
    (new.first, new.reached) = (0, 0)
    return new
  }
}

extension PlainDraft {
  fileprivate var length: Int64 { end - start }

  init(of series: PlainSeries, at start: Int64) {
    self.init(
      contact: series.contact, kind: series.kind, start: start,
      end: start + Int64(series.minutes) * 60_000, place: series.place,
      assignee: series.assignee)
  }
}
