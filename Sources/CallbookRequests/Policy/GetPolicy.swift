package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one setting of the policy.
package struct GetPolicy: ReadRequest {
  package static let method = "policy.get"
  package static let summary = "Gives one setting of the policy."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("How often merchants are reviewed", #"{"setting":"review.cycle.merchant"}"#)
  ]

  @Parameter(.positional, "The setting, such as review.cycle.merchant.", in: 1...100)
  package var setting: String
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> PolicyItem {
    PolicyItem(try PolicySetting.named(setting), in: try store.policy())
  }
}
