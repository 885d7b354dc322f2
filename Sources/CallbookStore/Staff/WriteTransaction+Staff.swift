package import CallbookModel

extension WriteTransaction {
  /// Names somebody. A closed member of staff with the same user name comes back.
  package func insert(_ member: StaffMember) throws(CallbookError) {
    let number = ids.takeStaff()
    try sql.execute(
      """
      INSERT INTO staff (id, uid, user, name, roles, state, rev, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(number)
      row.bind(Int64(member.uid))
      row.bind(member.user)
      row.bind(member.name)
      row.bind(Int64(Roles(member.roles.map { $0 }).rawValue))
      row.bind(member.state)
      row.bind(member.rev)
      row.bind(member.createdAt)
    }
    try recordStaff("staff.added", number, changes(from: nil, to: member), about: member)
  }

  /// Writes what differs between two states of a member of staff.
  package func save(
    _ new: StaffMember, over old: StaffMember, event: String
  ) throws(CallbookError) -> StaffMember {
    let changes = changes(from: old, to: new)
    guard !changes.isEmpty else { return old }
    var member = new
    member.rev = old.rev + 1
    try sql.execute("UPDATE staff SET name = ?, roles = ?, state = ?, rev = ? WHERE user = ?") {
      $0.bind(member.name)
      $0.bind(Int64(Roles(member.roles).rawValue))
      $0.bind(member.state)
      $0.bind(member.rev)
      $0.bind(member.user)
    }
    let number = try staffNumber(member.user)
    try recordStaff(event, number ?? 0, changes, about: member)
    if old.isManager, !member.isManager { try reopenBookingOffs(approvedBy: member.user) }
    return member
  }

  /// Puts on record that root named an admin because the shop had none who could call.
  package func noteRescue() throws(CallbookError) {
    try record("store.admin_rescued", .store, [])
  }

  private func recordStaff(
    _ event: String, _ number: Int64, _ changes: [FieldChange], about member: StaffMember
  ) throws(CallbookError) {
    try record(
      event, .staff(number), changes,
      about: NotedChange.Staff(user: member.user, roles: member.roles))
    let wasNamed = try wasAdminNamed()
    let admins = try activeAdmins()
    if !wasNamed, admins > 0 {
      try sql.execute("UPDATE store SET admin_named_at = ?") { $0.bind(at) }
      try record("store.admin_named", .store, [])
    }
    afterCommit(.staffChanged)
  }

  private func changes(from old: StaffMember?, to new: StaffMember) -> [FieldChange] {
    func roles(_ member: StaffMember?) -> String? {
      member?.roles.map(\.rawValue).joined(separator: " ")
    }
    return [
      ("user", old?.user, new.user), ("uid", old.map { String($0.uid) }, String(new.uid)),
      ("name", old?.name, new.name), ("roles", roles(old), roles(new)),
      ("state", old?.state.rawValue, new.state.rawValue),
    ].filter { $0.1 != $0.2 }.map { FieldChange($0.0, before: $0.1, after: $0.2) }
  }
}
