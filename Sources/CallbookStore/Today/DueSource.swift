package import CallbookModel

/// Where the things of a kind that fall due are found. A new kind is one of these.
package struct DueSource: Sendable {
  /// The tables: `c` is the contact, `t` the thing, `s` the member of staff who has to do it.
  private let tables: String
  /// Which of the things wait; `?4` is now, `?5` who may not decide about what they asked for.
  private let condition: String
  /// The column with the number of whoever has to do it.
  private let holder: String
  private let due: String
  /// The kind of the point to use, for what somebody is to be told.
  private var channel = "NULL"
  /// The columns with the contact's number and name; NULL where it is of no one contact.
  private var contact = "c.id, c.name"
  /// The column with the state, where what to do next depends on it.
  private var state = "NULL"
  /// The role whose work it is, where it is not one person's.
  private var role: Role?
  private let id: @Sendable (Int64) -> String

  /// Reviews that wait for whoever looks after the contact.
  package static let reviews = DueSource(
    tables: """
      live_contact c
        JOIN review t ON t.contact = c.id
        LEFT JOIN staff s ON s.id = c.owner
      """,
    condition: "t.state = 'open'", holder: "c.owner", due: "t.due",
    id: { ReviewID($0).description })

  /// Callbacks whose next attempt is due.
  package static let callbacks = DueSource(
    tables: """
      callback t
        JOIN live_contact c ON c.id = t.contact
        LEFT JOIN staff s ON s.id = t.assignee
      """,
    condition: "t.next IS NOT NULL", holder: "t.assignee", due: "t.next",
    id: { CallbackID($0).description })

  /// Appointments that are to take place today, and those of which nobody has said what became of them.
  package static let appointments = DueSource(
    tables: """
      appointment t
        JOIN live_contact c ON c.id = t.contact
        LEFT JOIN staff s ON s.id = t.assignee
      """,
    condition: "t.state IN ('booked', 'confirmed')", holder: "t.assignee", due: "t.start_at",
    id: { AppointmentID($0).description })

  /// Appointments of which the customer is to be told, until they begin: by whoever is to be there, else
  /// by whoever looks after the contact.
  package static let tellings = telling("t.state <> 'cancelled'")

  /// Cancelled appointments of which the customer does not know yet, until they would have begun.
  package static let cancellations = telling("t.state = 'cancelled'")

  private static func telling(_ state: String) -> DueSource {
    var source = DueSource(
      tables: """
        appointment t
          JOIN live_contact c ON c.id = t.contact
          LEFT JOIN staff s ON s.id = coalesce(t.assignee, c.owner)
        """,
      condition: "t.tell_at IS NOT NULL AND t.start_at > ?4 AND \(state)",
      holder: "coalesce(t.assignee, c.owner)", due: "t.tell_at",
      id: { AppointmentID($0).description })
    source.channel = """
      (SELECT p.kind FROM point p
        WHERE p.contact = c.id AND p.removed_at IS NULL AND p.do_not_use = 0
          AND p.consent <> 'refused'
        ORDER BY p.preferred DESC, p.kind <> 'phone', p.rank = 'backup', p.id LIMIT 1)
      """
    return source
  }

  /// Batches whose next step is due.
  package static let batches = DueSource(
    tables: "batch t", condition: "t.due IS NOT NULL", holder: "NULL", due: "t.due",
    contact: "NULL, NULL", state: "t.state", role: .operations, id: { BatchID($0).description })

  /// Follow-ups of switched-off bookings that nobody has answered: by whoever asked.
  package static let followUps = DueSource(
    tables: """
      booking_off t
        JOIN approval a ON a.kind = 'booking_off' AND a.subject = t.id
        LEFT JOIN staff s ON s.id = a.requested_by AND s.state = 'active'
      """,
    condition: "t.follow_up_due IS NOT NULL", holder: "s.id", due: "t.follow_up_due",
    contact: "NULL, NULL", id: { BookingOffID($0).description })

  /// Requests to switch booking off that wait for a manager.
  package static let bookingRequests = DueSource(
    tables: """
      approval a JOIN booking_off t ON t.id = a.subject
      """,
    condition: "a.kind = 'booking_off' AND \(waits) AND coalesce(t.ends_at > ?4, 1)",
    holder: "NULL", due: "a.requested_at", contact: "NULL, NULL", role: .manager,
    id: { BookingOffID($0).description })

  /// Requests to cancel an appointment that wait for a manager.
  package static let cancelRequests = DueSource(
    tables: """
      approval a
        JOIN cancellation t ON t.id = a.subject
        JOIN appointment p ON p.id = t.appointment
        JOIN live_contact c ON c.id = p.contact
      """,
    condition: "a.kind = 'cancellation' AND \(waits) AND t.start_at > ?4", holder: "NULL",
    due: "a.requested_at", role: .manager, id: { CancelRequestID($0).description })

  /// Nobody is shown their own to decide about.
  private static let waits =
    "a.state = 'pending' AND (?5 IS NULL OR a.requested_by IS NOT ?5)"

  /// Where there is nobody in particular to do it, those of its role have to.
  fileprivate func parts(_ filter: DueFilter) -> [DueFilter.Part] {
    guard let role else { return filter.parts }
    return filter.roles?.contains(Roles([role])) ?? true ? [.everybody] : []
  }

  private var user: String { role == nil ? "s.user" : "NULL" }

  fileprivate func rows(_ part: DueFilter.Part) -> String {
    "FROM \(tables) WHERE \(condition) AND \(part.condition(on: holder)) AND \(due) < ?2"
  }

  fileprivate func things(_ part: DueFilter.Part) -> String {
    """
    SELECT t.id, \(contact), \(user), \(due), \(channel), \(state) \(rows(part))
    ORDER BY \(due), t.id LIMIT ?3
    """
  }

  fileprivate func counts(_ part: DueFilter.Part) -> String {
    "SELECT count(*), count(*) FILTER (WHERE \(due) < ?3) \(rows(part))"
  }

  fileprivate func thing(_ row: SQLStatement) throws(CallbookError) -> DueThing {
    DueThing(
      id: id(row.integer(0)), contact: row.identifierOrNil(1), name: row.textOrNil(2),
      user: row.textOrNil(3), due: row.instant(4),
      channel: row.isNull(5) ? nil : try row.word(5), state: row.textOrNil(6))
  }
}

