package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives the newest entry of the ledger, to be kept elsewhere and compared later.
package struct ShowAuditHead: ReadRequest {
  package static let method = "audit.head"
  package static let summary =
    "Gives the newest entry of the ledger, to be kept elsewhere and compared later."
  package static let permission = Permission.roles([.auditor, .manager, .admin], caretaker: true)
  package static let examples = [RequestExample("The newest entry", "{}")]

  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> KnownHead {
    KnownHead(try store.ledgerTail())
  }
}

/// An entry of the ledger and its hash, written `4711:5f3c…`.
package struct KnownHead: Codable, Sendable, Equatable {
  package let head: String

  init(_ tail: LedgerTail) {
    head = "\(tail.seq):\(hexText(tail.hash))"
  }
}
