package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lets nothing be booked at a place any more; what is booked there stays until somebody moves it.
package struct ClosePlace: WriteRequest {
  package static let method = "place.close"
  package static let summary =
    "Lets nothing be booked at a place any more; what is booked there stays booked."
  package static let permission = Permission.roles([.manager, .admin])
  package static let errors: [Reason] = [.notFound, .revisionConflict]
  package static let examples = [RequestExample("Given up", #"{"place":"counter"}"#)]

  @Parameter(.positional, "Its short name.") package var place: PlaceName
  @Parameter("Only if the place still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case place
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Place {
    let old = try store.place(place)
    try Revision.check(ifRev, of: old)
    var new = old
    new.state = .closed
    return try store.save(new, over: old, event: "place.closed")
  }
}
