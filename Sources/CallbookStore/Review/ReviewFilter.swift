package import CallbookModel

/// Which reviews are wanted. Every condition that is given must hold.
package struct ReviewFilter: Sendable {
  package let show: Show
  package var owner: String?
  package var contact: ContactID?
  package var category: ContactCategory?

  package enum Show: String, Sendable, CaseIterable, Codable {
    /// Those that wait: none does before it is due.
    case due
    /// Of those, the ones that a manager was told of.
    case overdue
    /// All that were answered or ended otherwise.
    case ended
    /// All of them.
    case all
    /// Contacts that the newest answer proposed to delete.
    case proposed

    fileprivate var condition: String {
      switch self {
      case .due: "r.state = 'open'"
      case .overdue: "r.state = 'open' AND r.escalated_at IS NOT NULL"
      case .ended: "r.state <> 'open'"
      case .all: "TRUE"
      case .proposed:
        """
        r.outcome = 'deletion_proposed' AND NOT EXISTS (
          SELECT 1 FROM review n WHERE n.contact = r.contact AND n.state = 'answered' AND n.id > r.id)
        """
      }
    }
  }

  package init(_ show: Show) {
    self.show = show
  }
}

/// A review, and whose contact it is of.
package struct FoundReview: Sendable, Equatable {
  package let review: Review
  package let name: String
  package let category: ContactCategory
  /// A user name.
  package let owner: String?
}

extension ReadTransaction {
  package func foundReview(_ id: ReviewID) throws(CallbookError) -> FoundReview? {
    guard let review = try review(id) else { return nil }
    return try found(review)
  }

  /// The earliest due first.
  ///
  /// - Parameter after: the last review of the page before.
  package func reviews(
    _ filter: ReviewFilter, after: Review?, limit: Int
  ) throws(CallbookError) -> [FoundReview] {
    let reviews = try reviews(
      where: """
        \(filter.show.condition) AND (r.due, r.id) > (?, ?)
          AND (r.contact = ? OR ?)
          AND EXISTS (
            SELECT 1 FROM live_contact c WHERE c.id = r.contact
              AND (c.category = ? OR ?) AND (c.owner = (SELECT id FROM staff WHERE user = ?) OR ?))
        ORDER BY r.due, r.id LIMIT ?
        """
    ) { row in
      row.bind(after?.due ?? Instant(millisecondsSince1970: .min))
      row.bind(after?.id.number ?? 0)
      row.bind(filter.contact)
      row.bind(filter.contact == nil)
      row.bind(filter.category?.rawValue)
      row.bind(filter.category == nil)
      row.bind(filter.owner)
      row.bind(filter.owner == nil)
      row.bind(Int64(limit))
    }
    var all: [FoundReview] = []
    for review in reviews { if let found = try found(review) { all.append(found) } }
    return all
  }

  private func found(_ review: Review) throws(CallbookError) -> FoundReview? {
    try sql.first(
      """
      SELECT c.name, c.category, s.user FROM contact c LEFT JOIN staff s ON s.id = c.owner
      WHERE c.id = ?
      """,
      { $0.bind(review.contact) },
      { row throws(CallbookError) in
        FoundReview(
          review: review, name: row.text(0), category: try row.word(1), owner: row.textOrNil(2))
      })
  }
}
