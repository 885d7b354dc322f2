package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Names a place where appointments take place.
package struct AddPlace: WriteRequest {
  package static let method = "place.add"
  package static let summary = "Names a place where appointments take place."
  package static let permission = Permission.roles([.manager, .admin])
  package static let errors: [Reason] = [.alreadyExists]
  package static let examples = [
    RequestExample(
      "With room for two at one time", #"{"name":"riverside","title":"江边店","capacity":2}"#)
  ]

  @Parameter(.positional, "How it is called in commands: a-z, 0-9 and -.")
  package var name: PlaceName
  @Parameter("What people call it.", in: 1...200) package var title: String
  @Parameter("How many appointments it has room for at one time.", in: Place.capacities)
  package var capacity: Int = 1
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Place {
    if let known = try store.placeIfKnown(name) {
      throw CallbookError(
        .alreadyExists, "there is a place of that name already (\(known.state.rawValue))",
        hint: "callbook place edit \(name)" + (known.state == .closed ? " --state open" : ""))
    }
    let place = Place(
      name: name, title: try Place.tidy(title), capacity: capacity, createdAt: store.at)
    try store.insert(place)
    return place
  }
}

extension Place {
  /// - Throws: `INVALID_PARAMS` for a title that shows nothing.
  static func tidy(_ title: String) throws(CallbookError) -> String {
    let tidy = TextFolding.trimmed(title)
    guard !tidy.isEmpty else {
      throw CallbookError(
        .invalidParams, "a place needs a title", violations: [Violation("/title", "is empty")])
    }
    return tidy
  }
}

extension Revision {
  /// - Throws: `REVISION_CONFLICT` with the current `rev`.
  static func check(_ wanted: Int64?, of place: Place) throws(CallbookError) {
    try check(
      wanted, against: place.rev, of: "the place \(place.name)", hint: "callbook place list")
  }
}
