import Systemd

/// The kinds of entries that the daemon writes to the journal, each explained in the catalog files
/// under `systemd/`. The raw value is the entry's `CALLBOOK_EVENT`.
enum EventKind: String, CaseIterable, Sendable {
  case starting
  case recovered
  case ready
  case startFailed = "start_failed"
  case reloading
  case reloaded
  case configurationWrong = "configuration_wrong"
  case reloadFailed = "reload_failed"
  case stopping
  case stopped

  case callerRefused = "caller_refused"
  case connectionRefused = "connection_refused"
  case peerUnidentified = "peer_unidentified"
  case acceptFailed = "accept_failed"
  case clientStalled = "client_stalled"
  case limitExceeded = "limit_exceeded"
  case requestFailed = "request_failed"

  case staffChanged = "staff_changed"
  case adminNamed = "admin_named"
  case adminRescued = "admin_rescued"
  case settingsChanged = "settings_changed"
  case onePersonAllowed = "one_person_allowed"
  case bookingOff = "booking_off"
  case bookingOn = "booking_on"

  case storeFull = "store_full"
  case storeFailed = "store_failed"
  case storeHealed = "store_healed"
  case storeTrouble = "store_trouble"
  case auditHead = "audit_head"
  case backupMade = "backup_made"
  case backupFailed = "backup_failed"

  case remindersDue = "reminders_due"
  case remindersOverdue = "reminders_overdue"
  case remindersEscalated = "reminders_escalated"
  case remindersLate = "reminders_late"
  case remindersMerged = "reminders_merged"
  case remindersExpired = "reminders_expired"
  case reminderFailed = "reminder_failed"
  case watermarkRepaired = "watermark_repaired"

  case calendarMissing = "calendar_missing"

  case clockStepped = "clock_stepped"
  case watchdogWithheld = "watchdog_withheld"
  case watchdogResumed = "watchdog_resumed"
  case messagesDropped = "messages_dropped"
  case managerUnreachable = "manager_unreachable"
}

extension EventKind {
  /// Made once with `systemd-id128 new`, never changed.
  var messageID: MessageID {
    switch self {
    case .starting: "61483811ee93412e9be59cba6557abb7"
    case .recovered: "e5a7950f271e491ab396c2324aa3f706"
    case .ready: "9916821e7af343b9a0cc84bd4f128d11"
    case .startFailed: "98b9a64fb887447ca2527565529eadde"
    case .reloading: "94f5836813f34f57b0d1400844c6d992"
    case .reloaded: "8788525790934a1d8288257de77fe3d8"
    case .configurationWrong: "3a43a770bcf248bf97a0783d1487b39a"
    case .reloadFailed: "49188a0f997847948a9b5d3070574d72"
    case .stopping: "12d21e75d1bc41e6b79154c89ca85aab"
    case .stopped: "ef83285be74a4096a7f432e447dd2c40"
    case .callerRefused: "5b31f84537d040f19b43574c75555d98"
    case .connectionRefused: "107ec164434d43b490fcbf6b27029f87"
    case .peerUnidentified: "2eaf4fd2bc8d43c0bbe039c59aae8408"
    case .acceptFailed: "91d2a93fe5e248eda79b717615521366"
    case .clientStalled: "02b71dcf5290419ead11e740add532b5"
    case .limitExceeded: "84eddffd6714472384391f038eb414fa"
    case .requestFailed: "4a938d2c065f437c9c8717adb19995d1"
    case .staffChanged: "5d753692533f418c8d0b53a74e3be4b6"
    case .adminNamed: "4ffc8aabfe7e4636b6990a5bf81af6cf"
    case .adminRescued: "839f94f581fe4609b37d684db7630e96"
    case .settingsChanged: "0781cf9f6718424fb1a0eb4f0c90acbe"
    case .onePersonAllowed: "f3a193cddeff46a09669efa81a9d9e38"
    case .bookingOff: "1e9ac95addcd4be89f4903a4426981eb"
    case .bookingOn: "b0dd03ed80ae41b2bcc056023e585a8d"
    case .storeFull: "2e453101c6d34ecd86e8a7e8e05f1981"
    case .storeFailed: "75c692d26f954171b796a62122ab680c"
    case .storeHealed: "f16a196dc6c345c19fdcb9b0523f3efd"
    case .storeTrouble: "6be9842ba7854396a06787119ed925c4"
    case .auditHead: "b971b4b457a54215b2955ded38981293"
    case .backupMade: "559288e47fed46dd9ee41093568ed3ff"
    case .backupFailed: "7bace976dc0e4f6f9ac1e23563a769cf"
    case .remindersDue: "b8b3db60f89a4f398c852e018afe262c"
    case .remindersOverdue: "0e5d4f14e9e242af8ad4bfc165e21f27"
    case .remindersLate: "f33ef6e2e0984440bd6025ffd79725f6"
    case .remindersMerged: "642698006c87477280387069a1754f0e"
    case .remindersExpired: "ef2729eedf8c40acb58c3ac30b623c45"
    case .remindersEscalated: "ab577a96c8724019bead660eceb74c0b"
    case .reminderFailed: "b776e3baa1a341dbb1e05819b3589985"
    case .watermarkRepaired: "f45a1237761e49cb9db1d86b2190622e"
    case .calendarMissing: "7b6303070c8e4f15a21b1cf3c8d4dd9e"
    case .clockStepped: "8ef75c09652e48a2ba1e90d9522e5417"
    case .watchdogWithheld: "0479a61db59b480383cb6537d42d4497"
    case .watchdogResumed: "33087b9f5b8940218d5d671282f0e7c2"
    case .messagesDropped: "66b704e1d1224a9a9351304e0fc6959c"
    case .managerUnreachable: "b8a5681fa3cf41dcb082ea2090642885"
    }
  }

  var priority: Priority {
    switch self {
    case .adminRescued: .alert
    case .startFailed, .storeFailed, .watchdogWithheld: .critical
    case .configurationWrong, .reloadFailed, .peerUnidentified, .acceptFailed, .requestFailed,
      .storeFull, .storeTrouble, .backupFailed, .reminderFailed:
      .error
    case .callerRefused, .connectionRefused, .clientStalled, .limitExceeded, .calendarMissing,
      .clockStepped, .watermarkRepaired, .remindersLate, .remindersExpired, .messagesDropped,
      .managerUnreachable, .onePersonAllowed:
      .warning
    case .recovered, .reloaded, .staffChanged, .adminNamed, .settingsChanged, .storeHealed,
      .watchdogResumed, .remindersOverdue, .remindersEscalated, .bookingOff, .bookingOn:
      .notice
    case .starting, .ready, .reloading, .stopping, .stopped, .auditHead, .backupMade,
      .remindersDue, .remindersMerged:
      .info
    }
  }
}
