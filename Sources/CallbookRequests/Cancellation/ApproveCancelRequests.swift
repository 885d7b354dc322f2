package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Cancels what somebody asked to have cancelled too late for themself (DOMAIN A3).
package struct ApproveCancelRequests: WriteRequest {
  package static let method = "cancellation.approve"
  package static let summary =
    "Approves requests to cancel, all or none: by a manager, never by whoever asked."
  package static let permission = Permission.roles(.manager)
  package static let errors: [Reason] = [.notFound, .wrongState, .ownRequest, .notReviewer]
  package static let examples = [RequestExample("One", #"{"ids":["x1"]}"#)]

  @Parameter(.positional, "The requests.", in: 1...100) package var ids: [CancelRequestID]
  @Parameter("What to say about them.", in: 1...1000) package var opinion: String?
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CancelRequestList {
    let reviewer = try store.reviewer(environment.caller.user)
    var items: [CancelRequestItem] = []
    for id in ids {
      var cancellation: Appointment.Cancellation?
      let old = try store.cancelRequest(id)
      let booked = try store.appointment(old.appointment)
      let request = try store.changeCancelRequest(
        id, ifRev: nil, event: "cancellation.approved"
      ) { request throws(CallbookError) in
        cancellation = try request.approve(
          reviewer, opinion: opinion,
          digest: store.digest(of: CancelRequest.matter(of: booked, old.cancellation)),
          at: store.at, policy: store.currentPolicy)
      }
      if let cancellation {
        _ = try store.cancel(booked, cancellation, bulk: old.bulk, decided: store.at)
      }
      items.append(try CancelRequestItem(request, in: store))
    }
    return CancelRequestList(items: items)
  }
}

/// Requests to cancel that were decided about.
package struct CancelRequestList: Codable, Sendable, Equatable {
  package let items: [CancelRequestItem]
}

extension CancelRequestList: SensitiveReply {
  package func redacted(for caller: Caller) -> CancelRequestList {
    CancelRequestList(items: items.map { $0.redacted(for: caller) })
  }
}
