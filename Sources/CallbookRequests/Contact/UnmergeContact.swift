package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes a merge back: the contact has again what it had; what was changed since stays.
package struct UnmergeContact: WriteRequest, ContactRequest {
  package static let method = "contact.unmerge"
  package static let summary =
    "Takes a merge back: the contact has again what it had; what was changed since stays."
  package static let permission = MergeContacts.permission
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [RequestExample("They were two after all", #"{"id":"c3"}"#)]

  @Parameter(.positional, "The contact that became part of another.") package var id: ContactID
  @Parameter("Only if what it is part of still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id
    case ifRev = "if_rev"
  }

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [id] }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> PartedContacts {
    try Revision.check(ifRev, of: try store.contact(id))
    let survivor = try store.unmerge(id)
    let contact = try store.contact(id)
    let caller = environment.caller
    // Of what an agent owns, a part may have been somebody else's before a manager merged it.
    guard caller.seesEverything || contact.owner == caller.user else {
      throw .notOwner(id, owner: contact.owner)
    }
    return PartedContacts(
      contact: try ContactCard(of: contact, in: store),
      from: try ContactCard(of: survivor, in: store))
  }
}

/// What taking a merge back answers.
package struct PartedContacts: Codable, Sendable, Equatable {
  /// The contact that is one again.
  package let contact: ContactCard
  /// What it was part of.
  package let from: ContactCard
}

extension PartedContacts: SensitiveReply {
  package func redacted(for caller: Caller) -> PartedContacts {
    PartedContacts(contact: contact.redacted(for: caller), from: from.redacted(for: caller))
  }
}
