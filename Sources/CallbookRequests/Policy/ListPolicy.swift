package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists every setting of the policy with its value and its bounds.
package struct ListPolicy: ReadRequest {
  package static let method = "policy.list"
  package static let summary = "Lists every setting of the policy with its value and its bounds."
  package static let permission = Permission.roles(.readers)
  package static let examples = [RequestExample("All settings", "{}")]

  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> PolicyList {
    let policy = try store.policy()
    return PolicyList(
      rev: try store.planningRevision(),
      items: PolicySetting.all.map { PolicyItem($0, in: policy) })
  }
}

/// The policy.
package struct PolicyList: Codable, Sendable, Equatable {
  /// Grows with every change of policy or calendar.
  package let rev: Int64
  package let items: [PolicyItem]
}
