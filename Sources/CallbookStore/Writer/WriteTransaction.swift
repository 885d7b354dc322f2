package import CallbookModel

/// What a write request works on: its part of the commit that several share.
///
/// Operations on it append to the ledger by themselves.
package final class WriteTransaction: ReadTransaction {
  /// When the request began to run: the time of everything that it writes.
  package let at: Instant
  /// Which state of the staff list this transaction sees.
  package let staffGeneration: Int
  let actor: LedgerEntry.Actor
  let method: String
  /// Whether all of it is taken back in the end.
  package let isDryRun: Bool
  let services: StoreServices
  var tail: LedgerTail
  var ids: NextIDs
  /// The rules that reminders are planned by.
  var planning: Planning
  /// What changed about the waiting reminders.
  var schedule = ScheduleChange()
  /// What is to be done outside the store once the commit is durable.
  private(set) var effects: [CommitEffect] = []
  /// What stays on record when the request fails.
  private(set) var remainder: Remainder?
  /// What the request changed first: a stored reply is erased with it.
  var firstSubject: LedgerEntry.Subject?

  init(
    _ sql: SQLConnection, _ job: WriteJob, _ shared: ReadingMemory, fields: DefinedFields,
    at: Instant, services: StoreServices, memory: WriterMemory
  ) {
    self.at = at
    staffGeneration = memory.staffGeneration
    actor = job.actor
    method = job.method
    isDryRun = job.isDryRun
    self.services = services
    tail = memory.tail
    ids = memory.ids
    planning = memory.planning
    super.init(sql, shared, fields: fields)
  }

  /// Does a part of the work that may fail and leave the rest as it was.
  ///
  /// - Throws: what the part threw; nothing of it is left then, unless even the transaction is gone.
  func alone(_ body: () throws(CallbookError) -> Void) throws(CallbookError) {
    let before = (memory, schedule, effects.count, firstSubject)
    try sql.execute("SAVEPOINT part")
    do throws(CallbookError) {
      try body()
      try sql.execute("RELEASE part")
    } catch {
      guard sql.isInTransaction else { throw error }
      try sql.execute("ROLLBACK TO part")
      try sql.execute("RELEASE part")
      (tail, ids, planning) = (before.0.tail, before.0.ids, before.0.planning)
      schedule = before.1
      effects.removeSubrange(before.2...)
      firstSubject = before.3
      throw error
    }
  }

  /// What the writer goes on with after this request.
  var memory: WriterMemory {
    WriterMemory(
      tail: tail, ids: ids, planning: planning,
      staffGeneration: staffGeneration + effects.staffChanges)
  }

  package typealias Remainder = @Sendable (WriteTransaction) throws(CallbookError) -> Void

  /// Has something written although the request fails: the refusal itself is worth knowing. Nothing is
  /// when the request succeeds or is a dry run.
  package func keepIfRefused(_ remainder: @escaping Remainder) {
    self.remainder = remainder
  }

  func afterCommit(_ effect: CommitEffect) {
    effects.append(effect)
  }
}

extension [CommitEffect] {
  /// How often the staff list was changed.
  fileprivate var staffChanges: Int {
    count { effect in
      if case .staffChanged = effect { true } else { false }
    }
  }
}
