package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes somebody's roles or name, or takes a leaver back.
package struct EditStaff: WriteRequest {
  package static let method = "staff.edit"
  package static let summary = "Changes somebody's roles or name, or takes a leaver back."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [.notFound, .lastAdmin, .revisionConflict]

  @Parameter(.positional, "Unix user name.", in: 1...64) package var user: String
  @Parameter("Give this role; once for each.", in: 0...7) package var add: [Role]
  @Parameter("Take this role away; once for each.", in: 0...7) package var remove: [Role]
  @Parameter("The person's name.", in: 1...200) package var name: Patch<String>
  @Parameter("Only `active`: takes back somebody who left.") package var state: StaffMember.State?
  @Parameter("Only if the record still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case user, add, remove, name, state
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> StaffMember {
    guard state != .closed else {
      throw CallbookError(
        .invalidParams, "use staff.close for somebody who leaves",
        hint: "callbook staff close \(user)",
        violations: [Violation("/state", "can only be active here")])
    }
    let old = try store.staffMember(user)
    try Revision.check(ifRev, against: old.rev, of: user)
    var new = old
    new.roles = Roles(old.roles).union(Roles(add)).subtracting(Roles(remove)).list
    new.name = name.applied(to: old.name)
    new.state = state ?? old.state
    try store.checkAdminRemains(old, new)
    return try store.save(new, over: old, event: "staff.edited")
  }
}

extension WriteTransaction {
  /// - Throws: `NOT_FOUND`.
  func staffMember(_ user: String) throws(CallbookError) -> StaffMember {
    guard let member = try staff(user: user) else {
      throw CallbookError(
        .notFound, "nobody on the staff list has this user name", hint: "callbook staff list")
    }
    return member
  }

  /// The last admin keeps the role, or nobody could name another (DOMAIN S3).
  func checkAdminRemains(_ old: StaffMember, _ new: StaffMember) throws(CallbookError) {
    func isAdmin(_ member: StaffMember) -> Bool {
      member.state == .active && member.roles.contains(.admin)
    }
    guard isAdmin(old), !isAdmin(new), try activeAdmins() <= 1 else { return }
    throw CallbookError(
      .lastAdmin, "\(old.user) is the last admin; name another one first",
      hint: "callbook staff edit USER --add admin")
  }
}
