import CallbookModel
import CallbookStore

extension Metric {
  /// Every metric, in the order of the output: one entry each.
  static let all: [Metric] = requests + connections + store + schedule + process

  private static let requests = [
    Metric(
      "callbook_requests", .counter, "Lines answered, by method and outcome.", read: answers),
    Metric(
      "callbook_request_duration_seconds", .histogram, unit: "seconds",
      "From the arrival of a request to its answer, by what it costs."
    ) { scene in
      LoopCounts.Work.allCases.map { work in
        Sample(
          .histogram(scene.requests.duration(of: work), scale: 1e-9), ("work", work.rawValue))
      }
    },
    Metric("callbook_waiting_changes", .gauge, "Changes that wait for the writer.") {
      $0.store.waitingChanges
    },
    Metric("callbook_waiting_reads", .gauge, "Long reads that wait for a thread.") {
      $0.store.waitingReads
    },
  ]

  private static let connections = [
    Metric("callbook_connections", .gauge, "Connections that are open.") {
      $0.daemon.connectionsOpen
    },
    Metric("callbook_connections_accepted", .counter, "Connections that were let in.") {
      $0.daemon.connectionsAccepted
    },
    Metric("callbook_connections_refused", .counter, "Connections turned away, by reason.") {
      scene in
      scene.daemon.connectionsRefused.map { Sample(.whole($0.count), ("reason", $0.reason)) }
    },
  ]

  private static let store = [
    Metric("callbook_commit_changes", .histogram, "Changes that one commit held.") { scene in
      [Sample(.histogram(scene.store.commits.changes.histogram, scale: 1))]
    },
    Metric(
      "callbook_commit_sync_seconds", .histogram, unit: "seconds",
      "How long a commit took to be on the disk."
    ) { scene in
      [Sample(.histogram(scene.store.commits.syncNanoseconds.histogram, scale: 1e-9))]
    },
    Metric("callbook_store_bytes", .gauge, unit: "bytes", "Size of the store's file.") {
      $0.store.size.store
    },
    Metric("callbook_store_log_bytes", .gauge, unit: "bytes", "Size of the store's log.") {
      $0.store.size.log
    },
    Metric(
      "callbook_backup_age_seconds", .gauge, unit: "seconds",
      "Time since the newest backup was made; missing while there is none."
    ) { scene in
      scene.store.backups.age(at: scene.now).map { [Sample(.whole($0 / 1000))] } ?? []
    },
    Metric("callbook_ledger_head", .gauge, "Number of the newest change in the ledger.") {
      Int($0.store.headSeq)
    },
    Metric("callbook_store_state", .gauge, "1 for the state that the store is in.") { scene in
      StoreHealth.allCases.map { state in
        Sample(.whole(scene.store.state == state ? 1 : 0), ("state", state.rawValue))
      }
    },
    Metric("callbook_store_recovered", .gauge, "1 when the start recovered from a crash.") {
      $0.store.recovered ? 1 : 0
    },
    Metric("callbook_store_checking", .gauge, "1 while changes wait for a check after a crash.") {
      $0.store.isBeingChecked ? 1 : 0
    },
    Metric("callbook_names_ready", .gauge, "1 once finding by name knows every contact.") {
      $0.store.isNameIndexFilled ? 1 : 0
    },
  ]

  private static let schedule = [
    Metric("callbook_reminders_waiting", .gauge, "Reminders that wait.") {
      $0.store.schedule.current.pending
    },
    Metric(
      "callbook_reminder_next_seconds", .gauge, unit: "seconds",
      "When the next reminder is due, since 1970; missing while none waits."
    ) { scene in
      scene.store.schedule.current.next.map {
        [Sample(.real(Double($0.millisecondsSince1970) / 1000))]
      } ?? []
    },
    Metric(
      "callbook_reminder_lateness_seconds", .histogram, unit: "seconds",
      "How long after they were due reminders fired."
    ) { scene in
      [Sample(.histogram(scene.store.schedule.current.lateness.histogram, scale: 1e-3))]
    },
    Metric("callbook_replanning", .gauge, "1 while reminders are planned again by changed rules.") {
      $0.store.schedule.current.isReplanning ? 1 : 0
    },
  ]

  /// Of names of their own: node_exporter has `process_…` for itself.
  private static let process = [
    Metric("callbook_journal_events", .counter, "What was told to the journal, by event.") {
      scene in scene.daemon.events.map { Sample(.whole($0.count), ("event", $0.name)) }
    },
    Metric("callbook_journal_dropped", .counter, "Entries that the journal did not take.") {
      $0.daemon.entriesDropped
    },
    Metric("callbook_watchdog_withheld", .counter, "Times that the watchdog was not fed.") {
      $0.daemon.watchdogWithheld
    },
    Metric("callbook_build", .gauge, "1, with the version of the daemon.") { scene in
      [Sample(.whole(1), ("version", scene.version))]
    },
    Metric(
      "callbook_start_time_seconds", .gauge, unit: "seconds", "When it started, since 1970."
    ) { [Sample(.real(Double($0.daemon.startedAt) / 1000))] },
    Metric(
      "callbook_process_cpu_seconds", .counter, unit: "seconds", "Processor time that it took."
    ) { [Sample(.real(Double($0.daemon.processorMicroseconds) / 1_000_000))] },
    Metric(
      "callbook_process_resident_memory_bytes", .gauge, unit: "bytes", "Memory that it holds."
    ) { $0.daemon.residentBytes },
    Metric("callbook_process_open_fds", .gauge, "Descriptors that it has open.") {
      $0.daemon.openDescriptors
    },
  ]

  /// Every method's results, so that its first failure is a change of something; of failures those
  /// that there were.
  private static let answers: Read = { scene in
    var samples: [Sample] = []
    let methods = scene.methods.enumerated().map { ($0.element.name, Optional($0.offset)) }
    for (name, number) in methods + [("none", nil)] {
      for error in [nil] + ErrorKind.allCases.map(Optional.some) {
        let count = scene.requests.count(of: number, error)
        guard count > 0 || error == nil && number != nil else { continue }
        samples.append(
          Sample(.whole(count), ("method", name), ("outcome", error?.rawValue ?? "ok")))
      }
    }
    return samples
  }
}
