package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Tells how complete callback forms are and how many were refused as duplicates, by month and
/// operator (DOMAIN K5).
package struct ShowFormQuality: ReadRequest {
  package static let method = "form.quality"
  package static let summary =
    "Tells how complete callback forms are and how many were refused as duplicates, by month and operator."
  package static let permission = Permission.roles([.operations, .manager, .admin, .auditor])
  package static let weight = ReadWeight.long
  package static let examples = [
    RequestExample("One month", #"{"since":"2026-05","until":"2026-05"}"#)
  ]

  @Parameter("From this month on, such as 2026-01.", in: 7...7) package var since: String?
  @Parameter("Up to this month.", in: 7...7) package var until: String?
  @Parameter("Only what this user entered.", in: 1...64) package var `operator`: String?
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<FormQuality> {
    Page(
      items: try store.formQuality(since: since, until: until, operator: `operator`), next: nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}
