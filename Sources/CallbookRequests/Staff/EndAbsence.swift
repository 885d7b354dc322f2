package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Says that somebody is back, or will not be away after all.
package struct EndAbsence: WriteRequest {
  package static let method = "staff.back"
  package static let summary = "Says that somebody is back, or will not be away after all."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound, .wrongState, .revisionConflict]
  package static let examples = [RequestExample("Back early", #"{"user":"carol"}"#)]

  @Parameter(.positional, "Unix user name; you yourself when it is left out.", in: 1...64)
  package var user: String?
  @Parameter("Only if the record still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case user
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> StaffMember {
    let member = try store.absentee(user, environment.caller)
    try Revision.check(ifRev, of: member)
    return try store.endAbsence(of: member)
  }
}
