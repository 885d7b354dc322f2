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
    try record(event, subject, ChangeDetail(changes), about: staff)
  }

  func record(
    _ event: String, _ subject: LedgerEntry.Subject, _ changes: ChangeDetail,
    about staff: NotedChange.Staff? = nil
  ) throws(CallbookError) {
    let detail = changes.isEmpty ? nil : changes.bytes
    let salt = UniqueID(services.randomness.next128()).bytes
    let entry = LedgerEntry(
      seq: tail.seq + 1, at: at, actor: actor, method: method, event: event, subject: subject,
      fields: changes.fields, digest: detail.map { Digest.sha256(salt + $0) })
    let fields = entry.fields.joined(separator: " ")
    let hash = entry.hash(
      after: tail.hash, uid: Int64(actor.uid), pid: Int64(actor.pid), fields: fields)
    try insert(entry, fields: fields, hash: hash)
    if let detail {
      try sql.execute("INSERT INTO detail (seq, salt, value) VALUES (?, ?, ?)") { row in
        row.bind(entry.seq)
        row.bind(salt)
        row.bind(text: detail)
      }
    }
    tail = LedgerTail(seq: entry.seq, hash: hash)
    if firstSubject == nil { firstSubject = subject }
    if entry.isNoted { afterCommit(.noted(NotedChange(entry, staff: staff))) }
  }

  private func insert(
    _ entry: LedgerEntry, fields: String, hash: [UInt8]
  ) throws(CallbookError) {
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
      row.bind(fields)
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
