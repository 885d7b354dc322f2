package import CallbookModel

/// Which appointments are counted. Every condition that is given must hold.
package struct FiguresFilter: Sendable {
  /// By the shop's clocks, both days counted.
  package let days: ClosedRange<CalendarDate>
  package var place: PlaceName?
  package var assignee: String?
  package var kind: AppointmentKind?

  package init(_ days: ClosedRange<CalendarDate>) {
    self.days = days
  }
}

extension ReadTransaction {
  /// Those that start on the days, wherever they were before they were moved.
  package func appointmentFigures(
    _ filter: FiguresFilter
  ) throws(CallbookError) -> AppointmentFigures {
    let calendar = try workCalendar()
    let items = try sql.all(
      """
      SELECT start_at, created_at, state, no_show_by, cancel_reason FROM appointment
      WHERE start_at >= ?1 AND start_at < ?2
        AND (?3 IS NULL OR place = (SELECT id FROM place WHERE name = ?3))
        AND (?4 IS NULL OR assignee = (SELECT id FROM staff WHERE user = ?4))
        AND (?5 IS NULL OR kind = ?5)
      """,
      { row in
        row.bind(calendar.instant(on: filter.days.lowerBound, at: 0))
        row.bind(calendar.instant(on: filter.days.upperBound, at: 1440))
        row.bind(filter.place?.text)
        row.bind(filter.assignee)
        row.bind(filter.kind?.rawValue)
      },
      { row throws(CallbookError) in
        AppointmentFigures.Item(
          start: row.instant(0), createdAt: row.instant(1), state: try row.word(2),
          noShowBy: row.isNull(3) ? nil : try row.word(3),
          reason: row.isNull(4) ? nil : try row.cancelReason(4))
      })
    var figures = AppointmentFigures(in: calendar.zone)
    for item in items { figures.add(item) }
    return figures
  }
}
