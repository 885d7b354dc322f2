package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists series, the newest first.
package struct ListSeries: ReadRequest {
  package static let method = "series.list"
  package static let summary =
    "Lists visits that come round, the newest first; those of which any is to come."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("Of a contact", #"{"contact":"c1"}"#)]

  @Parameter("Only of this contact.") package var contact: ContactID?
  @Parameter("Only what this user is to be at.", in: 1...64) package var assignee: String?
  @Parameter("Also those that are over.") package var all: Bool = false
  @Parameter("Go on behind this one: the `next` of the page before.")
  package var after: SeriesID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<Series> {
    var filter = SeriesFilter()
    filter.contact = try contact.map { id throws(CallbookError) in try store.contact(id).id }
    filter.assignee = assignee
    filter.isCurrent = !all
    let items = try store.series(filter, before: after, limit: limit)
    return Page(
      items: items, next: items.count == limit ? items.last?.id.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}
