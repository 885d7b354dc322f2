package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Tells how much there is to do by appointments, and what becomes of them (DOMAIN O1).
package struct ShowFigures: ReadRequest {
  package static let method = "appointment.figures"
  package static let summary =
    "Counts appointments by hour, weekday, what became of them and how long ahead they were booked."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("The last twelve weeks", "{}"),
    RequestExample(
      "Installations of a month",
      #"{"from":"2026-05-01","until":"2026-05-31","kind":"installation"}"#),
  ]
  /// Whole weeks, so that every weekday is counted as often.
  private static let usualDays: Int64 = 12 * 7

  @Parameter("From this day on, by the shop's clocks; twelve weeks when it is left out.")
  package var from: CalendarDate?
  @Parameter("Up to and with this day; today when it is left out.")
  package var until: CalendarDate?
  @Parameter("Only at this place, by short name.") package var place: PlaceName?
  @Parameter("Only what this user is or was to be at.", in: 1...64) package var assignee: String?
  @Parameter("Only for this.") package var kind: AppointmentKind?
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> FiguresReport {
    let today = environment.store.date(at: environment.services.clock.now())
    let last = until ?? from.map { max($0, today) } ?? today
    let first = from ?? last.advanced(byDays: 1 - Self.usualDays)
    guard first <= last else {
      throw CallbookError(
        .invalidParams, "there is no day between these",
        violations: [Violation("/until", "must not be before from")])
    }
    var filter = FiguresFilter(first...last)
    filter.place = try place.map { name throws(CallbookError) in try store.place(name).name }
    filter.assignee = try assignee.map { user throws(CallbookError) in
      try known(user, in: store)
    }
    filter.kind = kind
    return FiguresReport(try store.appointmentFigures(filter), from: first, until: last)
  }

  /// Also who left: what they were at stays counted.
  private func known(_ user: String, in store: ReadTransaction) throws(CallbookError) -> String {
    guard let member = try store.staff(user: user) else {
      throw CallbookError(
        .notFound, "nobody of this user name is or was of the staff",
        hint: "callbook staff list",
        violations: [Violation("/assignee", "is not on the staff list")])
    }
    return member.user
  }
}
