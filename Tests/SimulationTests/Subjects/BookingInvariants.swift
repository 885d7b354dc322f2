import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// What has to hold of everything that is booked, as the rows of the store have it (EXPECTATIONS 12
/// and 13).
enum BookingInvariants {
  private struct Row {
    let number: Int64
    let shown: String
    let contact: Int64
    let assignee: String?
    let appointment: PlainAppointment
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    let rows = try rows(shop, store)
    var wrong = different(rows, shop)
    let inOrder = rows.sorted { $0.appointment.start < $1.appointment.start }
    for (place, one) in inOrder.enumerated() {
      let end = one.appointment.end
      for other in inOrder[(place + 1)...].prefix(while: { $0.appointment.start < end }) {
        wrong += clash(one, other, shop) + clash(other, one, shop)
      }
      wrong += crowd(one, rows, shop)
    }
    return try wrong + off(rows, shop, store)
  }

  /// Those that are to take place.
  private static func rows(_ shop: PlainShop, _ store: ReadTransaction) throws -> [Row] {
    try store.sql.all(
      """
      SELECT a.id, a.contact, a.kind, a.state, a.start_at, a.end_at, p.name, s.user, a.tell_at
      FROM appointment a LEFT JOIN place p ON p.id = a.place LEFT JOIN staff s ON s.id = a.assignee
      WHERE a.state = 'booked' OR a.state = 'confirmed' ORDER BY a.id
      """, { _ in },
      { row in
        let number = row.integer(0)
        var appointment = PlainAppointment(
          contact: row.integer(1), kind: row.text(2), state: row.text(3), start: row.integer(4),
          end: row.integer(5), place: row.textOrNil(6), assignee: row.textOrNil(7), arrangedAt: 0,
          assignedAt: 0, tellAt: row.integerOrNil(8))
        appointment.history = shop.appointments[number]?.history ?? PlainSlotHistory()
        return Row(
          number: number, shown: appointment.shown(number), contact: appointment.contact,
          assignee: appointment.assignee, appointment: appointment)
      })
  }

  private static func different(_ rows: [Row], _ shop: PlainShop) -> [String] {
    let wanted = shop.activeAppointments.map { $0.1.shown($0.0) }
    let shown = rows.map(\.shown)
    guard wanted != shown else { return [] }
    let (one, other) = (Set(shown), Set(wanted))
    return [
      "\(one.subtracting(other).sorted()) are booked, and should \(other.subtracting(one).sorted())"
    ]
  }

  /// Nobody is at two places at one instant, unless a manager said why, or decides about the one that was
  /// there before.
  private static func clash(_ one: Row, _ other: Row, _ shop: PlainShop) -> [String] {
    let isReleased =
      one.appointment.history.released.contains(other.number)
      && shop.pendingRequest(of: other.number) != nil
    guard !isReleased else { return [] }
    let (later, earlier) = (one.appointment.history, other.appointment.history)
    var wrong: [String] = []
    if one.contact == other.contact, later.arranged > earlier.arranged, !later.isForced,
      !later.joined.contains(other.number)
    {
      wrong.append("c\(one.contact) has a\(one.number) and a\(other.number) at once")
    }
    if let user = one.assignee, user == other.assignee, later.assigned > earlier.assigned,
      !later.isAssigneeForced
    {
      wrong.append("\(user) has a\(one.number) and a\(other.number) at once")
    }
    return wrong
  }

  /// There was room for it, beside what was there before it.
  private static func crowd(_ row: Row, _ rows: [Row], _ shop: PlainShop) -> [String] {
    let history = row.appointment.history
    guard let place = row.appointment.place, !history.isForced else { return [] }
    let before = rows.filter {
      $0.appointment.place == place && $0.appointment.history.arranged < history.arranged
        && $0.appointment.overlaps(row.appointment.start, row.appointment.end)
        && !history.released.contains($0.number)
    }.map(\.appointment)
    let most = shop.most(before, from: row.appointment.start, to: row.appointment.end) + 1
    guard most > history.capacity else { return [] }
    return ["\(place) has room for \(history.capacity), and a\(row.number) is one of \(most)"]
  }

  /// Nothing is booked into a time for which booking had been switched off before.
  private static func off(
    _ rows: [Row], _ shop: PlainShop, _ store: ReadTransaction
  ) throws -> [String] {
    let windows = try store.sql.all(
      """
      SELECT o.id, o.starts_at, min(coalesce(o.ends_at, ?1), coalesce(o.on_at, ?1)), p.name, o.kind
      FROM booking_off o JOIN approval a ON a.kind = 'booking_off' AND a.subject = o.id
        LEFT JOIN place p ON p.id = o.place
      WHERE a.state = 'approved'
      """, { $0.bind(Int64.max) },
      { row in
        (
          number: row.integer(0), from: row.integer(1), until: row.integer(2),
          place: row.textOrNil(3), kind: row.textOrNil(4)
        )
      })
    var wrong: [String] = []
    for window in windows where window.from < window.until {
      let order = shop.bookingOffs[window.number]?.order ?? 0
      for row in rows
      where row.appointment.overlaps(window.from, window.until)
        && (window.place == nil || window.place == row.appointment.place)
        && (window.kind == nil || window.kind == row.appointment.kind)
        && row.appointment.history.slot > order
      {
        wrong.append("a\(row.number) was booked although o\(window.number) was approved")
      }
    }
    return wrong
  }

  /// Of each time of each reminder one fired at most, and the ledger has each that did.
  static func twice(_ store: ReadTransaction) throws -> [String] {
    let again = try store.sql.all(
      """
      SELECT subject, kind, due FROM reminder
      WHERE subject_kind = 'appointment' AND state NOT IN ('pending', 'withdrawn')
      GROUP BY subject, kind, occurrence, due HAVING count(*) > 1
      """, { _ in },
      { "a\($0.integer(0)): \($0.text(1)) for \($0.integer(2)) ended more than once" })
    let counts = try store.sql.first(
      """
      SELECT
        (SELECT count(*) FROM reminder WHERE subject_kind = 'appointment' AND state = 'fired'),
        (SELECT count(*) FROM ledger WHERE kind = 'appointment' AND event = 'reminder.fired')
      """
    ) { ($0.integer(0), $0.integer(1)) }
    guard let counts, counts.0 != counts.1 else { return again }
    return again + ["\(counts.0) reminders of appointments fired, and \(counts.1) times it is told"]
  }

  /// Kind, time and member of staff (0 for a role) of what one entry of the ledger is about.
  static func fired(
    of appointment: Int64, by seq: Int64, _ store: ReadTransaction
  ) throws -> [(String, Int64, Int64)] {
    try store.sql.all(
      """
      SELECT kind, due, staff FROM reminder
      WHERE subject_kind = 'appointment' AND subject = ? AND state = 'fired' AND ended_seq = ?
      """,
      { row in
        row.bind(appointment)
        row.bind(seq)
      }, { ($0.text(0), $0.integer(1), $0.integerOrNil(2) ?? 0) })
  }
}

extension PlainAppointment {
  fileprivate func shown(_ number: Int64) -> String {
    "a\(number) \(kind) of c\(contact) \(state) \(start) to \(end) at \(place ?? "theirs") "
      + "by \(assignee ?? "nobody") tell \(tellAt ?? 0)"
  }
}
