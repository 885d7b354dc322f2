package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one switching-off of booking, with what was decided about it.
package struct GetBookingOff: ReadRequest {
  package static let method = "booking.get"
  package static let summary = "Gives one switching-off of booking, with what was decided about it."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("One", #"{"id":"o1"}"#)]

  @Parameter(.positional, "The request.") package var id: BookingOffID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> BookingOffItem {
    try BookingOffItem(store.bookingOff(id), in: store, at: environment.services.clock.now())
  }
}
