/// A subject as its reminders depend on it, and nothing more.
package protocol Reminding: Sendable {
  /// Every reminder that the subject has from now on, those of the past that were due included: a
  /// pure function, so that the same subject under the same rules always gives the same.
  ///
  /// - Throws: what keeps it from being planned; the change that it would follow from fails then.
  func reminders(
    policy: Policy, calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder]
}
