package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Tells what share of contacts was verified within its cycle (DOMAIN R4).
package struct ShowCoverage: ReadRequest {
  package static let method = "review.coverage"
  package static let summary =
    "Tells what share of contacts was verified within its cycle, by owner and category."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let examples = [RequestExample("Of everybody", "{}")]

  @Parameter("Only this user's contacts.", in: 1...64) package var owner: String?
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> CoverageReport {
    let today = environment.store.date(at: environment.services.clock.now())
    var coverage = ReviewCoverage(on: today, policy: try store.policy())
    for group in try store.verifiedContacts(of: owner) { coverage.add(group) }
    return CoverageReport(
      on: today, items: coverage.figures.map(CoverageLine.init),
      total: CoverageLine(coverage.total))
  }
}

/// How many contacts were verified within their cycle on a day.
package struct CoverageReport: Codable, Sendable, Equatable {
  package let on: CalendarDate
  package let items: [CoverageLine]
  package let total: CoverageLine
}

/// Of the contacts of one owner and category that are reviewed at all.
package struct CoverageLine: Codable, Sendable, Equatable {
  /// nil for contacts of nobody, and in the total.
  package let owner: String?
  package let category: ContactCategory?
  package let contacts: Int64
  /// Reached within their cycle.
  package let verified: Int64
  /// Reached, but longer ago than their cycle.
  package let lapsed: Int64
  /// Not reached since they were added.
  package let never: Int64
  /// Whole percent of the contacts that were verified, rounded down; nil when there are none.
  package let percent: Int64?

  init(_ figure: ReviewCoverage.Figure) {
    owner = figure.owner
    category = figure.category
    contacts = figure.contacts
    verified = figure.verified
    lapsed = figure.lapsed
    never = figure.never
    percent = figure.contacts == 0 ? nil : figure.verified * 100 / figure.contacts
  }
}
