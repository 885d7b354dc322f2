import CallbookJSON
package import CallbookModel

extension ReadTransaction {
  /// Entries after a sequence number, oldest first: what a subscription reads on.
  package func ledger(
    after seq: Int64, upTo last: Int64 = .max, limit: Int
  ) throws(CallbookError) -> [LedgerEntry] {
    try sql.all(
      """
      SELECT seq, at, uid, pid, user, method, event, kind, subject, fields, digest FROM ledger
      WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?
      """,
      { row in
        row.bind(seq)
        row.bind(last)
        row.bind(Int64(limit))
      }, { LedgerEntry($0) })
  }

  /// Entries before a sequence number, newest first.
  package func ledger(before seq: Int64, limit: Int) throws(CallbookError) -> [LedgerEntry] {
    try sql.all(
      """
      SELECT seq, at, uid, pid, user, method, event, kind, subject, fields, digest FROM ledger
      WHERE seq < ? ORDER BY seq DESC LIMIT ?
      """,
      { row in
        row.bind(seq)
        row.bind(Int64(limit))
      }, { LedgerEntry($0) })
  }

  /// What happened to one thing, newest first.
  package func history(
    of subject: LedgerEntry.Subject, before seq: Int64, limit: Int
  ) throws(CallbookError) -> [LedgerEntry] {
    try sql.all(
      """
      SELECT seq, at, uid, pid, user, method, event, kind, subject, fields, digest FROM ledger
      WHERE kind = ? AND subject = ? AND seq < ? ORDER BY seq DESC LIMIT ?
      """,
      { row in
        row.bind(subject.kind)
        row.bind(subject.number)
        row.bind(seq)
        row.bind(Int64(limit))
      }, { LedgerEntry($0) })
  }

  /// What an entry changed; nil when it changed no fields or its details were erased.
  package func changes(of seq: Int64) throws(CallbookError) -> [FieldChange]? {
    let written = try sql.first(
      "SELECT value FROM detail WHERE seq = ?", { $0.bind(seq) }, { $0.text(0) })
    guard let written else { return nil }
    let parts = try WireDecoder.decode(
      [[String?]].self, from: JSONTape().parse(Array(written.utf8)))
    return try parts.map { part throws(CallbookError) in
      guard part.count == 3, let field = part[0] else {
        throw CallbookError(.storeCorrupt, "a detail of the ledger is not readable")
      }
      return FieldChange(field, before: part[1], after: part[2])
    }
  }
}

extension LedgerEntry {
  init(_ row: SQLStatement) {
    self.init(
      seq: row.integer(0), at: row.instant(1),
      actor: Actor(
        uid: UInt32(truncatingIfNeeded: row.integer(2)),
        pid: Int32(truncatingIfNeeded: row.integer(3)), user: row.textOrNil(4)),
      method: row.text(5), event: row.text(6),
      subject: Subject(kind: row.text(7), number: row.integer(8)),
      fields: row.text(9).split(separator: " ").map(String.init), digest: row.blobOrNil(10))
  }
}
