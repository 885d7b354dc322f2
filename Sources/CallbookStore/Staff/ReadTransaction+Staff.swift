package import CallbookModel

extension ReadTransaction {
  /// The active member of staff with this user ID.
  package func activeStaff(uid: UInt32) throws(CallbookError) -> StaffMember? {
    try sql.first(
      """
      SELECT user, uid, name, roles, state, rev, created_at FROM staff
      WHERE uid = ? AND state = 'active'
      """,
      { $0.bind(Int64(uid)) }, { row throws(CallbookError) in try StaffMember(row) })
  }

  /// Somebody by user name, closed or not.
  package func staff(user: String) throws(CallbookError) -> StaffMember? {
    var member = try sql.first(
      "SELECT user, uid, name, roles, state, rev, created_at FROM staff WHERE user = ?",
      { $0.bind(user) }, { row throws(CallbookError) in try StaffMember(row) })
    if member != nil { member?.away = try absences()[user] }
    return member
  }

  /// The number of a member of staff, by user name.
  package func staffNumber(_ user: String) throws(CallbookError) -> Int64? {
    try sql.first("SELECT id FROM staff WHERE user = ?", { $0.bind(user) }, { $0.integer(0) })
  }

  /// Everybody, in the order in which they were named.
  package func allStaff(withClosed: Bool) throws(CallbookError) -> [StaffMember] {
    let absences = try absences()
    return try sql.all(
      """
      SELECT user, uid, name, roles, state, rev, created_at FROM staff
      WHERE state = 'active' OR ?
      """,
      { $0.bind(withClosed) },
      { row throws(CallbookError) in
        var member = try StaffMember(row)
        member.away = absences[member.user]
        return member
      })
  }

  /// How many active members of staff are admins.
  package func activeAdmins() throws(CallbookError) -> Int64 {
    try sql.first(
      "SELECT count(*) FROM staff WHERE state = 'active' AND roles & ?",
      { $0.bind(Int64(Roles.admin.rawValue)) }, { $0.integer(0) }) ?? 0
  }

  /// Whether an admin was ever named: from then on root is a caretaker only (DOMAIN S3).
  package func wasAdminNamed() throws(CallbookError) -> Bool {
    try sql.first("SELECT admin_named_at IS NOT NULL FROM store") { $0.boolean(0) } ?? false
  }

  /// How many live contacts somebody looks after.
  package func contactsOwned(by user: String) throws(CallbookError) -> Int64 {
    try sql.first(
      "SELECT count(*) FROM live_contact WHERE owner = (SELECT id FROM staff WHERE user = ?)",
      { $0.bind(user) }, { $0.integer(0) }) ?? 0
  }
}

extension StaffMember {
  init(_ row: SQLStatement) throws(CallbookError) {
    self.init(
      user: row.text(0), uid: UInt32(truncatingIfNeeded: row.integer(1)), name: row.textOrNil(2),
      roles: Roles(rawValue: Int(row.integer(3))).list, state: try row.word(4),
      rev: row.integer(5), createdAt: row.instant(6))
  }
}
