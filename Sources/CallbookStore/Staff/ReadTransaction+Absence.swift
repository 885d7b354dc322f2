package import CallbookModel

/// A member of staff by the number that everything of theirs refers to.
package struct NumberedStaff: Sendable, Equatable {
  package let number: Int64
  package let member: StaffMember
}

extension ReadTransaction {
  /// Who is there and who stands in for whom.
  package func presence() throws(CallbookError) -> Presence {
    Presence(
      active: Set(try allStaff(withClosed: false).map(\.user)), absences: try absences())
  }

  /// Those who work here and are not away, in the order in which they were named: to nobody else is
  /// anything assigned.
  package func presentStaff(at instant: Instant) throws(CallbookError) -> [NumberedStaff] {
    let presence = try presence()
    return try sql.all(
      """
      SELECT user, uid, name, roles, state, rev, created_at, id FROM staff
      WHERE state = 'active' ORDER BY id
      """, { _ in },
      { row throws(CallbookError) in
        NumberedStaff(number: row.integer(7), member: try StaffMember(row))
      }
    ).filter { presence.isPresent($0.member.user, at: instant) }
  }

  /// Who does somebody's work: they themself while they are there, else whoever stands in for them; nil
  /// when nobody does.
  package func standIn(for staff: Int64, at instant: Instant) throws(CallbookError) -> Int64? {
    let user = try sql.first(
      "SELECT user FROM staff WHERE id = ?", { $0.bind(staff) }, { $0.text(0) })
    guard let user, let standIn = try presence().standIn(for: user, at: instant) else { return nil }
    return try staffNumber(of: standIn)
  }

  func staffNumber(of user: String) throws(CallbookError) -> Int64? {
    try sql.first("SELECT id FROM staff WHERE user = ?", { $0.bind(user) }, { $0.integer(0) })
  }

  /// By the user name of whoever is away; also those that are over or still to come.
  func absences() throws(CallbookError) -> [String: Absence] {
    let rows = try sql.all(
      """
      SELECT s.user, a.starts_at, a.ends_at, t.user, a.reason
      FROM absence a JOIN staff s ON s.id = a.staff JOIN staff t ON t.id = a.substitute
      """, { _ in },
      { row in
        (
          row.text(0),
          Absence(
            from: row.instant(1), until: row.isNull(2) ? nil : row.instant(2),
            substitute: row.text(3), reason: row.textOrNil(4))
        )
      })
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
