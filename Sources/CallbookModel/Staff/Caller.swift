/// Who sent a request: what the kernel says of the process, and who that is in the shop.
package struct Caller: Sendable, Equatable {
  package let pid: Int32
  package let uid: UInt32
  /// The staff member's user name; nil for root or the daemon's own user before anybody is named.
  package let user: String?
  package let roles: Roles

  package init(pid: Int32, uid: UInt32, user: String?, roles: Roles) {
    self.pid = pid
    self.uid = uid
    self.user = user
    self.roles = roles
  }

  /// Whether the caller sees sensitive fields of contacts that they do not own (DOMAIN S4).
  package var seesEverything: Bool {
    !roles.isDisjoint(with: [.service, .operations, .manager, .admin, .auditor])
  }

  package var isCaretaker: Bool { roles.contains(.caretaker) }

  package var isRescuer: Bool { roles.contains(.rescuer) }
}
