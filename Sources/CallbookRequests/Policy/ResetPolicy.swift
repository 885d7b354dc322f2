package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives a setting of the policy its default back.
package struct ResetPolicy: WriteRequest {
  package static let method = "policy.reset"
  package static let summary = "Gives a setting of the policy its default back."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [.notFound, .revisionConflict]
  package static let examples = [RequestExample("Attempts", #"{"setting":"callback.attempts"}"#)]

  @Parameter(.positional, "The setting, such as review.cycle.merchant.", in: 1...100)
  package var setting: String
  @Parameter("Only if the rules still have this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case setting
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> PolicyValueReply {
    let named = try PolicySetting.named(setting)
    return try store.change(named, to: named.defaultText, ifRev: ifRev)
  }
}
