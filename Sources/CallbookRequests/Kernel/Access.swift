import CallbookModel
import CallbookProtocol
import CallbookStore

/// The one place where permissions are checked and replies are filtered.
enum Access {
  /// - Parameter store: nil for a request that touches none.
  /// - Throws: `ROLE_MISSING`, `NOT_OWNER`.
  static func check<R: PermittedRequest>(
    _ request: R, _ environment: Environment, in store: ReadTransaction?
  ) throws(CallbookError) {
    switch R.permission.allows(environment.caller) {
    case .some(true): return
    case .some(false):
      throw .roleMissing(R.permission, environment.caller, method: R.method)
    case .none:
      try checkOwner(request, environment, in: store)
    }
  }

  private static func checkOwner<R: PermittedRequest>(
    _ request: R, _ environment: Environment, in store: ReadTransaction?
  ) throws(CallbookError) {
    guard let store, let request = request as? any ContactRequest else {
      throw .roleMissing(R.permission, environment.caller, method: R.method)
    }
    if let user = environment.caller.user, try request.isEntrusted(to: user, in: store) { return }
    for id in try request.contactIDs(in: store) {
      let owner = try store.owner(of: id)
      guard let owner, owner == environment.caller.user else { throw .notOwner(id, owner: owner) }
    }
  }

  /// The reply as the caller may see it.
  static func visible<Reply>(_ reply: Reply, to caller: Caller) -> Reply {
    guard !caller.seesEverything, let sensitive = reply as? any SensitiveReply else { return reply }
    return sensitive.redacted(for: caller) as? Reply ?? reply
  }
}
