import CallbookModel
internal import GRDBSQLite

/// The one thread that changes the store.
struct Writer: Sendable {
  let queue: JobQueue<WriteJob>
  let services: StoreServices
  let health: HealthState
  let committed: CommitSink
  let names: NameIndex
  let continuity: ContinuityLog
  let checkpointer: Checkpointer
  let observer: any StoreObserver

  /// Works until the queue is closed and empty, then closes the log.
  func serve(_ sql: SQLConnection) {
    do throws(CallbookError) {
      let commits = try GroupCommit(
        sql, services: services, health: health, committed: committed, names: names,
        continuity: continuity)
      while true {
        let jobs = queue.take(atMost: GroupCommit.mostJobs)
        guard !jobs.isEmpty else { break }
        let before = health.current
        commits.run(jobs)
        if health.current != before { observer.healthChanged(health.current) }
        checkpointer.committed(logPages: sql.logPages, on: sql)
      }
      try stop(sql)
    } catch {
      health.become(.failed)
      observer.writerFailed(error)
    }
  }

  /// After a stop in good health the next start finds nothing to recover.
  private func stop(_ sql: SQLConnection) throws(CallbookError) {
    guard health.current != .failed else { return }
    try continuity.note(LedgerTail.newest(in: sql), always: true)
    _ = try sql.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
  }
}
