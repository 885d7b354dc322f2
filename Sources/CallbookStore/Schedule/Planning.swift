package import CallbookModel

/// What reminders are planned by: the rules in force, with a number that grows when any of them changes.
struct Planning: Sendable {
  var policy: Policy
  var calendar: WorkCalendar
  var revision: Int64
}

extension ReadTransaction {
  /// The rules that are in force.
  func planning() throws(CallbookError) -> Planning {
    Planning(
      policy: try policy(), calendar: try workCalendar(), revision: try planningRevision())
  }

  /// Grows with every change of policy or calendar.
  package func planningRevision() throws(CallbookError) -> Int64 {
    try sql.first("SELECT revision FROM schedule") { $0.integer(0) } ?? 0
  }
}

extension WriteTransaction {
  /// Lets other rules hold from now on: no reminder fires by the ones before, and all are planned
  /// again, little by little. Every operation that changes policy or calendar ends in this.
  func planningChanged() throws(CallbookError) {
    try sql.execute(
      "UPDATE schedule SET revision = revision + 1, replan_kind = '', replan_after = 0")
    planning = try planning()
    schedule.isReplanning = true
  }
}
