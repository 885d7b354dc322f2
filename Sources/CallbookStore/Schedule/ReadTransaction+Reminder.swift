package import CallbookModel

extension ReadTransaction {
  package func reminder(_ id: ReminderID) throws(CallbookError) -> PlannedReminder? {
    try reminders(where: "id = ?") { $0.bind(id) }.first
  }

  /// Everything that was ever planned for a subject, oldest first.
  package func reminders(of subject: Subject) throws(CallbookError) -> [PlannedReminder] {
    try
      (reminders(where: "subject_kind = ? AND subject = ? AND state <> 'withdrawn'") {
        $0.bind(subject)
      }
      + reminders(where: "subject_kind = ? AND subject = ? AND state = 'withdrawn'") {
        $0.bind(subject)
      }).sorted { $0.id < $1.id }
  }

  /// What waits for a subject, the earliest first.
  func pendingReminders(of subject: Subject) throws(CallbookError) -> [PlannedReminder] {
    // The second condition follows from the third, but is what the index is looked for by.
    try reminders(
      where: "subject_kind = ? AND subject = ? AND state <> 'withdrawn' AND state = 'pending'"
    ) { $0.bind(subject) }.sorted { ($0.reminder.due, $0.id) < ($1.reminder.due, $1.id) }
  }

  /// - Parameter condition: a part of the program's text.
  func reminders(
    where condition: String, _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [PlannedReminder] {
    try sql.all(
      sql.prepare(
        composed: "SELECT \(PlannedReminder.columns) FROM reminder WHERE \(condition)"), bind,
      { row throws(CallbookError) in try PlannedReminder(row) })
  }
}

extension SQLStatement {
  func bind(_ subject: Subject) {
    bind(subject.kind)
    bind(subject.number)
  }
}
