/// A member of staff: a Unix user of the server (DOMAIN S1).
package struct StaffMember: Codable, Sendable, Equatable {
  package enum State: String, Codable, Sendable, CaseIterable {
    case active
    /// Left the shop. Never deleted: the ledger names them.
    case closed
  }

  /// The Unix user name; `#4001` for a user ID that has no account.
  package let user: String
  package let uid: UInt32
  package var name: String?
  package var roles: [Role]
  package var state: State
  /// When they are or will be away; nil while nothing is planned.
  package var away: Absence?
  package var rev: Int64
  package let createdAt: Instant

  package init(
    user: String, uid: UInt32, name: String?, roles: [Role], state: State, away: Absence? = nil,
    rev: Int64, createdAt: Instant
  ) {
    self.user = user
    self.uid = uid
    self.name = name
    self.roles = roles
    self.state = state
    self.away = away
    self.rev = rev
    self.createdAt = createdAt
  }

  /// Whether they may decide about what others ask for.
  package var isManager: Bool { state == .active && roles.contains(.manager) }

  private enum CodingKeys: String, CodingKey {
    case user, uid, name, roles, state, away, rev
    case createdAt = "created_at"
  }
}
