package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Puts a Unix user of this machine on the staff list.
package struct AddStaff: PreparedRequest {
  package static let method = "staff.add"
  package static let summary = "Puts a Unix user of this machine on the staff list."
  package static let permission = Permission.naming
  package static let errors: [Reason] = [.notFound, .alreadyExists]
  package static let examples = [
    RequestExample("An agent", #"{"user":"dan","role":["agent"],"name":"王芳"}"#)
  ]

  @Parameter(.positional, "Unix user name; '#4001' for a user ID without an account.", in: 1...64)
  package var user: String
  @Parameter("What the person may do; once for each role.", in: 1...7) package var role: [Role]
  @Parameter("The person's name.", in: 1...200) package var name: String?
  package init() {}

  package func prepare(_ environment: Environment) throws(CallbookError) -> StaffAccount {
    try StaffAccount(user, in: environment.services.accounts)
  }

  package func run(
    _ account: StaffAccount, in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> StaffMember {
    try Rescue.check(environment.caller, naming: Roles(role))
    let sameName = try store.staff(user: account.user)
    let sameUID = try store.activeStaff(uid: account.uid)
    if let known = sameName ?? sameUID {
      throw CallbookError(
        .alreadyExists, "\(known.user) is on the staff list already (\(known.state.rawValue))",
        hint: known.state == .closed
          ? "callbook staff edit \(known.user) --state active" : "callbook staff list")
    }
    let member = StaffMember(
      user: account.user, uid: account.uid, name: name, roles: Roles(role).list, state: .active,
      rev: 1,
      createdAt: store.at)
    try store.insert(member)
    if environment.caller.isRescuer { try store.noteRescue() }
    return member
  }
}
