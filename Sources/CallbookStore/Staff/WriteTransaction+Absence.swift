package import CallbookModel

extension WriteTransaction {
  /// Notes that somebody is or will be away, in place of what was noted before.
  package func setAway(
    _ absence: Absence, of member: StaffMember
  ) throws(CallbookError) -> StaffMember {
    guard absence != member.away else { return member }
    try sql.execute(
      """
      INSERT OR REPLACE INTO absence (staff, starts_at, ends_at, substitute, reason)
      VALUES ((SELECT id FROM staff WHERE user = ?), ?, ?, (SELECT id FROM staff WHERE user = ?), ?)
      """
    ) { row in
      row.bind(member.user)
      row.bind(absence.from)
      row.bind(absence.until)
      row.bind(absence.substitute)
      row.bind(absence.reason)
    }
    return try recordAbsence("staff.away", absence, of: member)
  }

  /// Takes back that somebody is away.
  package func endAbsence(of member: StaffMember) throws(CallbookError) -> StaffMember {
    guard member.away != nil else { return member }
    try sql.execute(
      "DELETE FROM absence WHERE staff = (SELECT id FROM staff WHERE user = ?)"
    ) { $0.bind(member.user) }
    return try recordAbsence("staff.back", nil, of: member)
  }

  private func recordAbsence(
    _ event: String, _ absence: Absence?, of old: StaffMember
  ) throws(CallbookError) -> StaffMember {
    var member = old
    member.away = absence
    member.rev = old.rev + 1
    try sql.execute("UPDATE staff SET rev = ? WHERE user = ?") { row in
      row.bind(member.rev)
      row.bind(member.user)
    }
    let before = old.away?.texts ?? []
    let after = absence?.texts ?? []
    let changes = Absence.members.map { name in
      FieldChange(
        "away/\(name)", before: before.first { $0.name == name }?.text,
        after: after.first { $0.name == name }?.text)
    }.filter { $0.before != $0.after }
    try record(
      event, .staff(try staffNumber(of: member.user) ?? 0), changes,
      about: NotedChange.Staff(user: member.user, roles: member.roles))
    return member
  }
}

extension Absence {
  fileprivate static let members = ["from", "until", "substitute", "reason"]

  fileprivate var texts: [(name: String, text: String)] {
    [
      ("from", from.description), ("until", until?.description), ("substitute", substitute),
      ("reason", reason),
    ].compactMap { name, text in text.map { (name, $0) } }
  }
}
