package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Who may make a request: data, so that it can be shown as well as checked (DOMAIN S4).
package struct Permission: Sendable, Equatable {
  /// These may, whatever the contact.
  package let roles: Roles
  /// These may if the contact that the request is about is theirs.
  package let owners: Roles
  /// Whether root and the daemon's own user keep it after the first admin was named (DOMAIN S3).
  package let isForCaretaker: Bool
  /// Whether they have it, too, while no admin can call: it is a part of naming one.
  package let isForRescuer: Bool
  /// Whether anybody may who is let in at all.
  package let isForEverybody: Bool

  private init(
    _ roles: Roles, owners: Roles = [], isForCaretaker: Bool = false, isForRescuer: Bool = false,
    isForEverybody: Bool = false
  ) {
    self.roles = roles
    self.owners = owners
    self.isForCaretaker = isForCaretaker
    self.isForRescuer = isForRescuer
    self.isForEverybody = isForEverybody
  }

  /// - Parameter caretaker: whether it is a part of keeping the machine, such as status and backup.
  package static func roles(_ roles: Roles, caretaker: Bool = false) -> Self {
    Self(roles, isForCaretaker: caretaker)
  }

  /// Admins; and whoever keeps the machine while there is none, to name an admin and nothing else.
  package static let naming = Self(.admin, isForRescuer: true)

  /// The owner of the contact, or somebody of the other roles. The request is a ``ContactRequest``.
  package static func owner(or roles: Roles) -> Self {
    Self(roles, owners: .agent)
  }

  package static let everybody = Self(.everybody, isForCaretaker: true, isForEverybody: true)

  /// Whether the caller may without anybody looking at a contact; nil when that depends on its owner.
  func allows(_ caller: Caller) -> Bool? {
    if isForEverybody || !caller.roles.isDisjoint(with: roles) { return true }
    if isForCaretaker, caller.isCaretaker { return true }
    if isForRescuer, caller.isRescuer { return true }
    return caller.roles.isDisjoint(with: owners) ? false : nil
  }
}

/// A request about contacts, whose owner may make it.
package protocol ContactRequest: Request {
  /// The contacts that have to be the caller's, all of them.
  ///
  /// - Throws: `NOT_FOUND`.
  func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID]

  /// Whether what it is about was given to somebody who does not own the contact: then they may, too.
  func isEntrusted(to user: String, in store: ReadTransaction) throws(CallbookError) -> Bool
}

extension ContactRequest {
  package func isEntrusted(
    to user: String, in store: ReadTransaction
  ) throws(CallbookError) -> Bool { false }
}

extension CallbookError {
  static func roleMissing(_ permission: Permission, _ caller: Caller, method: String) -> Self {
    let needed = permission.roles.union(permission.owners).list.map(\.rawValue)
    return CallbookError(
      .roleMissing,
      "\(method) needs one of the roles \(needed.joined(separator: ", "))",
      hint: caller.user.map {
        "ask an admin to type: callbook staff edit \($0) --add \(needed.first ?? "")"
      },
      details: ["roles": .list(needed)])
  }

  static func notOwner(_ contact: ContactID, owner: String?) -> Self {
    CallbookError(
      .notOwner,
      owner.map {
        "\(contact) belongs to \($0); only they, customer service and managers change it"
      }
        ?? "\(contact) belongs to nobody; ask a manager to give it to you",
      hint: "ask a manager to type: callbook contact edit \(contact) --owner YOU")
  }
}
