package import CallbookModel

/// Which series a list is of. Every condition that is given must hold.
package struct SeriesFilter: Sendable {
  package var contact: ContactID?
  package var assignee: String?
  /// Only those of which something is to come still.
  package var isCurrent = false

  package init() {}
}

extension ReadTransaction {
  /// - Throws: `NOT_FOUND`.
  package func series(_ id: SeriesID) throws(CallbookError) -> Series {
    guard let series = try existingSeries(id) else {
      throw CallbookError(
        .notFound, "there is no series \(id)", hint: "callbook series list --all")
    }
    return series
  }

  func existingSeries(_ id: SeriesID) throws(CallbookError) -> Series? {
    try series("WHERE s.id = ?") { $0.bind(id) }.first
  }

  /// The newest first.
  package func series(
    _ filter: SeriesFilter, before id: SeriesID?, limit: Int
  ) throws(CallbookError) -> [Series] {
    try series(
      """
      WHERE s.id < ? AND (s.contact = ? OR ?) AND (a.user = ? OR ?)
        AND (s.state = 'active' OR ? OR EXISTS (
          SELECT 1 FROM appointment v
          WHERE v.series = s.id AND v.state IN ('booked', 'confirmed')))
      ORDER BY s.id DESC LIMIT ?
      """
    ) { row in
      row.bind(id ?? SeriesID(.max))
      row.bind(filter.contact)
      row.bind(filter.contact == nil)
      row.bind(filter.assignee)
      row.bind(filter.assignee == nil)
      row.bind(!filter.isCurrent)
      row.bind(Int64(limit))
    }
  }

  /// How many series somebody is to be at still.
  package func activeSeries(assignedTo user: String) throws(CallbookError) -> Int64 {
    try sql.first(
      """
      SELECT count(*) FROM series
      WHERE assignee = (SELECT id FROM staff WHERE user = ?) AND state = 'active'
      """, { $0.bind(user) }, { $0.integer(0) }) ?? 0
  }

  /// The appointments of a series, in the order of their occurrences.
  ///
  /// - Parameter occurrence: the first that is wanted.
  package func appointments(
    of series: SeriesID, from occurrence: Instant, limit: Int
  ) throws(CallbookError) -> [Appointment] {
    let statement = try sql.prepare(
      composed: """
        \(Self.appointmentRows) WHERE a.series = ? AND a.occurrence >= ?
        ORDER BY a.occurrence LIMIT ?
        """)
    return try appointments(statement) { row in
      row.bind(series)
      row.bind(occurrence)
      row.bind(Int64(limit))
    }
  }

  /// What of it is to take place still, of an occurrence from an instant on or put off until then.
  package func comingAppointments(
    of series: SeriesID, from start: Instant, limit: Int
  ) throws(CallbookError) -> [Appointment] {
    let statement = try sql.prepare(
      composed: """
        \(Self.appointmentRows)
        WHERE a.series = ? AND a.state IN ('booked', 'confirmed')
          AND (a.occurrence >= ? OR a.start_at >= ?)
        ORDER BY a.occurrence LIMIT ?
        """)
    return try appointments(statement) { row in
      row.bind(series)
      row.bind(start)
      row.bind(start)
      row.bind(Int64(limit))
    }
  }

  /// What of it is to take place still, the next one first.
  package func comingAppointments(
    of series: SeriesID, limit: Int
  ) throws(CallbookError) -> [Appointment] {
    let statement = try sql.prepare(
      composed: """
        \(Self.appointmentRows) WHERE a.series = ? AND a.state IN ('booked', 'confirmed')
        ORDER BY a.start_at, a.id LIMIT ?
        """)
    return try appointments(statement) { row in
      row.bind(series)
      row.bind(Int64(limit))
    }
  }

  /// What of it could not be booked, the latest first.
  package func skippedOccurrences(
    of series: SeriesID, limit: Int
  ) throws(CallbookError) -> [SkippedOccurrence] {
    try sql.all(
      """
      SELECT occurrence, checks, at FROM series_skip WHERE series = ?
      ORDER BY occurrence DESC LIMIT ?
      """,
      { row in
        row.bind(series)
        row.bind(Int64(limit))
      },
      { row in
        SkippedOccurrence(
          occurrence: row.instant(0), checks: row.text(1).split(separator: " ").map { String($0) },
          at: row.instant(2))
      })
  }

