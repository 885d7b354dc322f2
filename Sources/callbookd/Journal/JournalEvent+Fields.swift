import CallbookModel
import CallbookServer
import CallbookStore
import Systemd

extension JournalEvent {
  /// What the entry has beside message, id and priority.
  var fields: [JournalField] {
    [JournalField("CALLBOOK_EVENT", kind.rawValue)] + ownFields
  }

  private var ownFields: [JournalField] {
    switch self {
    case .starting: [JournalField("CALLBOOK_VERSION", Version.text)]
    case .recovered(let seq), .ready(let seq): [.seq(seq)]
    case .startFailed(let error), .backupFailed(let error): [.reason(error.reason)]
    case .reloaded(let change):
      [
        JournalField("CALLBOOK_APPLIED", change.applied.joined(separator: " ")),
        JournalField("CALLBOOK_WAITING", change.waiting.joined(separator: " ")),
      ]
    case .configurationWrong(let problem): [JournalField("CALLBOOK_PLACE", problem.place)]
    case .reloadFailed(let problems): [JournalField("CALLBOOK_COUNT", String(problems))]
    case .stopped(let isComplete): [JournalField("CALLBOOK_COMPLETE", isComplete ? "1" : "0")]
    case .callerRefused(let uid, let reason), .limitExceeded(let uid, let reason):
      [.uid(uid), .reason(reason)]
    case .connectionRefused(let uid, let reason):
      [.uid(uid), JournalField("CALLBOOK_REASON", Self.word(for: reason))]
    case .acceptFailed(let errno): [JournalField("CALLBOOK_ERRNO", String(errno))]
    case .clientStalled(let uid, let pendingBytes):
      [.uid(uid), JournalField("CALLBOOK_BYTES", String(pendingBytes))]
    case .requestFailed(let method, let reason):
      (method.map { [JournalField("CALLBOOK_METHOD", $0)] } ?? []) + [.reason(reason)]
    case .staffChanged(let change), .adminNamed(let change), .adminRescued(let change),
      .settingsChanged(let change), .onePersonAllowed(let change), .bookingOff(let change),
      .bookingOn(let change):
      Self.fields(of: change)
    case .storeTrouble(let part, let error):
      [JournalField("CALLBOOK_PART", part.rawValue), .reason(error.reason)]
    case .auditHead(let tail):
      [.seq(tail.seq), JournalField("CALLBOOK_HASH", Self.hexadecimal(tail.hash))]
    case .calendarMissing(let years):
      [JournalField("CALLBOOK_YEARS", years.map(String.init).joined(separator: " "))]
    case .backupMade(let backup):
      [
        JournalField("CALLBOOK_BACKUP", backup.name.description), .seq(backup.head.seq),
        JournalField("CALLBOOK_HASH", Self.hexadecimal(backup.head.hash)),
        JournalField("CALLBOOK_BYTES", String(backup.bytes)),
        JournalField("CALLBOOK_MILLISECONDS", String(backup.milliseconds)),
      ]
    case .reminders(_, let tally): Self.fields(of: tally)
    case .reminderFailed(let id, let reason):
      [JournalField("CALLBOOK_SUBJECT", id.description), .reason(reason)]
    case .clockStepped(let milliseconds), .watermarkRepaired(let milliseconds):
      [JournalField("CALLBOOK_MILLISECONDS", String(milliseconds))]
    case .watchdogWithheld(let parts):
      [JournalField("CALLBOOK_PART", parts.map(\.word).joined(separator: " "))]
    case .messagesDropped(let count): [JournalField("CALLBOOK_COUNT", String(count))]
    case .managerUnreachable(let error): [JournalField("CALLBOOK_ERRNO", String(error.code))]
    case .reloading, .stopping, .peerUnidentified, .storeFull, .storeFailed, .storeHealed,
      .watchdogResumed:
      []
    }
  }

  /// The same names as the ledger's, so that an entry is found from either side.
  private static func fields(of change: NotedChange) -> [JournalField] {
    let entry = change.entry
    var fields: [JournalField] = [
      .seq(entry.seq), JournalField("CALLBOOK_CHANGE", entry.event), .uid(entry.actor.uid),
    ]
    if let user = entry.actor.user { fields.append(JournalField("CALLBOOK_STAFF", user)) }
    fields.append(JournalField("CALLBOOK_METHOD", entry.method))
    if entry.subject.kind == BookingOff.noun {
      fields.append(JournalField("CALLBOOK_SUBJECT", entry.subject.description))
    }
    if let staff = change.staff {
      fields.append(JournalField("CALLBOOK_SUBJECT", staff.user))
      let roles = staff.roles.map(\.rawValue).joined(separator: " ")
      fields.append(JournalField("CALLBOOK_ROLES", roles))
    }
    if !entry.fields.isEmpty {
      fields.append(JournalField("CALLBOOK_FIELDS", entry.fields.joined(separator: " ")))
    }
    return fields
  }

  private static func fields(of tally: ReminderTally) -> [JournalField] {
    [
      JournalField("CALLBOOK_COUNT", String(tally.count)),
      JournalField(
        "CALLBOOK_REMINDERS", tally.named.map(\.description).joined(separator: " ")),
      JournalField("CALLBOOK_MILLISECONDS", String(tally.longestMilliseconds)),
    ]
  }

  private static func word(for reason: RefusalReason) -> String {
    switch reason {
    case .connectionsFull: "CONNECTIONS_FULL"
    case .userFull: "USER_FULL"
    case .draining: Reason.draining.rawValue
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension JournalField {
  fileprivate static func seq(_ seq: Int64) -> Self { Self("CALLBOOK_SEQ", String(seq)) }
  fileprivate static func uid(_ uid: UInt32) -> Self { Self("CALLBOOK_UID", String(uid)) }
  fileprivate static func reason(_ reason: Reason) -> Self {
    Self("CALLBOOK_REASON", reason.rawValue)
  }
}
