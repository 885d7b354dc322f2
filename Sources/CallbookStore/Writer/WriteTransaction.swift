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
  let randomness: any Randomness
  var tail: LedgerTail
  var ids: NextIDs
  /// What is to be done outside the store once the commit is durable.
  private(set) var effects: [CommitEffect] = []
  /// What the request changed first: a stored reply is erased with it.
  var firstSubject: LedgerEntry.Subject?

  init(
    _ sql: SQLConnection, _ job: WriteJob, names: NameIndex, staffGeneration: Int, at: Instant,
    randomness: any Randomness, tail: LedgerTail, ids: NextIDs
  ) {
    self.at = at
    self.staffGeneration = staffGeneration
    actor = job.actor
    method = job.method
    self.randomness = randomness
    self.tail = tail
    self.ids = ids
    super.init(sql, names: names)
  }

  func afterCommit(_ effect: CommitEffect) {
    effects.append(effect)
  }
}
