package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives contacts whole, page by page, in the form in which `contact.import` takes them.
package struct ExportContacts: ReadRequest {
  package static let method = "contact.export"
  package static let summary =
    "Gives contacts whole, page by page, in the form in which contact.import takes them."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let examples = [RequestExample("The first two", #"{"limit":2}"#)]

  @Parameter("Only this category.") package var category: ContactCategory?
  @Parameter("Only this status.") package var status: ContactStatus?
  @Parameter("Only those that this user looks after.") package var owner: String?
  @Parameter("Only those that came from here.") package var source: String?
  @Parameter("Only those with this tag.") package var tag: String?
  @Parameter("Only those of which the shop's own fields say this.")
  package var fields: CustomFieldPatch
  @Parameter("Go on behind this contact: the `next` of the page before.")
  package var after: ContactID?
  @Parameter("How many at most; fewer when they are large.", in: 1...500)
  package var limit: Int = 100
  package init() {}

  /// A page stays below the limit of a reply, whatever stands in its contacts.
  private static let pageBytes = 700_000

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> ExportPage {
    var filter = ContactFilter()
    filter.category = category
    filter.status = status
    filter.owner = owner
    filter.source = source
    filter.tag = tag
    filter.fields = try store.customFields().wanted(fields, of: .contact)
    let head = environment.cursor(try store.ledgerTail().seq)
    if !environment.caller.seesEverything {
      // Of others' contacts an agent sees too little for a file that is to be imported again.
      guard owner == nil || owner == environment.caller.user else {
        return ExportPage(items: [], next: nil, head: head)
      }
      filter.owner = environment.caller.user
    }
    let contacts = try store.contacts(filter, after: after, limit: limit)
    var items: [ExportedContact] = []
    var bytes = 0
    for contact in contacts {
      let item = try ExportedContact(contact, in: store)
      bytes += item.mostBytes
      guard items.isEmpty || bytes <= Self.pageBytes else { break }
      items.append(item)
    }
    let isLast = items.count == contacts.count && contacts.count < limit
    let last = items.isEmpty ? nil : contacts[items.count - 1].id.description
    return ExportPage(items: items, next: isLast ? nil : last, head: head)
  }
}

/// One page of an export.
package struct ExportPage: Codable, Sendable, Equatable {
  package let items: [ExportedContact]
  /// What to give as `after` for the next page; nil on the last one.
  package let next: String?
  /// The ledger's end when the page was read: following it from that of the first page misses nothing.
  package let head: EventCursor
}

extension ExportPage: SensitiveReply {
  /// Only whole contacts are exported: others' are not there at all.
  package func redacted(for caller: Caller) -> ExportPage {
    ExportPage(
      items: items.filter { $0.owner != nil && $0.owner == caller.user }, next: next, head: head)
  }
}
