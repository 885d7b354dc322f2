package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Says that somebody is or will be away, and who stands in for them (DOMAIN S5).
package struct SetAway: WriteRequest {
  package static let method = "staff.away"
  package static let summary = "Says that somebody is or will be away, and who stands in for them."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound, .wrongState, .revisionConflict]
  package static let examples = [
    RequestExample(
      "A week's holiday",
      #"{"user":"carol","until":"2026-12-06T18:00:00+08:00","substitute":"bob"}"#)
  ]

  @Parameter(.positional, "Unix user name; you yourself when it is left out.", in: 1...64)
  package var user: String?
  @Parameter("Who stands in meanwhile: a user name.", in: 1...64) package var substitute: String
  @Parameter("From then on; when it is left out as planned already, else from now on.")
  package var from: Instant?
  @Parameter("Back from then on; when it is left out as planned already, else until staff.back.")
  package var until: Patch<Instant>
  @Parameter("Why, for those who plan.", in: 1...200) package var reason: Patch<String>
  @Parameter("Only if the record still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case user, substitute, from, until, reason
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> StaffMember {
    let member = try store.absentee(user, environment.caller)
    try Revision.check(ifRev, of: member)
    let planned = member.withoutPastAbsence(at: store.at).away
    let absence = Absence(
      from: from ?? planned?.from ?? store.at, until: until.applied(to: planned?.until),
      substitute: substitute, reason: reason.applied(to: planned?.reason))
    try check(absence, of: member, at: store.at)
    guard try store.staff(user: substitute)?.state == .active else {
      throw CallbookError(
        .notFound, "nobody who works here has the user name in substitute",
        hint: "callbook staff list",
        violations: [Violation("/substitute", "is no active member of staff")])
    }
    let away = try store.setAway(absence, of: member)
    if let gap = try store.presence().gap(dueTo: member.user, after: store.at) {
      throw .nobody(gap)
    }
    return away
  }

  private func check(
    _ absence: Absence, of member: StaffMember, at now: Instant
  ) throws(CallbookError) {
    var violations: [Violation] = []
    if absence.substitute == member.user {
      violations.append(Violation("/substitute", "must be somebody else"))
    }
    if let until = absence.until, until <= absence.from {
      violations.append(Violation("/until", "must be later than the beginning"))
    } else if absence.isOver(at: now) {
      violations.append(Violation("/until", "is over already"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "nobody can be away like that", violations: violations)
    }
  }
}

extension CallbookError {
  fileprivate static func nobody(_ gap: Presence.Gap) -> CallbookError {
    CallbookError(
      .wrongState,
      "nobody would stand in for \(gap.user) at \(gap.at): name somebody who is there then",
      hint: "callbook staff list",
      violations: [Violation("/substitute", "leads to nobody who is there")])
  }
}
