package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Everything about one contact on one screen (DOMAIN C4).
package struct ShowCard: ReadRequest {
  package static let method = "contact.card"
  package static let summary = "Gives everything about one contact on one screen."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("A card", #"{"id":"c1"}"#)]

  @Parameter(.positional, "The contact.") package var id: ContactID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> ContactCard {
    try ContactCard(of: try store.contact(id), in: store)
  }
}
