package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives a setting of the policy its default back.
package struct ResetPolicy: WriteRequest {
  package static let method = "policy.reset"
  package static let summary = "Gives a setting of the policy its default back."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [.notFound, .revisionConflict]
  package static let examples = [RequestExample("Attempts", #"{"key":"callback.attempts"}"#)]

  @Parameter(.positional, "The setting, such as review.cycle.merchant.", in: 1...100)
  package var key: String
  @Parameter("Only if the rules still have this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case key
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> PolicyValueReply {
    let setting = try PolicySetting.named(key)
    return try store.change(setting, to: setting.defaultText, ifRev: ifRev)
  }
}
