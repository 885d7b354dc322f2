package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Says how the daemon and its store are.
package struct ShowStatus: ReadRequest {
  package static let method = "system.status"
  package static let summary = "Says how the daemon and its store are."
  package static let permission = Permission.roles(.everybody, caretaker: true)
  package static let examples = [RequestExample("How it is", "{}")]

  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> SystemStatus {
    let live = environment.store
    let age = live.backups.age(at: environment.services.clock.now())
    let schedule = live.schedule.current
    return SystemStatus(
      version: environment.services.version, instance: live.instance,
      store: live.state == .ready ? "ready" : live.state == .full ? "disk full" : "failed",
      recovered: live.recovered, head: environment.cursor(try store.ledgerTail().seq),
      staff: try store.allStaff(withClosed: false).count,
      namesReady: live.isNameIndexFilled, waitingChanges: live.waitingChanges,
      waitingReads: live.waitingReads, waitingReminders: schedule.pending,
      nextReminder: schedule.next, replanning: schedule.isReplanning,
      backupAt: live.backups.newestMadeAt, backupAgeSeconds: age.map { Int64($0) / 1000 })
  }
}

/// How the daemon is.
package struct SystemStatus: Codable, Sendable, Equatable {
  package let version: String
  package let instance: UniqueID
  /// ready, disk full or failed.
  package let store: String
  /// Whether the last start had to recover from a crash.
  package let recovered: Bool
  package let head: EventCursor
  /// How many members of staff are active.
  package let staff: Int
  /// Whether finding by name knows every contact.
  package let namesReady: Bool
  package let waitingChanges: Int
  package let waitingReads: Int
  package let waitingReminders: Int
  /// When the next of them is due; nil when none waits.
  package let nextReminder: Instant?
  /// Whether reminders are being planned again by changed rules.
  package let replanning: Bool
  /// When the newest backup was made; missing when there is none.
  package let backupAt: Instant?
  /// How long ago that is.
  package let backupAgeSeconds: Int64?

  private enum CodingKeys: String, CodingKey {
    case version, instance, store, recovered, head, staff
    case namesReady = "names_ready"
    case waitingChanges = "waiting_changes"
    case waitingReads = "waiting_reads"
    case waitingReminders = "waiting_reminders"
    case nextReminder = "next_reminder"
    case replanning
    case backupAt = "backup_at"
    case backupAgeSeconds = "backup_age_s"
  }
}
