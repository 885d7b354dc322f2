package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes a setting of the policy; it holds at once, and what waits is planned again by it.
///
/// A dry run is tried on the writer, which must not wait until every contact was looked at: so it does not
/// count what would move. The command asks ``PreviewPolicy`` for that, too.
package struct SetPolicy: WriteRequest {
  package static let method = "policy.set"
  package static let summary =
    "Changes a setting of the policy; it holds at once. What that would move, policy.preview counts."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [.notFound, .revisionConflict]
  package static let examples = [
    RequestExample(
      "Merchants every two months", #"{"setting":"review.cycle.merchant","value":"P2M"}"#)
  ]

  @Parameter(.positional, "The setting, such as review.cycle.merchant.", in: 1...100)
  package var setting: String
  @Parameter(.positional, "Its value, as policy.list shows values.", in: 1...2000)
  package var value: String
  @Parameter("Only if the rules still have this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case setting, value
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> PolicyValueReply {
    try store.change(PolicySetting.named(setting), to: value, ifRev: ifRev)
  }
}

extension WriteTransaction {
  /// - Throws: `INVALID_PARAMS`, `REVISION_CONFLICT`.
  func change(
    _ setting: PolicySetting, to value: String, ifRev: Int64?
  ) throws(CallbookError) -> PolicyValueReply {
    try Revision.check(
      ifRev, against: try planningRevision(), of: "the policy", hint: "callbook policy list")
    let policy = try setting.changed(to: value, in: currentPolicy)
    let rev = try save(policy, changing: setting)
    return PolicyValueReply(key: setting.key, value: setting.text(in: policy), rev: rev)
  }
}
