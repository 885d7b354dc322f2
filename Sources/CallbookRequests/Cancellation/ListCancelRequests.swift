package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists requests to cancel, the newest first.
package struct ListCancelRequests: ReadRequest {
  package static let method = "cancellation.list"
  package static let summary = "Lists requests to cancel that wait for a manager, the newest first."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("What waits", "{}")]

  @Parameter("Only in this state; those that wait when it is left out.")
  package var state: Approval.State?
  @Parameter("In whatever state.") package var all: Bool = false
  @Parameter("Only about this appointment.") package var appointment: AppointmentID?
  @Parameter("Go on behind this one: the `next` of the page before.")
  package var after: CancelRequestID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<CancelRequestItem> {
    var filter = CancelRequestFilter()
    filter.state = state ?? (all ? nil : .pending)
    filter.appointment = try appointment.map { id throws(CallbookError) in
      try store.appointment(id).id
    }
    let found = try store.cancelRequests(filter, before: after, limit: limit)
    return Page(
      items: try found.map { request throws(CallbookError) in
        try CancelRequestItem(request, in: store)
      },
      next: found.count == limit ? found.last?.id.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

extension Approval.State: ParameterWord {
  package static var exampleValue: Self { .pending }
}
