package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Finds contacts by a part of a name, pinyin, last digits of a phone, company, email or tag.
package struct FindContacts: ReadRequest {
  package static let method = "contact.find"
  package static let summary =
    "Finds contacts by a part of a name, pinyin, last digits of a phone, company, email or tag."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.loading]
  package static let examples = [
    RequestExample("Pinyin initials", #"{"text":"wxm"}"#),
    RequestExample("The last digits of a phone", #"{"text":"1234"}"#),
  ]

  @Parameter(.positional, "What is known of the contact.", in: 1...200) package var text: String
  @Parameter("How many at most.", in: 1...100) package var limit: Int = 20
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> FoundContacts {
    guard environment.store.isNameIndexFilled else {
      throw CallbookError(
        .loading, "names are still being read after the start; try again in a second")
    }
    let search = ContactSearch(text: text, limit: limit, environment: environment)
    return FoundContacts(items: try search.run(in: store))
  }
}

/// What finding answers, best match first.
package struct FoundContacts: Codable, Sendable, Equatable {
  package let items: [FoundContact]
}

/// A contact among those found: enough to know it by.
package struct FoundContact: Codable, Sendable, Equatable {
  package let id: ContactID
  package let name: String
  package let kind: ContactKind
  package let title: String?
  package let organisation: String?
  package let category: ContactCategory
  package let status: ContactStatus
  package let owner: String?
  /// The first phone that may be used.
  package let phone: String?
  /// By what it was found.
  package let matched: String
}
