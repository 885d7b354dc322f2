package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Closes the record of somebody who leaves. It is never deleted: the history names them.
package struct CloseStaff: WriteRequest {
  package static let method = "staff.close"
  package static let summary =
    "Closes the record of somebody who leaves, once nothing is theirs any more."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [
    .notFound, .lastAdmin, .holdsContacts, .holdsCallbacks, .holdsAppointments,
    .wrongState, .revisionConflict,
  ]
  package static let examples = [RequestExample("Somebody leaves", #"{"user":"carol"}"#)]

  @Parameter(.positional, "Unix user name.", in: 1...64) package var user: String
  @Parameter("Only if the record still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case user
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> StaffMember {
    let old = try store.staffMember(user)
    try Revision.check(ifRev, of: old)
    var new = old
    new.state = .closed
    try store.checkAdminRemains(old, new)
    let owned = try store.contactsOwned(by: user)
    guard owned == 0 else {
      let waiting = try store.openReviews(ofContactsOf: user)
      throw CallbookError(
        .holdsContacts,
        "\(user) still looks after contacts (\(owned), of which \(waiting) wait for a review); "
          + "give them to somebody first",
        hint: "callbook contact list --owner \(user)",
        details: ["contacts": .number(Int(owned)), "reviews": .number(Int(waiting))])
    }
    try store.checkSubstitutesNobody(old)
    let open = try store.openCallbacks(assignedTo: user)
    guard open == 0 else {
      throw CallbookError(
        .holdsCallbacks,
        "\(user) still has callbacks to make (\(open)); give them to somebody first",
        hint: "callbook callback list --assignee \(user)",
        details: ["callbacks": .number(Int(open))])
    }
    let booked = try store.activeAppointments(assignedTo: user)
    guard booked == 0 else {
      throw CallbookError(
        .holdsAppointments,
        "\(user) still is to be at appointments (\(booked)); give them to somebody first",
        hint: "callbook appointment list --assignee \(user)",
        details: ["appointments": .number(Int(booked))])
    }
    let series = try store.activeSeries(assignedTo: user)
    guard series == 0 else {
      throw CallbookError(
        .holdsAppointments,
        "\(user) still is to be at visits that come round (\(series)); give them to somebody first",
        hint: "callbook series list --assignee \(user)",
        details: ["series": .number(Int(series))])
    }
    // Of somebody who has left nobody can take them back, and whoever comes back imports anew.
    _ = try store.setBusyTimes(of: old, to: [])
    return try store.save(new, over: old, event: "staff.closed")
  }
}
