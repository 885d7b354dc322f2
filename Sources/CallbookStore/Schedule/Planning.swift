package import CallbookModel

/// What reminders are planned by: the rules in force, with a number that grows when any of them changes.
struct Planning: Sendable {
  var policy: Policy
  var calendar: WorkCalendar
  var revision: Int64
}

extension ReadTransaction {
  /// The rules that are in force.
  func planning(_ services: StoreServices) throws(CallbookError) -> Planning {
    let revision = try planningRevision()
    return Planning(
      policy: try policy(), calendar: try workCalendar(services, revision: revision),
      revision: revision)
  }

  /// Grows with every change of policy or calendar.
  package func planningRevision() throws(CallbookError) -> Int64 {
    try sql.first("SELECT revision FROM schedule") { $0.integer(0) } ?? 0
  }

  /// The usual week and the holidays that are known, by the shop's clocks.
  private func workCalendar(
    _ services: StoreServices, revision: Int64
  ) throws(CallbookError) -> WorkCalendar {
    WorkCalendar(
      zone: try services.timeZone(try shop().timeZone), week: .usual, years: WorkYear.shipped,
      days: [:], revision: revision)
  }
}

extension WriteTransaction {
  /// Lets other rules hold from now on: no reminder fires by the ones before, and all are planned
  /// again, little by little. Every operation that changes policy or calendar ends in this.
  func planningChanged() throws(CallbookError) {
    try sql.execute(
      "UPDATE schedule SET revision = revision + 1, replan_kind = '', replan_after = 0")
    planning = try planning(services)
    schedule.isReplanning = true
  }
}
