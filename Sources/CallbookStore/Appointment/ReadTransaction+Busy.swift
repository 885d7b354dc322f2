package import CallbookModel

/// What holds a slot, and whose.
package struct BusySpan: Sendable, Equatable {
  package let appointment: AppointmentID
  package let span: AppointmentSpan
}

extension ReadTransaction {
  /// What somebody has to do in a span, in the order in which it starts.
  ///
  /// - Parameter withReleased: also what holds no slot while it waits to be cancelled.
  package func busy(
    assignee user: String, _ span: AppointmentSpan, withReleased: Bool = false
  ) throws(CallbookError) -> [BusySpan] {
    try busy(
      sql.prepare(
        """
        SELECT id, start_at, end_at FROM appointment
        WHERE assignee = (SELECT id FROM staff WHERE user = ?) AND state IN ('booked', 'confirmed')
          AND start_at > ? AND start_at < ? AND end_at > ? ORDER BY start_at, id
        """), span, withReleased
    ) { $0.bind(user) }
  }

  package func busy(
    place: PlaceName, _ span: AppointmentSpan, withReleased: Bool = false
  ) throws(CallbookError) -> [BusySpan] {
    try busy(
      sql.prepare(
        """
        SELECT id, start_at, end_at FROM appointment
        WHERE place = (SELECT id FROM place WHERE name = ?) AND state IN ('booked', 'confirmed')
          AND start_at > ? AND start_at < ? AND end_at > ? ORDER BY start_at, id
        """), span, withReleased
    ) { $0.bind(place.text) }
  }

  package func busy(
    contact: ContactID, _ span: AppointmentSpan, withReleased: Bool = false
  ) throws(CallbookError) -> [BusySpan] {
    try busy(
      sql.prepare(
        """
        SELECT id, start_at, end_at FROM appointment
        WHERE contact = ? AND state IN ('booked', 'confirmed')
          AND start_at > ? AND start_at < ? AND end_at > ? ORDER BY start_at, id
        """), span, withReleased
    ) { $0.bind(contact) }
  }

  /// Nothing goes on for longer than a day, so that no index is looked into from its beginning.
  private func busy(
    _ statement: SQLStatement, _ span: AppointmentSpan, _ withReleased: Bool,
    _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [BusySpan] {
    let busy = try sql.all(
      statement,
      { row in
        bind(row)
        row.bind(span.start.advanced(byMilliseconds: -AppointmentSpan.longestMilliseconds))
        row.bind(span.end)
        row.bind(span.start)
      },
      { row in
        BusySpan(
          appointment: row.identifier(0),
          span: AppointmentSpan(from: row.instant(1), to: row.instant(2)))
      })
    return withReleased ? busy : try withoutReleased(busy)
  }
}
