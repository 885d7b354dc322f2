package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists the places where appointments take place.
package struct ListPlaces: ReadRequest {
  package static let method = "place.list"
  package static let summary = "Lists the places where appointments take place."
  package static let permission = Permission.roles(.readers)
  package static let examples = [RequestExample("All", #"{"closed":true}"#)]

  @Parameter("Those where nothing is booked any more, too.") package var closed: Bool = false
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<Place> {
    Page(
      items: try store.places(withClosed: closed), next: nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}
