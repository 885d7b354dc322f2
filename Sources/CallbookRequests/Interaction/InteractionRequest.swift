package import CallbookModel
import CallbookProtocol
package import CallbookStore

/// A request about one interaction: the contact's owner may make it, and whoever of the staff it was.
package protocol InteractionRequest: ContactRequest {
  var id: InteractionID { get }
}

extension InteractionRequest {
  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.interaction(id).contact]
  }

  package func isEntrusted(
    to user: String, in store: ReadTransaction
  ) throws(CallbookError) -> Bool {
    try store.interaction(id).user == user
  }
}

extension WriteTransaction {
  /// - Throws: `NOT_FOUND`, `REVISION_CONFLICT`; `NOT_OWNER` for an agent when somebody else
  ///   recorded it; what the change throws.
  func change(
    _ id: InteractionID, ifRev: Int64?, event: String, _ environment: Environment,
    _ change: (inout Interaction) throws(CallbookError) -> Void
  ) throws(CallbookError) -> Interaction {
    let old = try interaction(id)
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook interaction get \(id)")
    guard environment.caller.seesEverything || old.user == environment.caller.user else {
      throw CallbookError(
        .notOwner,
        "\(id) is what \(old.user ?? "root") did; an agent changes what they did themself",
        hint: "callbook interaction get \(id)")
    }
    var new = old
    try change(&new)
    return try save(new, over: old, event: event)
  }
}

extension Interaction: SensitiveReply {
  /// An agent sees of others' contacts that there was something, and everything of what they did
  /// themself.
  package func redacted(for caller: Caller) -> Interaction {
    let caller = caller.user
    guard caller == nil || (owner != caller && user != caller) else { return self }
    var interaction = Interaction(
      id: id, rev: rev, contact: contact, kind: kind, direction: direction, isReached: isReached,
      at: at, user: user, summary: nil, source: source, createdAt: createdAt,
      retraction: retraction.map { Retraction(at: $0.at, user: $0.user, reason: nil) })
    interaction.owner = owner
    interaction.isRedacted = true
    return interaction
  }
}