  /// For how long one that is past is told of: it was due while the daemon was down.
  private static let toldMilliseconds: Int64 = 7 * 86_400_000

  /// The series of which visits that are to come, or were left out lately, could not be booked.
  ///
  /// - Parameter user: only where they were to be there; nil for all.
  package func seriesWithSkipped(
    at now: Instant, calendar: WorkCalendar, assignee user: String?, limit: Int
  ) throws(CallbookError) -> [SeriesID] {
    let rows: [(id: SeriesID, occurrence: Instant)] = try sql.all(
      """
      SELECT k.series, k.occurrence FROM series_skip k JOIN series s ON s.id = k.series
      WHERE (k.occurrence >= ? OR k.at >= ?)
        AND (s.assignee = (SELECT id FROM staff WHERE user = ?) OR ?)
      ORDER BY k.series, k.occurrence DESC
      """,
      { row in
        row.bind(now)
        row.bind(now.advanced(byMilliseconds: -Self.toldMilliseconds))
        row.bind(user)
        row.bind(user == nil)
      }, { ($0.identifier(0), $0.instant(1)) })
    var found: [SeriesID] = []
    for row in rows where found.last != row.id && found.count < limit {
      // What the series does not have any more is nobody's matter.
      let day = calendar.zone.local(row.occurrence).date
      if try series(row.id).until.map({ day <= $0 }) ?? true { found.append(row.id) }
    }
    return found
  }

  /// The series of which no more could be booked for a fault, until that is tried again.
  ///
  /// - Parameter user: only where they are to be there; nil for all.
  package func stalledSeries(
    assignee user: String?, limit: Int
  ) throws(CallbookError) -> [SeriesID] {
    try sql.all(
      """
      SELECT id FROM series
      WHERE state = 'active' AND retry_at IS NOT NULL
        AND (assignee = (SELECT id FROM staff WHERE user = ?) OR ?)
      ORDER BY id LIMIT ?
      """,
      { row in
        row.bind(user)
        row.bind(user == nil)
        row.bind(Int64(limit))
      }, { $0.identifier(0) })
  }

  /// - Parameter condition: a part of the program's text; it is `s`, its assignee `a`.
  private func series(
    _ condition: String, _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [Series] {
    let statement = try sql.prepare(
      composed: """
        SELECT s.id, s.uuid, s.rev, s.kind, s.state, s.contact, s.first_day, s.minute, s.cycle,
          s.minutes, p.name, a.user, s.terminal, s.note, s.until, s.count, s.reached, s.continues,
          b.user, s.created_at, c.name, o.user, s.retry_at, s.first
        FROM series s
          JOIN contact c ON c.id = s.contact
          LEFT JOIN staff o ON o.id = c.owner
          LEFT JOIN place p ON p.id = s.place
          LEFT JOIN staff a ON a.id = s.assignee
          LEFT JOIN staff b ON b.id = s.added_by
        \(condition)
        """)
    return try sql.all(statement, bind) { row throws(CallbookError) in try Series(row) }
  }
}

extension Series {
  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    let until = row.textOrNil(14)
    self.init(
      id: row.identifier(0), uuid: row.uniqueID(1), rev: row.integer(2), kind: try row.word(3),
      state: try row.word(4), contact: row.identifier(5), plan: try Plan(row),
      until: until.flatMap { CalendarDate($0) }, count: row.integerOrNil(15).map { Int($0) },
      first: Int(row.integer(23)), reached: Int(row.integer(16)),
      continues: row.identifierOrNil(17),
      addedBy: row.textOrNil(18), createdAt: row.instant(19))
    name = row.text(20)
    owner = row.textOrNil(21)
    retryAt = row.instantOrNil(22)
    guard (self.until == nil) == (until == nil) else { throw .unreadableSeries }
  }
}

extension Series.Plan {
  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    guard let firstDay = CalendarDate(row.text(6)), let time = MinuteOfDay(Int(row.integer(7))),
      let cycle = CalendarCycle(row.text(8))
    else { throw .unreadableSeries }
    self.init(
      firstDay: firstDay, time: time, cycle: cycle, durationMinutes: Int(row.integer(9)),
      place: try row.placeNameOrNil(10), assignee: row.textOrNil(11), terminal: row.textOrNil(12),
      note: row.textOrNil(13))
  }
}

extension CallbookError {
  fileprivate static let unreadableSeries = CallbookError(
    .storeCorrupt, "the store holds a series whose days cannot be read")
}
