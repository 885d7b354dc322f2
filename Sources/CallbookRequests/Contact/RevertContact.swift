package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Sets fields of a contact back to what they were before a change (DOMAIN C8).
package struct RevertContact: WriteRequest, ContactRequest {
  package static let method = "contact.revert"
  package static let summary =
    "Sets fields of a contact back to what they were before a change of its history."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .nothingToRestore,
  ]
  package static let examples = [RequestExample("As it was before", #"{"id":"c1","change":6}"#)]

  @Parameter(.positional, "The contact.") package var id: ContactID
  @Parameter(.positional, "The change, by its number in the history.") package var change: Int64
  @Parameter("Only these fields; all that the change touched when none is named.", in: 0...30)
  package var fields: [String]
  @Parameter("Only if the contact still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, change, fields
    case ifRev = "if_rev"
  }

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [id] }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ContactRevision {
    let old = try store.contact(id)
    try Revision.check(ifRev, of: old)
    let reverted = try store.reverting(old, change: change, fields: fields)
    if reverted.owner != old.owner {
      let owner = reverted.owner.map { Patch.set($0) } ?? .clear
      try Ownership.ofEdited(owner, environment.caller, in: store)
    }
    return ContactRevision(of: try store.save(reverted, over: old, event: "contact.reverted"))
  }
}
