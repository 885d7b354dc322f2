package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes somebody's roles or name, or takes a leaver back.
package struct EditStaff: WriteRequest {
  package static let method = "staff.edit"
  package static let summary = "Changes somebody's roles or name, or takes a leaver back."
  package static let permission = Permission.naming
  package static let errors: [Reason] = [
    .notFound, .lastAdmin, .revisionConflict, .alreadyExists,
  ]
  package static let examples = [
    RequestExample("One more role", #"{"user":"bob","add":["service"]}"#)
  ]

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
    try Rescue.check(
      environment.caller, naming: Roles(add),
      andNothingElse: remove.isEmpty && name.isLeft)
    let old = try store.staffMember(user)
    try Revision.check(ifRev, of: old)
    var new = old
    new.roles = Roles(old.roles).union(Roles(add)).subtracting(Roles(remove)).list
    new.name = name.applied(to: old.name)
    new.state = state ?? old.state
    try store.checkAdminRemains(old, new)
    if old.state == .closed, new.state == .active { try store.checkUserIDIsFree(of: old) }
    let saved = try store.save(new, over: old, event: "staff.edited")
    if environment.caller.isRescuer, saved != old { try store.noteRescue() }
    return saved
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

  /// While somebody was away, their user ID may have become a colleague's.
  func checkUserIDIsFree(of member: StaffMember) throws(CallbookError) {
    guard let holder = try activeStaff(uid: member.uid) else { return }
    throw CallbookError(
      .alreadyExists, "user ID \(member.uid) is \(holder.user) on the staff list by now",
      hint: "callbook staff list")
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
