package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one series.
package struct GetSeries: ReadRequest {
  package static let method = "series.get"
  package static let summary =
    "Gives visits that come round: the next ones, and those that could not be booked."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("One", #"{"id":"s1"}"#)]

  @Parameter(.positional, "The series.") package var id: SeriesID
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> SeriesReport {
    try SeriesReport(of: id, in: store)
  }
}
