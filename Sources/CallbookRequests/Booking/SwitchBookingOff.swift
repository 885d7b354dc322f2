package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Asks for booking to be switched off for a while (预约功能, DOMAIN B1).
package struct SwitchBookingOff: WriteRequest {
  package static let method = "booking.off"
  package static let summary =
    "Asks for booking to be switched off for the shop, a place or a kind; a manager decides."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample(
      "The shop is rebuilt",
      """
      {"reason":"店面装修","from":"2026-05-11T09:00:00+08:00","until":"2026-05-16T09:00:00+08:00",\
      "follow_up_plan":"确认装修进度","follow_up_on":"2026-05-14","alternative":"请拨打服务热线预约上门"}
      """)
  ]

  @Parameter("Why: told to whoever is refused.", in: 1...500) package var reason: String
  @Parameter("From when; now when it is left out.") package var from: Instant?
  @Parameter("When it is expected to be on again; until further notice when it is left out.")
  package var until: Instant?
  @Parameter("Only at this place.") package var place: PlaceName?
  @Parameter("Only this kind of appointment.") package var kind: AppointmentKind?
  @Parameter("What is to be done about it meanwhile.", in: 1...1000) package var followUpPlan:
    String
  @Parameter("When that is looked at.") package var followUpOn: CalendarDate
  @Parameter("What customers can do instead: told to whoever is refused.", in: 1...500)
  package var alternative: String?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case reason, from, until, place, kind
    case followUpPlan = "follow_up_plan"
    case followUpOn = "follow_up_on"
    case alternative
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> BookingOffItem {
    let plan = BookingOff.Plan(
      reason: reason, from: from ?? store.at, until: until, followUp: followUpPlan,
      followUpOn: followUpOn, alternative: alternative)
    var violations = plan.violations(at: store.at, try store.workCalendar())
    if place != nil, kind != nil {
      violations.append(
        Violation("/kind", "cannot be given together with a place: ask for each by itself"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "booking cannot be switched off like this", violations: violations)
    }
    if let place { _ = try store.place(place) }
    let scope = place.map { BookingOff.Scope.place($0) } ?? kind.map { .kind($0) } ?? .shop
    let off = BookingOff(
      id: store.nextBookingOffID(), uuid: store.newUniqueID(), scope: scope, plan,
      approval: Approval(
        requestedBy: environment.caller.user, requestedAt: store.at,
        digest: store.digest(of: BookingOff.matter(of: scope, plan))),
      createdAt: store.at)
    try store.insert(off)
    return try BookingOffItem(off, in: store, at: store.at)
  }
}
