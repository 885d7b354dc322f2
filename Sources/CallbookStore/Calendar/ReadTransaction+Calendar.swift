package import CallbookModel

extension ReadTransaction {
  /// When the shop works. It is kept in memory: asking costs one look-up while nothing changed.
  ///
  /// - Throws: `WRONG_STATE` when the machine does not know the shop's time zone.
  package func workCalendar() throws(CallbookError) -> WorkCalendar {
    let found = try sql.first(
      """
      SELECT c.token, c.week, c.rev, s.region, s.time_zone, s.rev
      FROM calendar c JOIN shop s ON s.one = c.one
      """
    ) { row in
      (
        key: CalendarCache.Key(
          token: row.blob(0), region: row.text(3), timeZone: row.text(4), shopRev: row.integer(5)),
        week: row.text(1), rev: row.integer(2)
      )
    }
    guard let found else { throw CallbookError(.storeCorrupt, "the store has no calendar") }
    return try shared.calendars.calendar(found.key) { zone throws(CallbookError) in
      guard let week = WeeklyHours(found.week) else { throw .calendarDamaged }
      let shipped = found.key.region == "CN" ? shared.calendars.shipped : [:]
      return WorkCalendar(
        zone: zone, week: week, years: shipped.merging(try importedYears()) { $1 },
        days: try ownDays(),
        // It grows with whatever the calendar follows from: also with settings of the shop, and
        // with a release that brings a further year.
        revision: found.rev + found.key.shopRev + Int64(shipped.count))
    }
  }

  /// The calendar's own revision, which a change may ask for.
  package func calendarRev() throws(CallbookError) -> Int64 {
    try sql.first("SELECT rev FROM calendar") { $0.integer(0) } ?? 1
  }

  func importedYears() throws(CallbookError) -> [Int: WorkYear] {
    var years: [Int: WorkYear] = [:]
    for (year, source) in try sql.all(
      "SELECT year, source FROM calendar_year", { _ in },
      { row in
        (Int(row.integer(0)), row.text(1))
      })
    {
      years[year] = WorkYear(off: [], on: [], source: source)
    }
    let rows = try sql.all("SELECT year, day, is_worked, name FROM calendar_published", { _ in }) {
      row in
      (
        year: Int(row.integer(0)), day: CalendarDate(row.text(1)), isWorked: row.integer(2) == 1,
        name: row.textOrNil(3)
      )
    }
    for row in rows {
      guard let day = row.day else { throw .calendarDamaged }
      years[row.year]?.names[day] = row.name
      if row.isWorked { years[row.year]?.on.insert(day) } else { years[row.year]?.off.insert(day) }
    }
    return years
  }

  func ownDays() throws(CallbookError) -> [CalendarDate: DayRule] {
    var days: [CalendarDate: DayRule] = [:]
    for (day, hours) in try sql.all(
      "SELECT day, hours FROM calendar_day", { _ in },
      { row in
        (CalendarDate(row.text(0)), DayHours(row.text(1)))
      })
    {
      guard let day, let hours else { throw .calendarDamaged }
      days[day] = hours.isClosed ? .closed : .open(hours)
    }
    return days
  }
}

extension CallbookError {
  static let calendarDamaged = CallbookError(
    .storeCorrupt, "the store's calendar holds what is no day or no hours")
}
