package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists what the shop and a contact had to do with each other, the newest first, page by page.
package struct ListInteractions: ReadRequest {
  package static let method = "interaction.list"
  package static let summary =
    "Lists what the shop and a contact had to do with each other, the newest first."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("Everything", #"{"contact":"c1"}"#),
    RequestExample("Calls, slips too", #"{"contact":"c1","kind":"call","all":true}"#),
  ]

  @Parameter(.positional, "The contact.") package var contact: ContactID
  @Parameter("Only of this kind.") package var kind: Interaction.Kind?
  @Parameter("Also what was retracted.") package var all: Bool = false
  @Parameter("Go on behind this place: the `next` of the page before.", in: 1...60)
  package var after: String?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 50
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<Interaction> {
    let place = try after.map { text throws(CallbookError) in
      guard let place = InteractionPlace(text) else { throw .noSuchPlace }
      return place
    }
    var filter = InteractionFilter(of: try store.contact(contact).id)
    filter.kind = kind
    filter.hasRetracted = all
    let items = try store.interactions(filter, after: place, limit: limit)
    let next =
      items.count == limit ? items.last.map { InteractionPlace(after: $0).description } : nil
    return Page(
      items: items, next: next, head: environment.cursor(try store.ledgerTail().seq))
  }
}

extension CallbookError {
  fileprivate static let noSuchPlace = CallbookError(
    .invalidParams, "there is no such place to go on from",
    violations: [Violation("/after", "is not the `next` of a page of interactions")])
}
