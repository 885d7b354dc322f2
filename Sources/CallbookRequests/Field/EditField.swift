package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes what a field is called, whether it is required, its place, and adds choices.
package struct EditField: WriteRequest {
  package static let method = "field.edit"
  package static let summary =
    "Changes what a field is called, whether it is required, its place, and adds choices."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [.notFound, .revisionConflict]
  package static let examples = [
    RequestExample(
      "One more choice, and required", #"{"field":"level","add":["银卡"],"required":true}"#)
  ]

  @Parameter(.positional, "The field's key.", in: 1...32) package var field: String
  @Parameter("What people call it.", in: 1...100) package var label: String?
  @Parameter("One more choice, behind the others; once for each.", in: 0...100)
  package var add: [String]
  @Parameter("Whether it has to be filled in; what is there already stays as it is.")
  package var required: Bool?
  @Parameter("Where it stands among the others.", in: 1...1000) package var place: Int?
  @Parameter("Only if the definition still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case field, label, add, required, place
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CustomField {
    let old = try store.customField(field)
    try Revision.check(ifRev, of: old)
    var new = old
    new.label = label.map(TextFolding.trimmed) ?? old.label
    new.choices += add.map(TextFolding.trimmed)
    new.isRequired = required ?? old.isRequired
    new.place = place ?? old.place
    try new.check()
    return try store.save(new, over: old, event: "field.edited")
  }
}

extension Revision {
  /// - Throws: `REVISION_CONFLICT` with the current `rev`.
  static func check(_ wanted: Int64?, of field: CustomField) throws(CallbookError) {
    try check(
      wanted, against: field.rev, of: "the field \(field.key)", hint: "callbook field list")
  }
}
