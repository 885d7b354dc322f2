package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists when staff are busy by calendars of their own, by person and time.
package struct ListBusyTimes: ReadRequest {
  package static let method = "busy.list"
  package static let summary =
    "Lists when staff are busy by calendars of their own, by person and time."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("Of somebody", #"{"user":"bob"}"#)]

  @Parameter(.positional, "Only of this user.", in: 1...64) package var user: String?
  @Parameter("Only what ends later; what is not over when it is left out.")
  package var from: Instant?
  @Parameter("Only what starts before.") package var until: Instant?
  @Parameter("Go on behind this place: the `next` of the page before.", in: 1...90)
  package var after: String?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<BusyTime> {
    let position = try after.map { text throws(CallbookError) in
      guard let position = BusyTimePosition(text) else { throw .noSuchPosition }
      return position
    }
    let user = try user.map { user throws(CallbookError) in
      try store.activeMember(user, at: "/user")
    }
    let span = AppointmentSpan(
      from: from ?? environment.services.clock.now(),
      to: until ?? Instant(millisecondsSince1970: .max))
    let items = try store.busyTimes(of: user, span, after: position, limit: limit)
    let next =
      items.count == limit ? items.last.map { BusyTimePosition(after: $0).description } : nil
    return Page(items: items, next: next, head: environment.cursor(try store.ledgerTail().seq))
  }
}

extension CallbookError {
  fileprivate static let noSuchPosition = CallbookError(
    .invalidParams, "there is no such place to go on from",
    violations: [Violation("/after", "is not the `next` of a page of busy times")])
}
