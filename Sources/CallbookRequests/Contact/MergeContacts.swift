package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Makes contacts that are the same one contact; the old ids keep working (DOMAIN C7).
package struct MergeContacts: WriteRequest, ContactRequest {
  package static let method = "contact.merge"
  package static let summary =
    "Makes contacts that are the same one contact; the old ids keep working."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("What came in twice", #"{"into":"c1","from":["c2"]}"#)
  ]

  @Parameter(.positional, "The contact that stays.") package var into: ContactID
  @Parameter(.positional, "The contacts that become part of it.", in: 1...20)
  package var from: [ContactID]
  @Parameter("Only if the contact that stays still has this revision.") package var ifRev: Int64?
  @Parameter("Only if the others still have these revisions, in their order.", in: 0...20)
  package var fromIfRev: [Int64]
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case into, from
    case ifRev = "if_rev"
    case fromIfRev = "from_if_rev"
  }

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [into] + from }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ContactCard {
    let survivor = try store.contact(into)
    try Revision.check(ifRev, of: survivor)
    let others = try others(than: survivor, in: store)
    _ = try store.merge(others, into: survivor.id)
    return try ContactCard(of: try store.contact(into), in: store)
  }

  /// - Throws: a violation at every one that is named twice or is the survivor.
  private func others(
    than survivor: Contact, in store: ReadTransaction
  ) throws(CallbookError) -> [ContactID] {
    var violations: [Violation] = []
    var others: [ContactID] = []
    for (place, id) in from.enumerated() {
      let other = try store.contact(id)
      if other.id == survivor.id {
        violations.append(
          Violation("/from/\(place)", "is the contact that stays, or became part of it already"))
      } else if others.contains(other.id) {
        violations.append(Violation("/from/\(place)", "is named twice"))
      } else {
        try Revision.check(fromIfRev.dropFirst(place).first, of: other)
        others.append(other.id)
      }
    }
    if !fromIfRev.isEmpty, fromIfRev.count != from.count {
      violations.append(Violation("/from_if_rev", "needs one revision for each in from"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "these contacts cannot be merged so", violations: violations)
    }
    return others
  }
}
