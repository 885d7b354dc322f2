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
    let contact = try store.contact(id)
    let history = try store.history(of: .contact(id), before: .max, limit: 5)
    return ContactCard(
      contact: contact, emergency: try store.emergencyList(of: .contact(id)),
      duplicates: try store.possibleDuplicates(of: contact), changes: history.map(LedgerLine.init))
  }
}

/// The contact card.
package struct ContactCard: Codable, Sendable, Equatable {
  package let contact: Contact
  package let emergency: [EmergencyContact]
  /// Contacts that may be the same.
  package let duplicates: [ContactID]
  /// The last changes, newest first.
  package let changes: [LedgerLine]
}

extension ContactCard: SensitiveReply {
  package func redacted(for caller: Caller) -> ContactCard {
    let contact = contact.redacted(for: caller)
    guard contact.isRedacted == true else { return self }
    return ContactCard(contact: contact, emergency: [], duplicates: [], changes: [])
  }
}
