package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists contacts in the order of their ids, page by page.
package struct ListContacts: ReadRequest {
  package static let method = "contact.list"
  package static let summary = "Lists contacts in the order of their ids, page by page."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let examples = [
    RequestExample("The first ten merchants", #"{"category":"merchant","limit":10}"#)
  ]

  @Parameter("Only somebody or something.") package var kind: ContactKind?
  @Parameter("Only this category.") package var category: ContactCategory?
  @Parameter("Only this status.") package var status: ContactStatus?
  @Parameter("Only those that this user looks after.") package var owner: String?
  @Parameter("Only those that came from here.") package var source: String?
  @Parameter("Only those with this tag.") package var tag: String?
  @Parameter("Only people of this organisation.") package var organisation: ContactID?
  @Parameter("Only those of which the shop's own fields say this.")
  package var fields: CustomFieldPatch
  @Parameter("Go on behind this contact: the `next` of the page before.")
  package var after: ContactID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<Contact> {
    var filter = ContactFilter()
    filter.kind = kind
    filter.category = category
    filter.status = status
    filter.owner = owner
    filter.source = source
    filter.tag = tag
    filter.organisation = try organisation.map { id throws(CallbookError) in
      try store.survivor(of: id) ?? id
    }
    filter.fields = try store.customFields().wanted(fields, of: .contact)
    if tag != nil || !fields.isEmpty, !environment.caller.seesEverything {
      // Neither tags nor own fields are shown of others' contacts: listing by one must not tell them.
      guard owner == nil || owner == environment.caller.user else {
        return try page([], in: store, environment)
      }
      filter.owner = environment.caller.user
    }
    let contacts = try store.contacts(filter, after: after, limit: limit)
    return try page(contacts, in: store, environment)
  }

  private func page(
    _ contacts: [Contact], in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<Contact> {
    Page(
      items: contacts, next: contacts.count == limit ? contacts.last?.id.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}
