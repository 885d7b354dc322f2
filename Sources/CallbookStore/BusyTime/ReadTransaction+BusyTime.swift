package import CallbookModel

/// A place in a list of busy times: whose the one before is, and when it starts.
package struct BusyTimePosition: Sendable, Equatable, LosslessStringConvertible {
  package let start: Instant
  package let user: String

  package init(after busy: BusyTime) {
    start = busy.start
    user = busy.user
  }

  package init?(_ description: String) {
    let parts = description.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let start = Int64(parts[0]) else { return nil }
    self.start = Instant(millisecondsSince1970: start)
    user = String(parts[1])
  }

  package var description: String { "\(start.millisecondsSince1970):\(user)" }
}

extension ReadTransaction {
  /// What of somebody's busy times overlaps a span, in order.
  package func busyTimes(
    of user: String, _ span: AppointmentSpan
  ) throws(CallbookError) -> [AppointmentSpan] {
    guard let staff = try staffNumber(of: user) else { return [] }
    // Of those that start before it only the last one can reach into it.
    return try sql.all(
      """
      SELECT start_at, end_at FROM busy_time
      WHERE staff = ?1 AND start_at < ?3 AND end_at > ?2 AND start_at >= coalesce(
        (SELECT max(start_at) FROM busy_time WHERE staff = ?1 AND start_at <= ?2), ?2)
      ORDER BY start_at
      """,
      { row in
        row.bind(staff)
        row.bind(span.start)
        row.bind(span.end)
      }, { AppointmentSpan(from: $0.instant(0), to: $0.instant(1)) })
  }

  /// Busy times by person and time.
  ///
  /// - Parameter user: nil for those of everybody.
  package func busyTimes(
    of user: String?, _ span: AppointmentSpan, after position: BusyTimePosition?, limit: Int
  ) throws(CallbookError) -> [BusyTime] {
    try sql.all(
      """
      SELECT s.user, b.start_at, b.end_at FROM staff s JOIN busy_time b ON b.staff = s.id
      WHERE (?1 IS NULL OR s.user = ?1) AND b.end_at > ?2 AND b.start_at < ?3
        AND (?4 IS NULL OR (s.user, b.start_at) > (?4, ?5))
      ORDER BY s.user, b.start_at LIMIT ?6
      """,
      { row in
        row.bind(user)
        row.bind(span.start)
        row.bind(span.end)
        row.bind(position?.user)
        row.bind(position?.start)
        row.bind(Int64(limit))
      },
      { row in
        BusyTime(
          user: row.text(0), span: AppointmentSpan(from: row.instant(1), to: row.instant(2)))
      })
  }

  /// Whether an appointment of this register is known by that name outside of it.
  package func hasAppointment(_ uuid: UniqueID) throws(CallbookError) -> Bool {
    try sql.first(
      "SELECT 1 FROM appointment WHERE uuid = ?", { $0.bind(uuid.bytes) }, { _ in true }) ?? false
  }
}
