package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Ends a callback because the customer called in.
package struct SatisfyCallback: WriteRequest, CallbackRequest {
  package static let method = "callback.satisfy"
  package static let summary = "Ends a callback because the customer called in."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("The merchant called", #"{"id":"k1","note":"来电说一切正常"}"#)
  ]

  @Parameter(.positional, "The callback.") package var id: CallbackID
  @Parameter("The number that the customer called from.") package var point: PointID?
  @Parameter("What was said.", in: 1...1000) package var note: String?
  @Parameter("Only if the callback still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, point, note
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Callback {
    try store.change(id, ifRev: ifRev, event: "callback.satisfied") {
      callback, contact, rules throws(CallbookError) in
      var violations: [Violation] = []
      let called = try CalledPoint(point, nil, in: store).point(of: contact, &violations)
      guard violations.isEmpty else {
        throw CallbookError(
          .invalidParams, "that is no number of the contact", violations: violations)
      }
      try callback.satisfy(
        Callback.End(at: store.at, user: environment.caller.user, note: note), rules)
      try store.noteReached(contact, at: called, on: rules.calendar.zone.local(store.at).date)
      return []
    }
  }
}

extension WriteTransaction {
  /// The customer spoke with us on this number: it is verified by that, and the next review counts
  /// from that day.
  func noteReached(
    _ contact: Contact, at point: PointID?, on day: CalendarDate
  ) throws(CallbookError) {
    guard let point else { return }
    let old = try self.contact(contact.id, withRemoved: true)
    guard let place = old.points.firstIndex(where: { $0.id == point }) else { return }
    var new = old
    new.points[place].verifiedOn = day
    _ = try save(new, over: old, event: "point.verified")
  }
}
