import CallbookModel

/// Something in memory that follows from a change, done after its commit and before its answer.
enum CommitEffect {
  /// The contact is found under these keys from now on.
  case indexed(NameIndex.Entry)
  /// The contact is no longer found by name.
  case unindexed(ContactID)
  /// Somebody's roles may have changed.
  case staffChanged
  case shopChanged
  /// A reminder was set aside because it could not be processed.
  case reminderFailed(ReminderID, Reason)
  /// What is due was dealt with, or a part of it.
  case claimed(ClaimReport, isMore: Bool)
  /// The clock is behind the last instant at which reminders were dealt with, by so much.
  case watermarkRepaired(milliseconds: Int64)
  /// What custom fields there are.
  case fieldsChanged
  /// The machine's journal is told.
  case noted(NotedChange)
}
