import CallbookModel

extension WriteTransaction {
  /// - Parameter retryAt: when it is tried again to book more of it; nil where nothing is in the way.
  func noteRetry(of series: SeriesID, at retryAt: Instant?) throws(CallbookError) {
    try sql.execute("UPDATE series SET retry_at = ? WHERE id = ? AND retry_at IS NOT ?") { row in
      row.bind(retryAt)
      row.bind(series)
      row.bind(retryAt)
    }
  }

  /// Something that it depends on changed: what was given up is tried again at once.
  func retryNow(_ id: SeriesID) throws(CallbookError) {
    guard try series(id).retryAt != nil else { return }
    try noteRetry(of: id, at: at)
    try reconcile(.series(id))
  }
}
