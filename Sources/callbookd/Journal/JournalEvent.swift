import CallbookModel
import CallbookServer
import CallbookStore
import Systemd

/// Something that whoever keeps the machine should be able to read in the journal.
///
/// Its parts are typed, and none of them can hold a personal value: there is no case for free text.
enum JournalEvent: Sendable, Equatable {
  case starting
  /// The last life ended without a stop, and the store was recovered.
  case recovered(seq: Int64)
  case ready(seq: Int64)
  case startFailed(CallbookError)
  case reloading
  case reloaded(SettingsChange)
  case configurationWrong(ConfigurationProblem)
  case reloadFailed(problems: Int)
  case stopping
  case stopped(isComplete: Bool)

  /// Somebody who is not on the staff list, or is no longer who they were.
  case callerRefused(uid: UInt32, Reason)
  case connectionRefused(uid: UInt32, RefusalReason)
  case peerUnidentified
  case acceptFailed(errno: Int32)
  /// It took nothing of what waited for it and was closed.
  case clientStalled(uid: UInt32, pendingBytes: Int)
  case limitExceeded(uid: UInt32, Reason)
  /// The daemon's own fault. The method is one of the table's, or nil.
  case requestFailed(method: String?, Reason)

  case staffChanged(NotedChange)
  /// The first one: from here on root keeps the machine and no more.
  case adminNamed(NotedChange)
  /// Root named an admin because the shop had none who could call.
  case adminRescued(NotedChange)
  case settingsChanged(NotedChange)
  /// From here on nobody has to agree to what somebody asks for.
  case onePersonAllowed(NotedChange)
  case bookingOff(NotedChange)
  case bookingOn(NotedChange)

  case storeFull
  case storeFailed
  case storeHealed
  case storeTrouble(StorePart, CallbookError)
  case auditHead(LedgerTail)
  case backupMade(Backup)
  case backupFailed(CallbookError)

  case reminders(ClaimReport.Outcome, ReminderTally)
  /// It could not be processed, however often it was tried.
  case reminderFailed(ReminderID, Reason)
  /// By how much the clock is behind the last instant at which reminders were dealt with.
  case watermarkRepaired(milliseconds: Int64)

  /// Years whose holidays should be known by now and are not.
  case calendarMissing([Int])

  /// By how much the wall clock ran away from the machine's own; negative for back.
  case clockStepped(milliseconds: Int64)
  /// Who has not answered.
  case watchdogWithheld([WatchedPart])
  case watchdogResumed
  case messagesDropped(Int)
  case managerUnreachable(SystemError)
}

/// What of the store is in trouble.
enum StorePart: String, Sendable {
  case checkpoint, writer, continuity, names, admins, ledger, backups, calendar
}

extension JournalEvent {
  var kind: EventKind {
    switch self {
    case .starting: .starting
    case .recovered: .recovered
    case .ready: .ready
    case .startFailed: .startFailed
    case .reloading: .reloading
    case .reloaded: .reloaded
    case .configurationWrong: .configurationWrong
    case .reloadFailed: .reloadFailed
    case .stopping: .stopping
    case .stopped: .stopped
    case .callerRefused: .callerRefused
    case .connectionRefused: .connectionRefused
    case .peerUnidentified: .peerUnidentified
    case .acceptFailed: .acceptFailed
    case .clientStalled: .clientStalled
    case .limitExceeded: .limitExceeded
    case .requestFailed: .requestFailed
    case .staffChanged: .staffChanged
    case .adminNamed: .adminNamed
    case .adminRescued: .adminRescued
    case .settingsChanged: .settingsChanged
    case .onePersonAllowed: .onePersonAllowed
    case .bookingOff: .bookingOff
    case .bookingOn: .bookingOn
    case .storeFull: .storeFull
    case .storeFailed: .storeFailed
    case .storeHealed: .storeHealed
    case .storeTrouble: .storeTrouble
    case .auditHead: .auditHead
    case .backupMade: .backupMade
    case .backupFailed: .backupFailed
    case .reminders(let outcome, _): Self.kind(of: outcome)
    case .reminderFailed: .reminderFailed
    case .watermarkRepaired: .watermarkRepaired
    case .calendarMissing: .calendarMissing
    case .clockStepped: .clockStepped
    case .watchdogWithheld: .watchdogWithheld
    case .watchdogResumed: .watchdogResumed
    case .messagesDropped: .messagesDropped
    case .managerUnreachable: .managerUnreachable
    }
  }
}

extension JournalEvent {
  private static func kind(of outcome: ClaimReport.Outcome) -> EventKind {
    switch outcome {
    case .due: .remindersDue
    case .overdue: .remindersOverdue
    case .escalated: .remindersEscalated
    case .late: .remindersLate
    case .merged: .remindersMerged
    case .expired: .remindersExpired
    }
  }
}
