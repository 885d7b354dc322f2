import CallbookModel
internal import GRDBSQLite

/// Commits the jobs that wait together; one that fails is taken back alone.
///
/// A savepoint for each would have SQLite keep a copy of every page that it changes, for the one job
/// in thousands that fails after it began to write. So the jobs run without, and when one has to be
/// taken back, the whole group is, and runs again with savepoints.
///
/// Lives on the writer's thread only.
final class GroupCommit {
  /// No transaction runs longer: reads would see old rows and the log would grow.
  static let longestMilliseconds: Int64 = 100
  /// How many jobs one commit may hold.
  static let mostJobs = 256

  private typealias Answer = CommittedGroup.Answer

  private let sql: SQLConnection
  private let services: StoreServices
  private let health: HealthState
  private let committed: CommitSink
  private let shared: ReadingMemory
  private let continuity: ContinuityLog
  private let fields = DefinedFields()
  private let sync: CommitSync
  private var memory: WriterMemory
  /// Whether each job of the group has a savepoint.
  private var isCareful = false
  /// Set by a job that cannot be taken back alone.
  private var mustRepeat = false

  init(
    _ sql: SQLConnection, services: StoreServices, health: HealthState, committed: CommitSink,
    shared: ReadingMemory, continuity: ContinuityLog, sync: CommitSync
  ) throws(CallbookError) {
    self.sql = sql
    self.services = services
    self.health = health
    self.committed = committed
    self.shared = shared
    self.continuity = continuity
    self.sync = sync
    memory = WriterMemory(
      tail: try LedgerTail.newest(in: sql), ids: try NextIDs(sql),
      planning: committed.planning, staffGeneration: committed.staff)
  }

  /// Runs jobs, in order, in as few commits as their time allows, and has each answered.
  ///
  /// - Parameter isAlone: whether nobody else is expected to want anything meanwhile.
  func run(_ jobs: [WriteJob], isAlone: Bool) {
    var rest = jobs[...]
    while !rest.isEmpty {
      guard health.current != .failed else {
        for job in rest { job.completion(.failure(.changesStopped)) }
        return
      }
      rest = commitSome(of: rest, isAlone: isAlone)
      isCareful = mustRepeat
      mustRepeat = false
    }
  }

  private func commitSome(
    of jobs: ArraySlice<WriteJob>, isAlone: Bool
  ) -> ArraySlice<WriteJob> {
    let before = memory
    var answers: [Answer] = []
    var effects: [CommitEffect] = []
    var schedule = ScheduleChange()
    var next: Instant??
    var rest = jobs
    do throws(CallbookError) {
      try sql.execute("BEGIN IMMEDIATE")
      let started = services.monotonicMilliseconds()
      while let job = rest.first,
        answers.isEmpty
          || services.monotonicMilliseconds() - started < Self.longestMilliseconds
      {
        rest.removeFirst()
        let result = attempt(job, &effects, &schedule)
        if mustRepeat {
          // Should even this fail, the next BEGIN does, and everybody is told.
          sqlite3_exec(sql.handle, "ROLLBACK", nil, nil, nil)
          memory = before
          fields.forget()
          return jobs
        }
        answers.append((job, result))
        // A full disk or a failing one takes the whole transaction back, not only the savepoint.
        if !sql.isInTransaction, case .failure(let error) = result {
          throw error
        }
      }
      if schedule.isNextUnknown { next = .some(try sql.nextWake()) }
      try reserveIDs()
      let began = services.monotonicNanoseconds()
      try commit()
      let group = CommittedGroup(
        answers: answers, effects: effects, schedule: schedule, next: next, tail: memory.tail,
        planning: memory.planning.revision != before.planning.revision ? memory.planning : nil,
        hasChanges: memory.tail != before.tail, beganNanoseconds: began)
      // A commit that wrote nothing proves nothing about the disk.
      if group.hasChanges { health.become(.ready) }
      sync.settle(group, atOnce: isAlone)
    } catch {
      memory = before
      fields.forget()
      fail(answers, with: error)
      return answers.isEmpty ? failAll(rest, with: error) : rest
    }
    return rest
  }

