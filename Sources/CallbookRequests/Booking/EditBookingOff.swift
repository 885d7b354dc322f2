package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes what is asked for before it begins: an approval falls, and a manager decides again.
package struct EditBookingOff: WriteRequest {
  package static let method = "booking.edit"
  package static let summary =
    "Changes a request of one's own before it begins; a manager decides about it again."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample(
      "Another plan", #"{"id":"o3","follow_up_plan":"改为周三确认","follow_up_on":"2026-05-08"}"#)
  ]

  @Parameter(.positional, "The request.") package var id: BookingOffID
  @Parameter("Why: told to whoever is refused.", in: 1...500) package var reason: String?
  @Parameter("From when.") package var from: Instant?
  @Parameter("When it is expected to be on again; null for until further notice.")
  package var until: Patch<Instant>
  @Parameter("What is to be done about it meanwhile.", in: 1...1000) package var followUpPlan:
    String?
  @Parameter("When that is looked at.") package var followUpOn: CalendarDate?
  @Parameter("What customers can do instead: told to whoever is refused.", in: 1...500)
  package var alternative: Patch<String>
  @Parameter("Only if it still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, reason, from, until
    case followUpPlan = "follow_up_plan"
    case followUpOn = "follow_up_on"
    case alternative
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BookingOffItem {
    let calendar = try store.workCalendar()
    return try store.changeBookingOff(id, ifRev: ifRev, event: "booking_off.changed") {
      off throws(CallbookError) in
      let old = off.plan
      let plan = BookingOff.Plan(
        reason: reason ?? old.reason, from: from ?? old.from, until: until.applied(to: old.until),
        followUp: followUpPlan ?? old.followUp, followUpOn: followUpOn ?? old.followUpOn,
        alternative: alternative.applied(to: old.alternative))
      var amended = off
      try amended.amend(
        plan, digest: store.digest(of: BookingOff.matter(of: off.scope, plan)),
        by: environment.caller.user, at: store.at)
      let violations = plan.violations(at: store.at, calendar)
      // One that waited beyond its own beginning can still be changed in everything else.
      guard violations.allSatisfy({ $0.pointer == "/from" && from == nil }) else {
        throw CallbookError(
          .invalidParams, "booking cannot be switched off like this", violations: violations)
      }
      off = amended
    }
  }
}
