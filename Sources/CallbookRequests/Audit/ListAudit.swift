package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists what happened, newest first: who, from where, what; never the values.
package struct ListAudit: ReadRequest {
  package static let method = "audit.list"
  package static let summary =
    "Lists what happened, newest first: who, from where, what; never the values."
  package static let permission = Permission.roles([.auditor, .manager, .admin])
  package static let weight = ReadWeight.long
  package static let examples = [RequestExample("The last two", #"{"limit":2}"#)]

  @Parameter("Go on before this entry: the `next` of the page before.") package var before: Int64?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 50
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> AuditPage {
    let entries = try store.ledger(before: before ?? .max, limit: limit)
    return AuditPage(
      items: entries.map(LedgerLine.init), next: entries.count == limit ? entries.last?.seq : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

/// A page of the ledger.
package struct AuditPage: Codable, Sendable, Equatable {
  package let items: [LedgerLine]
  /// What to give as `before` for the next page; nil on the last one.
  package let next: Int64?
  package let head: EventCursor
}
