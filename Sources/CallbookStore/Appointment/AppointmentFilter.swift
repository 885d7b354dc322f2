package import CallbookModel

/// Which appointments a list is of. Every condition that is given must hold.
package struct AppointmentFilter: Sendable {
  /// Only those that end later.
  package var from: Instant?
  /// Only those that start before.
  package var until: Instant?
  package var contact: ContactID?
  package var assignee: String?
  package var place: PlaceName?
  package var kind: AppointmentKind?
  package var state: Appointment.State?
  /// Only those that hold their slot.
  package var isActive = false
  /// Only these, if there are any.
  package var ids: [AppointmentID] = []
  /// In the order in which they start, turned round.
  package var isLatestFirst = false

  package init() {}
}

/// A place in a list of appointments: when the one before starts, and its number.
package struct AppointmentPosition: Sendable, Equatable, LosslessStringConvertible {
  package let start: Instant
  package let id: AppointmentID

  package init(after appointment: Appointment) {
    start = appointment.start
    id = appointment.id
  }

  package init?(_ description: String) {
    let parts = description.split(separator: ":")
    guard parts.count == 2, let start = Int64(parts[0]), let id = AppointmentID(parts[1]) else {
      return nil
    }
    self.start = Instant(millisecondsSince1970: start)
    self.id = id
  }

  package var description: String { "\(start.millisecondsSince1970):\(id)" }
}

extension ReadTransaction {
  /// In the order in which they start, or turned round.
  package func appointments(
    _ filter: AppointmentFilter, after: AppointmentPosition?, limit: Int
  ) throws(CallbookError) -> [Appointment] {
    var conditions: [String] = []
    var values: [String] = []
    func require(_ condition: String, _ value: String?...) {
      guard value.allSatisfy({ $0 != nil }) else { return }
      conditions.append(condition)
      values += value.compactMap { $0 }
    }
    let from = filter.from?.millisecondsSince1970
    // The second condition follows from the first, but is what an index can be looked into by.
    require(
      "a.end_at > CAST(? AS INTEGER) AND a.start_at > CAST(? AS INTEGER)",
      from.map { String($0) }, from.map { String($0 - AppointmentSpan.longestMilliseconds) })
    require(
      "a.start_at < CAST(? AS INTEGER)", filter.until.map { String($0.millisecondsSince1970) })
    require("a.contact = CAST(? AS INTEGER)", filter.contact.map { String($0.number) })
    require("a.assignee = (SELECT id FROM staff WHERE user = ?)", filter.assignee)
    require("a.place = (SELECT id FROM place WHERE name = ?)", filter.place?.text)
    require("a.kind = ?", filter.kind?.rawValue)
    require("a.state = ?", filter.state?.rawValue)
    if filter.isActive { conditions.append("a.state IN ('booked', 'confirmed')") }
    if !filter.ids.isEmpty {
      let numbers = filter.ids.map { String($0.number) }.joined(separator: ",")
      require("a.id IN (SELECT value FROM json_each(?))", "[\(numbers)]")
    }
    let (beyond, order) = filter.isLatestFirst ? ("<", "DESC") : (">", "ASC")
    if let after {
      require(
        "(a.start_at, a.id) \(beyond) (CAST(? AS INTEGER), CAST(? AS INTEGER))",
        String(after.start.millisecondsSince1970), String(after.id.number))
    }
    let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    let statement = try sql.prepare(
      composed: """
        \(Self.appointmentRows) \(condition)
        ORDER BY a.start_at \(order), a.id \(order) LIMIT ?
        """)
    return try appointments(statement) { row in
      for value in values { row.bind(value) }
      row.bind(Int64(limit))
    }
  }
}
