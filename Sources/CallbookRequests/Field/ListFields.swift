package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists the fields that the shop defined, in the order in which they are shown.
package struct ListFields: ReadRequest {
  package static let method = "field.list"
  package static let summary =
    "Lists the fields that the shop defined, in the order in which they are shown."
  package static let permission = Permission.roles(.readers)
  package static let examples = [RequestExample("Those of contacts", #"{"subject":"contact"}"#)]

  @Parameter("Only those of this.") package var subject: CustomField.Subject?
  @Parameter("Those that take no new values, too.") package var retired: Bool = false
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<CustomField> {
    let fields = try store.customFields().all.filter { field in
      (subject == nil || field.subject == subject) && (retired || field.state == .active)
    }
    return Page(
      items: fields, next: nil, head: environment.cursor(try store.ledgerTail().seq))
  }
}
