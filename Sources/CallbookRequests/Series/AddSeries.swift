package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Agrees on visits that come round (DOMAIN A2): those within the horizon are booked now, the others as
/// their days come within it.
package struct AddSeries: WriteRequest, ContactRequest {
  package static let method = "series.add"
  package static let summary =
    "Agrees on visits that come round: what is within the horizon is booked now, the rest in time."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [
    RequestExample(
      "Maintenance every three months, for a year",
      #"{"contact":"c1","start":"2026-05-12T10:00:00+08:00","cycle":"P3M","count":4}"#)
  ]

  @Parameter(.positional, "For whom.") package var contact: ContactID
  @Parameter("What it is for.") package var kind: AppointmentKind = .maintenance
  @Parameter("When the first one starts: the others have its time of day.")
  package var start: Instant
  @Parameter("How often: every two weeks is P2W, every three months P3M.")
  package var cycle: CalendarCycle
  @Parameter("The last day on which there may be one; without an end when it is left out.")
  package var until: CalendarDate?
  @Parameter("How many there are.", in: Series.counts) package var count: Int?
  @Parameter(
    "How long each takes; the policy's time of its kind when it is left out.",
    in: AppointmentSpan.durations) package var durationMinutes: Int?
  @Parameter("Where, by short name; at the customer's when it is left out.")
  package var place: PlaceName?
  @Parameter("Who is to be there: a user name.", in: 1...64) package var assignee: String?
  @Parameter("The terminal that it is about, such as its serial number.", in: 1...100)
  package var terminal: String?
  @Parameter("What else has to be known.", in: 1...1000) package var note: String?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case contact, kind, start, cycle, until, count
    case durationMinutes = "duration_minutes"
    case place, assignee, terminal, note
  }

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [contact] }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> SeriesReport {
    let contact = try store.contact(contact)
    let rules = store.bookingRules
    let first = rules.calendar.zone.local(start)
    try check(first, store.at)
    let plan = Series.Plan(
      firstDay: first.date, time: MinuteOfDay(of: first), cycle: cycle,
      durationMinutes: durationMinutes ?? rules.policy.appointmentMinutes(of: kind),
      place: try place.map { name throws(CallbookError) in try store.place(name).name },
      assignee: try assignee.map { user throws(CallbookError) in
        try store.activeMember(user, at: "/assignee")
      }, terminal: FormRules.tidy(terminal), note: FormRules.tidy(note))
    let series = Series(
      id: store.nextSeriesID(), uuid: store.newUniqueID(), kind: kind, contact: contact.id,
      plan: plan, until: until, count: count, addedBy: environment.caller.user,
      createdAt: store.at)
    try store.insert(series)
    try store.bookComing(of: series)
    return try SeriesReport(of: series.id, in: store)
  }

  private func check(_ first: LocalTime, _ now: Instant) throws(CallbookError) {
    var violations: [Violation] = []
    if start <= now { violations.append(Violation("/start", "that time is past")) }
    if !first.millisecondOfDay.isMultiple(of: 60_000) {
      violations.append(Violation("/start", "must be a whole minute"))
    }
    if let until, until < first.date {
      violations.append(Violation("/until", "is before the first one"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "visits cannot come round like that", violations: violations)
    }
  }
}

extension WriteTransaction {
  /// As many as one request books at once: what is left over is due for the schedule at once.
  private static let most = 60

  func bookComing(of series: Series) throws(CallbookError) {
    _ = try extend(series, most: Self.most)
    try reconcile(.series(series.id))
  }
}
