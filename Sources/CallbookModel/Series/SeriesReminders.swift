extension ReminderKind {
  /// The next occurrence of a series has come within the horizon.
  package static let seriesExtend = Self("series.extend")
}

/// A series as its reminders depend on it.
package struct SeriesReminders: Sendable, Equatable {
  package let series: Series

  package init(of series: Series) {
    self.series = series
  }
}

extension SeriesReminders: Reminding {
  /// One, when the day of the next occurrence is the last that may be booked. It is overdue at once where
  /// more were within reach than one transaction books. What was given up is due at another time, and so
  /// another one.
  package func reminders(
    policy: Policy, calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder] {
    guard let day = series.nextDay else { return [] }
    let due = calendar.instant(
      on: day.advanced(byDays: -Int64(policy.appointmentHorizonDays)), at: 0)
    return [
      Reminder(
        of: Subject(series.id), .seriesExtend, occurrence: String(series.reached),
        due: series.retryAt.map { max($0, due) } ?? due,
        for: .role(.service), rule: "appointment.horizon")
    ]
  }
}
