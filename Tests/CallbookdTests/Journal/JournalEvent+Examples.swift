import CallbookModel
import CallbookProtocol
import CallbookServer
import Glibc
import Systemd

@testable import CallbookStore
@testable import callbookd

extension JournalEvent {
  /// At least one event of each kind.
  static let examples: [JournalEvent] =
    life + callers + changes + [
      .storeFull, .storeFailed, .storeHealed,
      .storeTrouble(.checkpoint, CallbookError(.diskFull, "no room")),
      .auditHead(LedgerTail(seq: 7, hash: [UInt8](repeating: 0x0A, count: 32))),
      .backupMade(
        Backup(
          name: BackupName(madeAt: Instant(millisecondsSince1970: 0), seq: 7), bytes: 4096,
          head: LedgerTail(seq: 7, hash: [UInt8](repeating: 0x0A, count: 32)), milliseconds: 12)),
      .backupFailed(CallbookError(.diskFull, "no backup was made: the disk is full")),
      .reminders(.due, reminders), .reminders(.overdue, reminders),
      .reminders(.escalated, reminders), .reminders(.late, reminders),
      .reminders(.merged, reminders), .reminders(.expired, reminders),
      .reminderFailed(ReminderID(7), .storeCorrupt), .watermarkRepaired(milliseconds: 3_600_000),
      .calendarMissing([2027]), .clockStepped(milliseconds: -3_600_000),
      .watchdogWithheld([.loop(1), .writer, .executor]),
      .watchdogResumed, .messagesDropped(3),
      .managerUnreachable(SystemError("sd_notify", code: ENOENT)),
    ]

  private static let reminders = ReminderTally(
    count: 12, named: (1...10).map { ReminderID($0) }, longestMilliseconds: 259_200_000)

  private static let life: [JournalEvent] = [
    .starting, .recovered(seq: 7), .ready(seq: 7),
    .startFailed(CallbookError(.storeInUse, "another callbookd works on the store")), .reloading,
    .reloaded(reload), .reloaded(SettingsChange()),
    .configurationWrong(ConfigurationProblem("/etc/callbook/callbook.conf:3", "unknown key")),
    .reloadFailed(problems: 2), .stopping, .stopped(isComplete: true), .stopped(isComplete: false),
  ]

  private static let callers: [JournalEvent] = [
    .callerRefused(uid: 4001, .notStaff), .connectionRefused(uid: 4001, .userFull(limit: 32)),
    .connectionRefused(uid: 4001, .connectionsFull(limit: 256)),
    .connectionRefused(uid: 4001, .draining), .peerUnidentified, .acceptFailed(errno: EMFILE),
    .clientStalled(uid: 4001, pendingBytes: 65_536), .limitExceeded(uid: 4001, .lineTooLong),
    .requestFailed(method: "contact.add", .internal), .requestFailed(method: nil, .storeCorrupt),
  ]

  private static let changes: [JournalEvent] = [
    .noted(change("staff.added", .staff(3), staff: .init(user: "dan", roles: [.agent, .admin]))),
    .noted(change("staff.closed", .staff(3), staff: .init(user: "dan", roles: [.agent]))),
    .noted(change("staff.edited", .staff(3), staff: .init(user: "dan", roles: [.agent]))),
    .noted(change("staff.busy", .staff(3), staff: .init(user: "dan", roles: [.agent]))),
    .noted(change("store.admin_named", .store)), .noted(change("store.admin_rescued", .store)),
    .noted(change("shop.edited", .shop)), .noted(change("policy.one_person", .policy)),
    .noted(change("booking_off.began", .bookingOff(BookingOffID(3)))),
    .noted(change("booking_off.ended", .bookingOff(BookingOffID(3)))),
  ]

  private static let reload: SettingsChange = {
    var (new, current) = (Settings(), Settings())
    new.limits.depth = 20
    new.limits.connections = 40
    return .take(new, into: &current)
  }()

  static func change(
    _ event: String, _ subject: LedgerEntry.Subject, staff: NotedChange.Staff? = nil
  ) -> NotedChange {
    NotedChange(
      LedgerEntry(
        seq: 9, at: Instant(millisecondsSince1970: 0),
        actor: LedgerEntry.Actor(uid: 4002, pid: 1, user: "alice"), method: "staff.edit",
        event: event, subject: subject, fields: ["roles"], digest: nil), staff: staff)
  }
}
