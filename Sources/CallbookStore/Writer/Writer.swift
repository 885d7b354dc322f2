import CallbookModel
internal import GRDBSQLite

/// The one thread that changes the store.
struct Writer: Sendable {
  let directory: StateDirectory
  let instance: UniqueID
  let queue: JobQueue<WriteJob>
  let turns: TurnCount
  let counts: CommitCounts
  let services: StoreServices
  let health: HealthState
  let committed: CommitSink
  let shared: ReadingMemory
  let continuity: ContinuityLog
  let check: PageCheck
  let checkpointer: Checkpointer
  let observer: any StoreObserver

  /// Works until the queue is closed and empty, then closes the log.
  func serve(_ sql: SQLConnection) {
    do throws(CallbookError) {
      guard try check.perform(sql) else { return refuseRest(with: .stopping) }
      try checkpointer.keepRoom(on: sql)
      let sync = CommitSync(
        sql, health: health, committed: committed, counts: counts, turns: turns, services: services)
      let commits = try GroupCommit(
        sql, services: services, health: health, committed: committed, shared: shared,
        continuity: continuity, sync: sync)
      var headDue = continuity.head + ContinuityLog.entriesBetweenHeads
      var wasAlone = true
      while true {
        let jobs = queue.take(atMost: GroupCommit.mostJobs)
        guard !jobs.isEmpty else { break }
        // Whoever asks alone waits for the disk anyway: another thread would only cost a wake-up.
        let isAlone = jobs.count == 1 && queue.count == 0
        commits.run(jobs, isAlone: isAlone && wasAlone)
        wasAlone = isAlone
        // After a failure the log stays as it is: the next start reads it from the disk.
        guard health.current != .failed else { continue }
        checkpointer.committed(logPages: sql.logPages, on: sql)
        if committed.headSeq >= headDue {
          headDue = committed.headSeq + ContinuityLog.entriesBetweenHeads
          noteHead()
        }
      }
      sync.finish()
      try stop(sql)
    } catch {
      refuseAll(after: error)
    }
  }

  /// Answers every change until the queue is closed: a caller is never left without an answer.
  func refuseAll(after error: CallbookError) {
    health.become(.failed, isTold: false)
    observer.writerFailed(error)
    refuseRest(with: error.reason == .storeCorrupt ? error : .changesStopped)
  }

  private func refuseRest(with error: CallbookError) {
    while true {
      let jobs = queue.take(atMost: GroupCommit.mostJobs)
      guard !jobs.isEmpty else { return }
      for job in jobs { job.completion(.failure(error)) }
      turns.add()
    }
  }

  /// What was changed is committed: a head that cannot be noted now is told, and the next one is due
  /// after as many entries again.
  private func noteHead() {
    do throws(CallbookError) {
      try continuity.note(committed.tail)
    } catch {
      observer.continuityFailed(error)
    }
  }

  /// After a stop in good health the next start finds nothing to recover.
  private func stop(_ sql: SQLConnection) throws(CallbookError) {
    checkpointer.waitUntilIdle()
    guard health.current != .failed else { return }
    let tail = try LedgerTail.newest(in: sql)
    try continuity.note(tail)
    _ = try sql.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
    keepWaitingCount(at: tail)
    observer.closed(at: tail)
  }

  private func keepWaitingCount(at tail: LedgerTail) {
    let waiting = WaitingCount(
      instance: instance, tail: tail, count: committed.schedule.current.pending)
    // What cannot be kept, the next start counts.
    try? waiting.keep(in: directory)
  }
}
