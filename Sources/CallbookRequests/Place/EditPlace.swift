package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes what a place is called, for how many it has room, or opens it again.
package struct EditPlace: WriteRequest {
  package static let method = "place.edit"
  package static let summary =
    "Changes what a place is called, for how many it has room, or opens it again."
  package static let permission = Permission.roles([.manager, .admin])
  package static let errors: [Reason] = [.notFound, .revisionConflict]
  package static let examples = [
    RequestExample("One more counter", #"{"place":"counter","capacity":3}"#)
  ]

  @Parameter(.positional, "Its short name.") package var place: PlaceName
  @Parameter("What people call it.", in: 1...200) package var title: String?
  @Parameter(
    "How many appointments it has room for at one time; what is booked stays booked.",
    in: Place.capacities) package var capacity: Int?
  @Parameter("Whether anything is booked there.") package var state: Place.State?
  @Parameter("Only if the place still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case place, title, capacity, state
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Place {
    let old = try store.place(place)
    try Revision.check(ifRev, of: old)
    var new = old
    new.title = try title.map { title throws(CallbookError) in try Place.tidy(title) } ?? old.title
    new.capacity = capacity ?? old.capacity
    new.state = state ?? old.state
    return try store.save(new, over: old, event: "place.edited")
  }
}
