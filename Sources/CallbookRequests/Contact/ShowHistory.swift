package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Tells who changed what of a contact, when and from where, newest first (DOMAIN C8); also of what
/// was merged into it.
package struct ShowHistory: ReadRequest, ContactRequest {
  package static let method = "contact.history"
  package static let summary =
    "Tells who changed what of a contact, when and from where, newest first."
  package static let permission =
    Permission.owner(or: [.service, .operations, .manager, .admin, .auditor])
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [RequestExample("What happened", #"{"id":"c1"}"#)]

  @Parameter(.positional, "The contact.") package var id: ContactID
  @Parameter("Go on before this change: the `next` of the page before.")
  package var before: Int64?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 50
  package init() {}

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [id] }

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> ContactHistory {
    let contact = try store.contact(id)
    let entries = try store.jointHistory(of: contact.id, before: before ?? .max, limit: limit)
    let items = try entries.map { entry throws(CallbookError) in
      HistoryItem(
        change: LedgerLine(entry), values: try store.changes(of: entry.seq)?.map(ChangedValue.init))
    }
    return ContactHistory(
      mergedInto: contact.mergedInto, items: items,
      next: items.count == limit ? items.last?.change.seq : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

/// A page of a contact's history.
package struct ContactHistory: Codable, Sendable, Equatable {
  /// Set when the contact was named by the id of one that was merged into it.
  package let mergedInto: ContactID?
  package let items: [HistoryItem]
  /// What to give as `before` for the next page; nil on the last one.
  package let next: Int64?
  package let head: EventCursor

  private enum CodingKeys: String, CodingKey {
    case mergedInto = "merged_into"
    case items, next, head
  }
}

/// One change and what it changed.
package struct HistoryItem: Codable, Sendable, Equatable {
  package let change: LedgerLine
  /// nil when the values were erased, or there were none.
  package let values: [ChangedValue]?
}

/// A field before and after a change.
package struct ChangedValue: Codable, Sendable, Equatable {
  package let field: String
  package let before: String?
  package let after: String?

  init(_ change: FieldChange) {
    field = change.field
    before = change.before
    after = change.after
  }
}
