/// What a member of staff may be (DOMAIN S2). A person may hold several.
package enum Role: String, Codable, Sendable, CaseIterable {
  /// 业务员
  case agent
  /// 客服
  case service
  /// 运营
  case operations
  /// 主管: reviews and approves.
  case manager
  case admin
  /// The program that delivers notices.
  case courier
  /// Reads everything, the audit included, and changes nothing.
  case auditor
}

/// A set of roles.
package struct Roles: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package init(_ roles: some Sequence<Role>) {
    self = roles.reduce(into: []) { $0.formUnion(Self($1)) }
  }

  private init(_ role: Role) {
    rawValue = 1 << (Role.allCases.firstIndex(of: role) ?? 0)
  }

  package static let agent = Self(.agent)
  package static let service = Self(.service)
  package static let operations = Self(.operations)
  package static let manager = Self(.manager)
  package static let admin = Self(.admin)
  package static let courier = Self(.courier)
  package static let auditor = Self(.auditor)

  /// Everybody who works with customers, and the admin, who can name themself any of these anyway.
  package static let counter: Self = [.agent, .service, .operations, .manager, .admin]
  /// Everybody who may look at the register.
  package static let readers: Self = [counter, .auditor]
  package static let everybody: Self = [readers, .courier]
  /// Root and the user that the daemon runs as, once the first admin is named (DOMAIN S3). Nobody is
  /// given it.
  package static let caretaker = Self(rawValue: 1 << 16)
  /// A caretaker while the shop has no admin who could still call: may name one (DOMAIN S3).
  package static let rescuer = Self(rawValue: 1 << 17)

  /// In the order of ``Role``.
  package var list: [Role] { Role.allCases.filter { contains(Self($0)) } }
}