extension ReadTransaction {
  /// What is due of a kind, the earliest first.
  package func due(
    _ source: DueSource, _ filter: DueFilter, limit: Int
  ) throws(CallbookError) -> [DueThing] {
    var found: [DueThing] = []
    for part in source.parts(filter) {
      found += try sql.all(
        sql.prepare(composed: source.things(part)),
        { row in
          row.bind(part.number)
          row.bind(filter.before)
          row.bind(Int64(limit))
          row.bind(filter.now)
          row.bind(filter.decider)
        }, { row throws(CallbookError) in try source.thing(row) })
    }
    return Array(found.sorted { $0.due < $1.due }.prefix(limit))
  }

  /// - Parameter dayStart: what is due earlier is overdue.
  package func countDue(
    _ source: DueSource, _ filter: DueFilter, dayStart: Instant
  ) throws(CallbookError) -> DueCount {
    var count = DueCount()
    for part in source.parts(filter) {
      let found = try sql.all(
        sql.prepare(composed: source.counts(part)),
        { row in
          row.bind(part.number)
          row.bind(filter.before)
          row.bind(dayStart)
          row.bind(filter.now)
          row.bind(filter.decider)
        }, { (Int($0.integer(0)), Int($0.integer(1))) })
      count.total += found.first?.0 ?? 0
      count.overdue += found.first?.1 ?? 0
    }
    return count
  }
}
