package import CallbookModel

/// Which reminders of a page are wanted.
package struct ReminderFilter: Sendable {
  package var subject: Subject?
  /// Those for any of these; nil for everybody.
  package var audiences: [Reminder.Audience]?

  package init() {}
}

extension ReadTransaction {
  /// What waits, the earliest first.
  package func pendingReminders(
    _ filter: ReminderFilter, after: ReminderID?, limit: Int
  ) throws(CallbookError) -> [PlannedReminder] {
    let last = try after.flatMap { id throws(CallbookError) in try reminder(id) }
    let wake = last?.wake ?? Instant(millisecondsSince1970: .min)
    let number = last?.id.number ?? 0
    return try page(
      filter, limit,
      of: { subject throws(CallbookError) in
        try pendingReminders(of: subject).filter { ($0.wake, $0.id.number) > (wake, number) }
      },
      where: Self.pendingPage,
      {
        $0.bind(wake)
        $0.bind(wake)
        $0.bind(number)
      }, inOrder: { ($0.wake, $0.id) < ($1.wake, $1.id) })
  }

  /// What ended, the newest first.
  package func endedReminders(
    _ filter: ReminderFilter, before: ReminderID?, limit: Int
  ) throws(CallbookError) -> [PlannedReminder] {
    let number = before?.number ?? .max
    return try page(
      filter, limit,
      of: { subject throws(CallbookError) in
        try reminders(of: subject).filter { $0.end != nil && $0.id.number < number }
      },
      where: Self.endedPage, { $0.bind(number) }, inOrder: { $0.id > $1.id })
  }

  static let pendingPage = """
    state = 'pending' AND coalesce(retry_at, due) >= ? AND (coalesce(retry_at, due), id) > (?, ?)
    ORDER BY coalesce(retry_at, due), id LIMIT ?
    """
  static let endedPage = "state <> 'pending' AND id < ? ORDER BY id DESC LIMIT ?"
  /// As the index has it.
  static let ofAudience = "coalesce(staff, role) = ? AND "

  /// A subject has few reminders, and each audience a page of its own by the index: what is asked for
  /// is among these, however many others have.
  ///
  /// - Parameter condition: a part of the program's text, with the order and a last place for the limit.
  private func page(
    _ filter: ReminderFilter, _ limit: Int,
    of subject: (Subject) throws(CallbookError) -> [PlannedReminder],
    where condition: String, _ bind: (SQLStatement) -> Void,
    inOrder isBefore: (PlannedReminder, PlannedReminder) -> Bool
  ) throws(CallbookError) -> [PlannedReminder] {
    var found: [PlannedReminder] = []
    if let wanted = filter.subject {
      found = try subject(wanted).filter { known in
        filter.audiences?.contains(known.reminder.audience) ?? true
      }
    } else if let audiences = filter.audiences {
      for audience in audiences {
        found += try reminders(where: Self.ofAudience + condition) { row in
          row.bind(key: audience)
          bind(row)
          row.bind(Int64(limit))
        }
      }
    } else {
      found = try reminders(where: condition) { row in
        bind(row)
        row.bind(Int64(limit))
      }
    }
    return Array(found.sorted(by: isBefore).prefix(limit))
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

extension SQLStatement {
  /// What the index knows an audience by.
  fileprivate func bind(key audience: Reminder.Audience) {
    switch audience {
    case .staff(let number): bind(number)
    case .role(let role): bind(role)
    }
  }
}
