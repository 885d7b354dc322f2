package import CallbookModel

extension WriteTransaction {
  /// Changes the hours of the week, and of single days.
  ///
  /// - Parameters:
  ///   - week: nil leaves them.
  ///   - days: nil for a day that is to be as week and holidays have it again.
  /// - Returns: the calendar's revision; the old one when nothing differed.
  package func editCalendar(
    week: WeeklyHours?, days: [CalendarDate: DayHours?]
  ) throws(CallbookError) -> Int64 {
    let before = try workCalendar()
    var changes: [FieldChange] = []
    if let week, week != before.week {
      try sql.execute("UPDATE calendar SET week = ?") { $0.bind(week.description) }
      changes.append(
        FieldChange("week", before: before.week.description, after: week.description))
    }
    for (day, hours) in days.sorted(by: { $0.key < $1.key }) {
      let old = before.days[day]?.hours
      guard old != hours else { continue }
      try set(day, to: hours)
      changes.append(
        FieldChange("days/\(day)", before: old?.description, after: hours?.description))
    }
    return try finish("calendar.edited", changes)
  }

  /// Replaces what was published for years.
  ///
  /// - Returns: the calendar's revision; the old one when nothing differed.
  package func importCalendar(_ years: [Int: WorkYear]) throws(CallbookError) -> Int64 {
    let before = try workCalendar().years
    var changes: [FieldChange] = []
    for (number, year) in years.sorted(by: { $0.key < $1.key }) where before[number] != year {
      try replace(number, with: year)
      changes.append(
        FieldChange("years/\(number)", before: before[number]?.text, after: year.text))
    }
    return try finish("calendar.imported", changes)
  }

  private func set(_ day: CalendarDate, to hours: DayHours?) throws(CallbookError) {
    try sql.execute("DELETE FROM calendar_day WHERE day = ?") { $0.bind(day.description) }
    guard let hours else { return }
    try sql.execute("INSERT INTO calendar_day (day, hours) VALUES (?, ?)") {
      $0.bind(day.description)
      $0.bind(hours.description)
    }
  }

  private func replace(_ number: Int, with year: WorkYear) throws(CallbookError) {
    try sql.execute("DELETE FROM calendar_published WHERE year = ?") { $0.bind(Int64(number)) }
    try sql.execute("INSERT OR REPLACE INTO calendar_year (year, source) VALUES (?, ?)") {
      $0.bind(Int64(number))
      $0.bind(year.source)
    }
    for (days, isWorked) in [(year.off, false), (year.on, true)] {
      for day in days.sorted() {
        try sql.execute(
          "INSERT INTO calendar_published (year, day, is_worked, name) VALUES (?, ?, ?, ?)"
        ) {
          $0.bind(Int64(number))
          $0.bind(day.description)
          $0.bind(isWorked)
          $0.bind(year.names[day])
        }
      }
    }
  }

  func finish(
    _ event: String, _ changes: [FieldChange]
  ) throws(CallbookError) -> Int64 {
    guard !changes.isEmpty else { return try calendarRev() }
    let token = UniqueID(services.randomness.next128()).bytes
    try sql.execute("UPDATE calendar SET rev = rev + 1, token = ?") { $0.bind(token) }
    try record(event, .calendar, changes)
    try planningChanged()
    return try calendarRev()
  }
}
