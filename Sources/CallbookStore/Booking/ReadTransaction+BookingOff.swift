package import CallbookModel

/// Which switchings-off a list is of. Every condition that is given must hold.
package struct BookingOffFilter: Sendable {
  /// As it is at the instant.
  package var state: BookingOff.State?
  /// Only what waits, is to come, or is off.
  package var isCurrent = false
  package let now: Instant

  package init(at now: Instant) {
    self.now = now
  }

  fileprivate func contains(_ off: BookingOff) -> Bool {
    let state = off.state(at: now)
    if let wanted = self.state, wanted != state { return false }
    return !isCurrent || [.requested, .scheduled, .off].contains(state)
  }
}

extension ReadTransaction {
  /// - Throws: `NOT_FOUND`.
  package func bookingOff(_ id: BookingOffID) throws(CallbookError) -> BookingOff {
    guard let off = try existingBookingOff(id) else {
      throw CallbookError(
        .notFound, "there is no request \(id) to switch booking off",
        hint: "callbook booking list --all")
    }
    return off
  }

  func existingBookingOff(_ id: BookingOffID) throws(CallbookError) -> BookingOff? {
    try bookingOffs("WHERE o.id = ?") { $0.bind(id) }.first
  }

  /// The newest first.
  package func bookingOffs(
    _ filter: BookingOffFilter, before id: BookingOffID?, limit: Int
  ) throws(CallbookError) -> [BookingOff] {
    var found: [BookingOff] = []
    var last = id ?? BookingOffID(.max)
    while found.count < limit {
      let page = try bookingOffs("WHERE o.id < ? ORDER BY o.id DESC LIMIT 100") { $0.bind(last) }
      found += page.filter(filter.contains)
      guard page.count == 100, let end = page.last else { break }
      last = end.id
    }
    return Array(found.prefix(limit))
  }

  /// What is off at any time within a span, of a place and kind.
  ///
  /// - Parameter place: nil for what takes place elsewhere.
  /// - Parameter kind: nil while that is open: then what is off for one kind only does not count.
  package func bookingOffs(
    during span: AppointmentSpan, at place: PlaceName?, for kind: AppointmentKind?
  ) throws(CallbookError) -> [BookingOff] {
    try bookingOffs(
      """
      WHERE a.state = 'approved' AND o.starts_at < ?
        AND coalesce(o.ends_at, ?) > ? AND coalesce(o.on_at, ?) > ?
        AND (o.place IS NULL OR p.name = ?) AND (o.kind IS NULL OR o.kind = ?)
      ORDER BY o.id
      """
    ) { row in
      row.bind(span.end)
      row.bind(Int64.max)
      row.bind(span.start)
      row.bind(Int64.max)
      row.bind(span.start)
      row.bind(place?.text)
      row.bind(kind?.rawValue)
    }
  }

  /// - Parameter condition: a part of the program's text; it is `o`, its approval `a`.
  func bookingOffs(
    _ condition: String, _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [BookingOff] {
    let statement = try sql.prepare(
      composed: """
        SELECT o.id, o.uuid, o.rev, p.name, o.kind, o.reason, o.starts_at, o.ends_at, o.follow_up,
          o.follow_up_on, o.alternative, o.created_at, o.on_at, s.user, o.followed_up_at, f.user,
          o.follow_up_note, o.follow_up_due
        FROM booking_off o
          JOIN approval a ON a.kind = 'booking_off' AND a.subject = o.id
          LEFT JOIN place p ON p.id = o.place
          LEFT JOIN staff s ON s.id = o.on_by
          LEFT JOIN staff f ON f.id = o.followed_up_by
        \(condition)
        """)
    let rows = try sql.all(statement, bind) { row throws(CallbookError) in
      try BookingOffRow(row)
    }
    // The statement is done before another is asked: they are shared.
    var found: [BookingOff] = []
    for row in rows {
      guard let approval = try approval(of: .bookingOff(row.id)) else { continue }
      found.append(row.bookingOff(approval))
    }
    return found
  }
}

/// One without its approval.
private struct BookingOffRow {
  let id: BookingOffID
  private let uuid: UniqueID
  private let rev: Int64
  private let scope: BookingOff.Scope
  private let plan: BookingOff.Plan
  private let end: BookingOff.End?
  private let followedUp: BookingOff.FollowUp?
  private let followUpDue: Instant?
  private let createdAt: Instant

  init(_ row: SQLStatement) throws(CallbookError) {
    id = row.identifier(0)
    uuid = row.uniqueID(1)
    rev = row.integer(2)
    if let name = try row.placeNameOrNil(3) {
      scope = .place(name)
    } else {
      scope = row.isNull(4) ? .shop : .kind(try row.word(4))
    }
    guard let followUpOn = CalendarDate(row.text(9)) else {
      throw CallbookError(.storeCorrupt, "the store holds a day that is none")
    }
    plan = BookingOff.Plan(
      reason: row.text(5), from: row.instant(6), until: row.isNull(7) ? nil : row.instant(7),
      followUp: row.text(8), followUpOn: followUpOn, alternative: row.textOrNil(10))
    createdAt = row.instant(11)
    end = row.isNull(12) ? nil : BookingOff.End(at: row.instant(12), by: row.textOrNil(13))
    followedUp =
      row.isNull(14)
      ? nil
      : BookingOff.FollowUp(at: row.instant(14), by: row.textOrNil(15), note: row.text(16))
    followUpDue = row.instantOrNil(17)
  }

  func bookingOff(_ approval: Approval) -> BookingOff {
    BookingOff(
      id: id, uuid: uuid, rev: rev, scope: scope, plan, approval: approval, end: end,
      followedUp: followedUp, followUpDue: followUpDue, createdAt: createdAt)
  }
}
