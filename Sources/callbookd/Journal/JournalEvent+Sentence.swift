import CallbookModel
import CallbookServer
import CallbookStore

extension JournalEvent {
  /// The entry's MESSAGE.
  var sentence: String {
    switch self {
    case .starting: "callbookd \(Version.text) starts"
    case .recovered(let seq):
      "the last run ended without a stop; the store was recovered up to change \(seq)"
    case .ready: "callbookd \(Version.text) is ready"
    case .startFailed(let error): "callbookd cannot start: \(error.message)"
    case .reloading: "the configuration is read again"
    case .reloaded(let change): Self.sentence(of: change)
    case .configurationWrong(let problem): problem.description
    case .reloadFailed(let problems):
      "faults in the configuration: \(problems); the one before stays in force"
    case .stopping: "callbookd stops"
    case .stopped(true): "callbookd stopped"
    case .stopped(false): "callbookd stopped before every answer was taken"

    case .callerRefused(let uid, _): "user ID \(uid) was refused"
    case .connectionRefused(let uid, let reason):
      "a connection of user ID \(uid) was refused: \(Self.words(for: reason))"
    case .peerUnidentified: "the kernel did not say who connected"
    case .acceptFailed(let errno): "connections cannot be accepted (errno \(errno)); trying again"
    case .clientStalled(let uid, let bytes):
      "a client of user ID \(uid) took nothing of \(bytes) bytes for too long and was closed"
    case .limitExceeded(let uid, let reason):
      "user ID \(uid) asked for more than the limits allow: \(reason.rawValue)"
    case .requestFailed(let method, let reason):
      "\(method ?? "a request") failed by a fault of the daemon or its store: \(reason.rawValue)"

    case .staffChanged(let change): Self.sentence(ofStaff: change)
    case .adminNamed: "the first admin is named: from now on root only keeps the machine"
    case .adminRescued(let change):
      "\(Self.actor(change)) named an admin because the shop had none who could call"
    case .settingsChanged(let change): Self.sentence(ofSettings: change)
    case .onePersonAllowed, .bookingOff, .bookingOn: approvalChanged

    case .storeFull: "the disk is full: changes are refused, reads go on"
    case .storeFailed: "the disk failed: changes are refused until a restart, reads go on"
    case .storeHealed: "changes are possible again"
    case .storeTrouble(let part, let error): "\(Self.words(for: part)): \(error.message)"
    case .backupMade(let backup):
      "backup \(backup.name) was made and checked: up to change \(backup.head.seq)"
    case .backupFailed(let error): error.message
    case .auditHead(let tail): "the ledger ends at change \(tail.seq)"
    case .reminders(let outcome, let tally): Self.sentence(of: tally, outcome)
    case .reminderFailed(let id, let reason):
      "reminder \(id) was set aside because it could not be processed: \(reason.rawValue)"
    case .watermarkRepaired(let milliseconds): Self.sentence(ofWatermark: milliseconds)
    case .calendarMissing(let years): Self.sentence(ofYears: years)
    case .clockStepped(let milliseconds): Self.sentence(ofStep: milliseconds)
    case .watchdogWithheld(let parts):
      "the watchdog is not fed: no answer from "
        + parts.map(\.description).joined(separator: ", ")
    case .watchdogResumed: "every part answers again; the watchdog is fed"
    case .messagesDropped(let count): "the journal did not take \(count) of the messages before"
    case .managerUnreachable(let error): "the service manager cannot be told: \(error)"
    }
  }
}

extension JournalEvent {
  private static func sentence(ofSettings change: NotedChange) -> String {
    "\(actor(change)) changed settings of the \(change.entry.subject.kind): "
      + change.entry.fields.joined(separator: ", ")
  }

  private static func sentence(ofWatermark milliseconds: Int64) -> String {
    "the clock is \(milliseconds / 1000) s behind the last reminder that was dealt with; "
      + "what fired stays fired"
  }

