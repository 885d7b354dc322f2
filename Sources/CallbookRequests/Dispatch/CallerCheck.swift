import CallbookModel
import CallbookStore

/// Finds out who in the shop a peer is (DOMAIN S1 to S3).
struct CallerCheck: Sendable {
  let pid: Int32
  let uid: UInt32
  /// The generation of the staff list that the caller's roles were looked up in.
  let staffGeneration: Int
  let accounts: any AccountDirectory

  /// The overflow user: how a process of a foreign user namespace appears.
  static let overflowUID: UInt32 = 65_534

  /// - Throws: `UNKNOWN_PEER`, `NOT_STAFF`, `ACCOUNT_CHANGED`, each with what to type.
  func caller(in store: ReadTransaction) throws(CallbookError) -> Caller {
    guard uid != Self.overflowUID else { throw .unknownPeer }
    let isKeeper = uid == 0 || uid == accounts.ownUID
    let keeper: Roles = isKeeper ? try keeperRoles(in: store) : []
    guard let member = try store.activeStaff(uid: uid) else {
      guard isKeeper else { throw .notStaff(uid, name: accounts.userName(of: uid)) }
      return Caller(pid: pid, uid: uid, user: nil, roles: keeper)
    }
    guard member.belongs(to: accounts.userName(of: uid)) else {
      throw .accountChanged(member.user, uid: uid)
    }
    return Caller(pid: pid, uid: uid, user: member.user, roles: Roles(member.roles).union(keeper))
  }

  /// What root and the daemon's own user may: everything in a new shop, afterwards only to keep it,
  /// and to name an admin when the last one's account is gone.
  private func keeperRoles(in store: ReadTransaction) throws(CallbookError) -> Roles {
    guard try store.wasAdminNamed() else { return .admin }
    let hasAdmin = try store.allStaff(withClosed: false).contains {
      $0.roles.contains(.admin) && $0.belongs(to: accounts.userName(of: $0.uid))
    }
    return hasAdmin ? .caretaker : [.caretaker, .rescuer]
  }

  /// The same environment when nobody's roles changed since, else one with the roles of now.
  func confirm(
    _ environment: Environment, in store: WriteTransaction
  ) throws(CallbookError) -> Environment {
    guard store.staffGeneration != staffGeneration else { return environment }
    return Environment(
      caller: try caller(in: store), shop: environment.shop, services: environment.services,
      store: environment.store)
  }
}

extension StaffMember {
  /// Whether the user ID still is the user that was named.
  fileprivate func belongs(to account: String?) -> Bool {
    user == "#\(uid)" ? account == nil : account == user
  }
}

extension CallbookError {
  static let unknownPeer = CallbookError(
    .unknownPeer,
    "you come from another user namespace, where the kernel cannot say who you are",
    hint: "run callbook outside the container, as a user of this machine")

  static func notStaff(_ uid: UInt32, name: String?) -> Self {
    let user = name ?? "'#\(uid)'"
    return CallbookError(
      .notStaff, "you are not on this shop's staff list (user ID \(uid))",
      hint: "ask an admin to type: callbook staff add \(user) --role agent")
  }

  static func accountChanged(_ user: String, uid: UInt32) -> Self {
    CallbookError(
      .accountChanged,
      "user ID \(uid) was \(user) when they were put on the staff list, and is somebody else now",
      hint: "ask an admin to type: callbook staff close \(user)")
  }
}
