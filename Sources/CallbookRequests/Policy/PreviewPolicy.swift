package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Counts how many reminders another value of a setting would move, and changes nothing.
package struct PreviewPolicy: ReadRequest {
  package static let method = "policy.preview"
  package static let summary =
    "Counts how many reminders another value of a setting would move, and changes nothing."
  package static let permission = Permission.roles([.manager, .admin, .auditor])
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample(
      "What a monthly review would move", #"{"setting":"review.cycle.merchant","value":"P1M"}"#)
  ]

  @Parameter(.positional, "The setting, such as review.cycle.merchant.", in: 1...100)
  package var setting: String
  @Parameter(.positional, "Its value, as policy.list shows values.", in: 1...2000)
  package var value: String
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> PolicyPreview {
    let named = try PolicySetting.named(setting)
    let policy = try store.policy()
    let changed = try named.changed(to: value, in: policy)
    let effect = try environment.store.effect(of: changed, instead: policy, in: store)
    return PolicyPreview(
      key: setting, before: named.text(in: policy), after: named.text(in: changed),
      moved: effect.moved, planned: effect.planned, withdrawn: effect.withdrawn,
      unchanged: effect.unchanged)
  }
}

/// What another value would do to the reminders.
package struct PolicyPreview: Codable, Sendable, Equatable {
  package let key: String
  package let before: String
  package let after: String
  package let moved: Int
  /// Those that would be new.
  package let planned: Int
  package let withdrawn: Int
  package let unchanged: Int
}
