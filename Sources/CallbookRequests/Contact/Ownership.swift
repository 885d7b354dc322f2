import CallbookModel
import CallbookStore

/// Who may be made the owner of a contact.
enum Ownership {
  /// An agent's new contacts are theirs; others leave them to whom they name.
  ///
  /// - Throws: `NOT_FOUND`, `NOT_OWNER`.
  static func ofNew(
    _ wanted: String?, _ caller: Caller, in store: ReadTransaction
  ) throws(CallbookError) -> String? {
    guard !caller.seesEverything else {
      if let wanted { try check(wanted, in: store) }
      return wanted
    }
    guard wanted == nil || wanted == caller.user else { throw .notYours }
    return caller.user
  }

  /// An agent cannot give a contact away: that is a hand-over.
  static func ofEdited(
    _ wanted: Patch<String>, _ caller: Caller, in store: ReadTransaction
  ) throws(CallbookError) {
    if case .leave = wanted { return }
    guard caller.seesEverything else { throw .notYours }
    if case .set(let user) = wanted { try check(user, in: store) }
  }

  private static func check(_ user: String, in store: ReadTransaction) throws(CallbookError) {
    guard let member = try store.staff(user: user), member.state == .active else {
      throw CallbookError(
        .notFound, "there is no active member of staff with the user name in owner",
        hint: "callbook staff list", violations: [Violation("/owner", "is not on the staff list")])
    }
  }
}

extension CallbookError {
  fileprivate static let notYours = CallbookError(
    .notOwner, "an agent's contacts are their own; only others name an owner",
    hint: "ask a manager to type: callbook contact edit CONTACT --owner USER",
    violations: [Violation("/owner", "may only be your own user name")])
}
