package import CallbookModel

extension WriteTransaction {
  /// How long one step may take: others wait for the writer meanwhile.
  static let replanMilliseconds: Int64 = 20
  private static let replanBatch = 100

  /// Plans some more subjects again after the rules changed, and notes how far it came, so that a
  /// crash loses nothing of it.
  ///
  /// - Returns: whether there is more to do.
  package func replanSome() throws(CallbookError) -> Bool {
    let position: (kind: String, after: Int64)? = try sql.first(
      "SELECT replan_kind, replan_after FROM schedule WHERE replan_kind IS NOT NULL",
      { ($0.text(0), $0.integer(1)) })
    guard let position else {
      schedule.isReplanning = false
      return false
    }
    let started = services.monotonicMilliseconds()
    let kinds = services.subjects.list
    let first = kinds.firstIndex { $0.kind == position.kind }
    var after = first == nil ? 0 : position.after
    for kind in kinds[(first ?? 0)...] {
      while true {
        let numbers = try kind.numbers(after: after, limit: Self.replanBatch, in: self)
        for number in numbers {
          try replan(Subject(kind: kind.kind, number: number))
          after = number
          guard services.monotonicMilliseconds() - started < Self.replanMilliseconds else {
            try notePosition(kind.kind, after)
            return true
          }
        }
        if numbers.count < Self.replanBatch { break }
      }
      after = 0
    }
    try sql.execute("UPDATE schedule SET replan_kind = NULL, replan_after = NULL")
    schedule.isReplanning = false
    return false
  }

  /// One that cannot be planned is left as it is: it fails where it is due, and is said there.
  private func replan(_ subject: Subject) throws(CallbookError) {
    do throws(CallbookError) {
      try alone { () throws(CallbookError) in try self.reconcile(subject) }
    } catch {
      guard sql.isInTransaction, !error.isOfStore else { throw error }
    }
  }

  private func notePosition(_ kind: String, _ after: Int64) throws(CallbookError) {
    try sql.execute("UPDATE schedule SET replan_kind = ?, replan_after = ?") { row in
      row.bind(kind)
      row.bind(after)
    }
  }
}
