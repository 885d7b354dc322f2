import CallbookModel

extension WriteTransaction {
  /// Appends what was changed to the ledger: every operation that changes a row ends in this.
  ///
  /// The values go to the detail table, from which they can be erased; the chain holds a digest of
  /// them that is salted, so that it gives nobody's name away afterwards.
  func record(
    _ event: String, _ subject: LedgerEntry.Subject, _ changes: [FieldChange],
    about staff: NotedChange.Staff? = nil
  ) throws(CallbookError) {
    let detail = changes.isEmpty ? nil : changes.written()
    let salt = UniqueID(services.randomness.next128()).bytes
    let entry = LedgerEntry(
      seq: tail.seq + 1, at: at, actor: actor, method: method, event: event, subject: subject,
      fields: changedFields(changes), digest: detail.map { Digest.sha256(salt + $0.utf8) })
    let hash = entry.hash(after: tail.hash)
    try insert(entry, hash: hash)
    if let detail {
      try sql.execute("INSERT INTO detail (seq, salt, value) VALUES (?, ?, ?)") { row in
        row.bind(entry.seq)
        row.bind(salt)
        row.bind(detail)
      }
    }
    tail = LedgerTail(seq: entry.seq, hash: hash)
    if firstSubject == nil { firstSubject = subject }
    if entry.isNoted { afterCommit(.noted(NotedChange(entry, staff: staff))) }
  }

  private func changedFields(_ changes: [FieldChange]) -> [String] {
    var names: [String] = []
    for change in changes where names.last != change.ledgerName { names.append(change.ledgerName) }
    // Parts of one field stand together mostly, but not always.
    return Set(names).sorted()
  }

  private func insert(_ entry: LedgerEntry, hash: [UInt8]) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO ledger (seq, at, uid, pid, user, method, event, kind, subject, fields, digest, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(entry.seq)
      row.bind(entry.at)
      row.bind(Int64(entry.actor.uid))
      row.bind(Int64(entry.actor.pid))
      row.bind(entry.actor.user)
      row.bind(entry.method)
      row.bind(entry.event)
      row.bind(entry.subject.kind)
      row.bind(entry.subject.number)
      row.bind(entry.fields.joined(separator: " "))
      row.bind(entry.digest)
      row.bind(hash)
    }
  }
}

extension UniqueID {
  init(_ bits: (UInt64, UInt64)) {
    self.init(high: bits.0, low: bits.1)
  }
}
