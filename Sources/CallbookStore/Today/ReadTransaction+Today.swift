package import CallbookModel

extension ReadTransaction {
  /// Everybody whose work somebody does at an instant, by user name, they themself left out.
  package func represented(
    by user: String, at instant: Instant
  ) throws(CallbookError) -> [String] {
    let presence = try presence()
    return try absences().keys.filter {
      $0 != user && presence.standIn(for: $0, at: instant) == user
    }.sorted()
  }

  /// How many of the waiting reminders for somebody were planned before the holidays of their year were
  /// known; no more than the bound are counted.
  package func provisionalReminders(
    for audiences: [Reminder.Audience]?, atMost bound: Int
  ) throws(CallbookError) -> Int {
    var filter = ReminderFilter()
    filter.audiences = audiences
    return try pendingReminders(filter, after: nil, limit: bound)
      .count { $0.reminder.isProvisional }
  }

  /// Whether the shop has any contact.
  package func hasContacts() throws(CallbookError) -> Bool {
    try sql.first("SELECT EXISTS (SELECT 1 FROM live_contact)") { $0.boolean(0) } ?? false
  }
}
