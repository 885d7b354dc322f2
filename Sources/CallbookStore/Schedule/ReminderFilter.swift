package import CallbookModel

/// Which reminders of a page are wanted.
package struct ReminderFilter: Sendable {
  package var subject: Subject?
  /// Whose: those of this member of staff, by number, or of one of these roles.
  package var staff: Int64?
  package var roles: [Role] = []
  package var isForSomebody = false

  package init() {}
}

extension ReadTransaction {
  /// What waits, the earliest first.
  package func pendingReminders(
    _ filter: ReminderFilter, after: ReminderID?, limit: Int
  ) throws(CallbookError) -> [PlannedReminder] {
    let last = try after.flatMap { id throws(CallbookError) in try reminder(id) }
    return try reminders(
      where: """
        state = 'pending' AND coalesce(retry_at, due) >= ?
          AND (coalesce(retry_at, due), id) > (?, ?) AND \(filter.condition)
        ORDER BY coalesce(retry_at, due), id LIMIT ?
        """
    ) { row in
      let wake = last?.wake ?? Instant(millisecondsSince1970: .min)
      row.bind(wake)
      row.bind(wake)
      row.bind(last?.id.number ?? 0)
      row.bind(filter)
      row.bind(Int64(limit))
    }
  }

  /// What ended, the newest first.
  package func endedReminders(
    _ filter: ReminderFilter, before: ReminderID?, limit: Int
  ) throws(CallbookError) -> [PlannedReminder] {
    try reminders(
      where: "id < ? AND state <> 'pending' AND \(filter.condition) ORDER BY id DESC LIMIT ?"
    ) { row in
      row.bind(before?.number ?? .max)
      row.bind(filter)
      row.bind(Int64(limit))
    }
  }

  /// The user name of a member of staff, by number.
  package func staffUser(_ number: Int64) throws(CallbookError) -> String? {
    try sql.first("SELECT user FROM staff WHERE id = ?", { $0.bind(number) }, { $0.text(0) })
  }

  /// The reminder that a review was opened by.
  package func reminder(of review: ReviewID) throws(CallbookError) -> PlannedReminder? {
    try reminders(where: "id = (SELECT reminder FROM review WHERE id = ?)") {
      $0.bind(review)
    }.first
  }

  package func ledgerEntry(_ seq: Int64) throws(CallbookError) -> LedgerEntry? {
    try ledger(after: seq - 1, limit: 1).first { $0.seq == seq }
  }
}

extension ReminderFilter {
  /// A part of the program's text: what is wanted is bound.
  fileprivate var condition: String {
    let roles = Role.allCases.filter(roles.contains).map { "'\($0.rawValue)'" }
    return """
      (subject_kind = ? AND subject = ? OR \(subject == nil ? 1 : 0))
        AND (staff = ? OR role IN (\(roles.joined(separator: ","))) OR \(isForSomebody ? 0 : 1))
      """
  }
}

extension SQLStatement {
  fileprivate func bind(_ filter: ReminderFilter) {
    bind(filter.subject ?? Subject(kind: "", number: 0))
    bind(filter.staff)
  }
}
