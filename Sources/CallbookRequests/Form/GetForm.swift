package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one callback form, as it is or as it was before it was amended.
package struct GetForm: ReadRequest, FormRequest {
  package static let method = "form.get"
  package static let summary =
    "Gives one callback form, as it is or as it was before it was amended."
  package static let permission =
    Permission.owner(or: [.service, .operations, .manager, .admin, .auditor])
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [
    RequestExample("As it is", #"{"id":"f1"}"#),
    RequestExample("As it was at first", #"{"id":"f1","version":1}"#),
  ]

  @Parameter(.positional, "The form.") package var id: FormID
  @Parameter("Which version; the newest when it is left out.", in: 1...1_000_000)
  package var version: Int64?
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> CallbackForm {
    try store.form(id, version: version)
  }
}
