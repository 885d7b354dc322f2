package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lets a field take no new values; those that there are can still be read.
package struct RetireField: WriteRequest {
  package static let method = "field.retire"
  package static let summary =
    "Lets a field take no new values; those that there are can still be read."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [.notFound, .revisionConflict]
  package static let examples = [RequestExample("No longer asked for", #"{"field":"level"}"#)]

  @Parameter(.positional, "The field's key.", in: 1...32) package var field: String
  @Parameter("Only if the definition still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case field
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CustomField {
    let old = try store.customField(field)
    try Revision.check(ifRev, of: old)
    var new = old
    new.state = .retired
    return try store.save(new, over: old, event: "field.retired")
  }
}