  private static func sentence(ofYears years: [Int]) -> String {
    "the holidays of \(years.map(String.init).joined(separator: " and ")) are not known: "
      + "what falls due is planned by the weekly hours"
  }

  private static func sentence(of change: SettingsChange) -> String {
    var parts: [String] = []
    if !change.applied.isEmpty {
      parts.append("in force: " + change.applied.joined(separator: ", "))
    }
    if !change.waiting.isEmpty {
      parts.append("after a restart: " + change.waiting.joined(separator: ", "))
    }
    return "the configuration was read again; "
      + (parts.isEmpty ? "nothing changed" : parts.joined(separator: "; "))
  }

  private static func sentence(ofStaff change: NotedChange) -> String {
    let user = change.staff?.user ?? "somebody"
    let roles = (change.staff?.roles ?? []).map(\.rawValue).joined(separator: ", ")
    return switch change.entry.event {
    case "staff.added": "\(actor(change)) put \(user) on the staff list: \(roles)"
    case "staff.closed": "\(actor(change)) closed \(user), who leaves the staff list"
    case "staff.away": "\(actor(change)) noted that \(user) is or will be away"
    case "staff.back": "\(actor(change)) noted that \(user) is back"
    case "staff.busy": "\(actor(change)) noted when \(user) is busy elsewhere"
    default: "\(actor(change)) changed \(user) on the staff list: \(roles)"
    }
  }

  private static func sentence(ofStep milliseconds: Int64) -> String {
    let seconds = milliseconds.magnitude / 1000
    return "the wall clock moved \(milliseconds < 0 ? "back" : "ahead") by \(seconds) s at once"
  }

  /// Of what needs two persons, or did.
  private var approvalChanged: String {
    switch self {
    case .onePersonAllowed(let change):
      "\(Self.actor(change)) had policy ask for no second person: whoever asks may approve it"
    case .bookingOff(let change): "booking is off: \(change.entry.subject)"
    case .bookingOn(let change): "booking is on again: \(change.entry.subject)"
    default: ""
    }
  }

  private static func sentence(of tally: ReminderTally, _ outcome: ClaimReport.Outcome) -> String {
    let counted = words(for: tally)
    return switch outcome {
    case .due: "reminders that fell due: \(counted)"
    case .overdue: "reminders of what nobody had done: \(counted)"
    case .escalated: "reminders that went to managers: \(counted)"
    case .late:
      "reminders that fired late: \(counted); the latest "
        + "\(tally.longestMilliseconds / 1000) s after its time"
    case .merged: "reminders that a later one of the same thing fired for: \(counted)"
    case .expired:
      "reminders that were of no use any more when they could have fired: \(counted)"
    }
  }

  /// `12 (r1, r2, ...)`: in ASCII, so that what is not came from the register.
  private static func words(for tally: ReminderTally) -> String {
    let named = tally.named.map(\.description) + (tally.count > tally.named.count ? ["..."] : [])
    return "\(tally.count) (\(named.joined(separator: ", ")))"
  }

  private static func actor(_ change: NotedChange) -> String {
    change.entry.actor.user ?? "user ID \(change.entry.actor.uid)"
  }

  private static func words(for reason: RefusalReason) -> String {
    switch reason {
    case .connectionsFull(let limit): "all \(limit) connections are taken"
    case .userFull(let limit): "the user has \(limit) already"
    case .draining: "the daemon is stopping"
    }
  }

  private static func words(for part: StorePart) -> String {
    switch part {
    case .checkpoint: "the log could not be copied into the store"
    case .writer: "the writer stopped"
    case .continuity: "the ledger's head was not noted, which only a restore would miss"
    case .names: "names could not be read, so that finding by name misses some"
    case .admins: "it is unknown whether a user is an admin"
    case .ledger: "the end of the ledger could not be read"
    case .backups: "a backup or replaced store that has had its time could not be deleted"
    case .calendar: "the work calendar could not be read"
    }
  }
}
