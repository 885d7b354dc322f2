package import CallbookModel
import CallbookProtocol
package import CallbookStore

/// A request about one callback: the contact's owner may make it, and whoever is to call.
package protocol CallbackRequest: ContactRequest {
  var id: CallbackID { get }
}

extension CallbackRequest {
  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.callback(id).contact]
  }

  package func isEntrusted(
    to user: String, in store: ReadTransaction
  ) throws(CallbookError) -> Bool {
    try store.callback(id).assignee == user
  }
}

extension WriteTransaction {
  /// Changes a callback, and does what follows for others.
  ///
  /// - Throws: `NOT_FOUND`, `REVISION_CONFLICT`, and what the change throws.
  func change(
    _ id: CallbackID, ifRev: Int64?, event: String,
    _ change: (inout Callback, Contact, CallbackRules) throws(CallbookError) ->
      Callback.Consequences
  ) throws(CallbookError) -> Callback {
    let old = try callback(id)
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook callback get \(id)")
    let rules = callbackRules
    let contact = try contact(old.contact)
    var new = old
    let consequences = try change(&new, contact, rules)
    let event = consequences.contains(.escalation) ? "callback.exhausted" : event
    var saved = try save(new, over: old, event: event)
    if consequences.contains(.review) {
      _ = try openReview(of: contact.id, because: .wrongNumber, by: saved.attempts.last?.user)
    }
    saved.show(contact)
    return saved
  }
}

extension Callback {
  /// Says whom to call where.
  mutating func show(_ contact: Contact) {
    number = nextNumber(among: contact.points).map(CallbackNumber.init)
  }

  /// With whom to call where.
  func shown(in store: ReadTransaction) throws(CallbookError) -> Callback {
    guard state.isOpen else { return self }
    var callback = self
    callback.show(try store.contact(contact))
    return callback
  }
}

extension Callback: SensitiveReply {
  /// An agent sees everything of callbacks that are theirs to make or of a contact of theirs.
  package func redacted(for caller: Caller) -> Callback {
    let user = caller.user
    guard user == nil || (owner != user && assignee != user) else { return self }
    var callback = Callback(
      id: id, uuid: uuid, rev: rev, contact: contact, occasion: occasion, assignee: assignee,
      state: state, due: due, next: next, isLate: isLate, createdAt: createdAt,
      end: end.map { End(at: $0.at, user: $0.user, cause: $0.cause) })
    callback.name = name
    callback.owner = owner
    callback.isRedacted = true
    return callback
  }
}