  private func attempt(
    _ job: WriteJob, _ effects: inout [CommitEffect], _ schedule: inout ScheduleChange
  ) -> Result<[UInt8], CallbookError> {
    if job.isCancelled() {
      return .failure(CallbookError(.cancelled, "the request was taken back before it began"))
    }
    if let deadline = job.deadline, services.monotonicMilliseconds() >= deadline {
      return .failure(.deadlinePassed)
    }
    let transaction = WriteTransaction(
      sql, job, shared, fields: fields,
      at: services.clock.now(), services: services, memory: memory)
    let hasSavepoint = isCareful || job.isDryRun
    let changesBefore = sql.changeCount
    do throws(CallbookError) {
      if hasSavepoint { try sql.execute("SAVEPOINT request") }
      let reply = try reply(to: job, in: transaction)
      if job.isDryRun {
        try rollBackRequest()
        return .success(reply)
      }
      if let deadline = job.deadline, services.monotonicMilliseconds() >= deadline {
        throw CallbookError.deadlinePassed
      }
      if hasSavepoint { try sql.execute("RELEASE request") }
      memory = transaction.memory
      schedule.add(transaction.schedule)
      effects += transaction.effects
      return .success(reply)
    } catch {
      if hasSavepoint {
        let cause = undo(after: error)
        keepRemainder(of: job, transaction, &effects, &schedule)
        return .failure(cause)
      }
      // Most that fail had not begun to write.
      mustRepeat = sql.isInTransaction && sql.changeCount != changesBefore
      if !mustRepeat { keepRemainder(of: job, transaction, &effects, &schedule) }
      return .failure(error)
    }
  }

  /// Writes what a refused request leaves behind. Should that fail, too, it leaves nothing: its caller
  /// is told the first reason, and the others of the commit are not touched.
  private func keepRemainder(
    of job: WriteJob, _ refused: WriteTransaction, _ effects: inout [CommitEffect],
    _ schedule: inout ScheduleChange
  ) {
    guard let remainder = refused.remainder, !job.isDryRun, sql.isInTransaction else { return }
    let transaction = WriteTransaction(
      sql, job, shared, fields: fields, at: refused.at, services: services, memory: memory)
    do throws(CallbookError) {
      try sql.execute("SAVEPOINT request")
      try remainder(transaction)
      try sql.execute("RELEASE request")
      memory = transaction.memory
      schedule.add(transaction.schedule)
      effects += transaction.effects
    } catch {
      _ = undo(after: error)
    }
  }

  private func reply(
    to job: WriteJob, in transaction: WriteTransaction
  ) throws(CallbookError) -> [UInt8] {
    try job.admit(transaction)
    guard let key = job.idempotency else { return try job.work(transaction) }
    if let stored = try transaction.storedReply(key) { return stored }
    let reply = try job.work(transaction)
    try transaction.storeReply(reply, for: key)
    return reply
  }

  private func rollBackRequest() throws(CallbookError) {
    fields.forget()
    try sql.execute("ROLLBACK TO request")
    try sql.execute("RELEASE request")
  }

  /// Takes one request back; the others of the commit stay, unless even that fails.
  private func undo(after cause: CallbookError) -> CallbookError {
    guard sql.isInTransaction else { return cause }
    do throws(CallbookError) {
      try rollBackRequest()
      return cause
    } catch {
      // Else what the request did would be committed with the others, and answered as undone.
      sqlite3_exec(sql.handle, "ROLLBACK", nil, nil, nil)
      return error
    }
  }

  private func reserveIDs() throws(CallbookError) {
    do throws(CallbookError) {
      try continuity.reserve(memory.ids.highest)
    } catch {
      guard error.reason != .diskFull else { throw error }
      throw CallbookError(.storeFailing, error.message, hint: error.hint)
    }
  }

  private func commit() throws(CallbookError) {
    do throws(CallbookError) {
      try sync.withoutSync { () throws(CallbookError) in try sql.execute("COMMIT") }
    } catch {
      // Out of room is known before the commit's last frame is written: nothing happened. Any other
      // failure is in doubt: the rows may be there after the next start.
      guard error.reason != .diskFull else { throw error }
      throw .commitInDoubt
    }
  }

  private func fail(_ answers: [Answer], with error: CallbookError) {
    switch error.reason {
    case .diskFull: health.become(.full)
    case .queueFull: break
    default: health.become(.failed)
    }
    if sql.isInTransaction { sqlite3_exec(sql.handle, "ROLLBACK", nil, nil, nil) }
    CommittedGroup.fail(answers, with: error)
  }

  private func failAll(
    _ jobs: ArraySlice<WriteJob>, with error: CallbookError
  ) -> ArraySlice<WriteJob> {
    for job in jobs { job.completion(.failure(error)) }
    return []
  }
}

extension CallbookError {
  static let deadlinePassed = CallbookError(
    .deadlineExceeded, "the deadline passed before the change was made; nothing was changed")
  static let changesStopped = CallbookError(
    .storeFailing,
    "changes stopped because the disk failed; reading goes on until the service is restarted",
    hint: "systemctl restart callbookd")
  static let commitInDoubt = CallbookError(
    .commitUnknown,
    "the disk failed while the change was committed; it may or may not be there after a restart",
    hint: "systemctl restart callbookd", committed: .unknown)
}
