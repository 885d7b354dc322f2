package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists when booking is, will be or was off, the newest request first.
package struct ListBookingOffs: ReadRequest {
  package static let method = "booking.list"
  package static let summary =
    "Lists what waits for a decision, is to come or is off; the newest request first."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let examples = [
    RequestExample("What is off, will be, or waits", "{}"),
    RequestExample("What waits for a manager", #"{"state":"requested"}"#),
  ]

  @Parameter("Only in this state.") package var state: BookingOff.State?
  @Parameter("In whatever state.") package var all: Bool = false
  @Parameter("Go on behind this one: the `next` of the page before.")
  package var after: BookingOffID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<BookingOffItem> {
    let now = environment.services.clock.now()
    var filter = BookingOffFilter(at: now)
    filter.state = state
    filter.isCurrent = state == nil && !all
    let found = try store.bookingOffs(filter, before: after, limit: limit)
    return Page(
      items: try found.map { off throws(CallbookError) in
        try BookingOffItem(off, in: store, at: now)
      },
      next: found.count == limit ? found.last?.id.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

extension BookingOff.State: ParameterWord {
  package static var exampleValue: Self { .off }
}
