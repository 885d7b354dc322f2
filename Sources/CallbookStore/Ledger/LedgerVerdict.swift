package import CallbookModel

/// What a check of the whole ledger found.
package struct LedgerVerdict: Sendable, Equatable {
  /// One thing that is wrong, and the entry at which it shows.
  package struct Problem: Sendable, Equatable {
    package enum Kind: String, Sendable {
      /// The entry does not have the hash that its fields and its predecessor give.
      case altered
      /// An entry is missing before this one.
      case gap
      /// The entry's details are not those that were written.
      case detailAltered = "detail_altered"
      /// The entry's details are gone and no later erasure names their subject.
      case detailMissing = "detail_missing"
      /// The ledger ends before a head that is known from elsewhere.
      case cutOff = "cut_off"
      /// The entry at a known head is not the one that was known.
      case otherHead = "other_head"
    }

    package let kind: Kind
    package let seq: Int64
  }

  package var checked: Int64 = 0
  package var problems: [Problem] = []
  package var tail = LedgerTail(seq: 0, hash: LedgerEntry.genesis)

  /// A broken chain is shown by its first problems; the rest follows from them.
  static let mostProblems = 100
}

extension ReadTransaction {
  /// Checks every entry's hash, every detail's digest, and known heads (DOMAIN X1).
  ///
  /// Runs in chunks, each on a snapshot of its own: entries never change, so that the whole is
  /// still one check and the log of the store can be started anew meanwhile.
  ///
  /// - Parameter heads: entries that are known from elsewhere, such as the journal.
  package func verifyLedger(heads: [LedgerTail] = []) throws(CallbookError) -> LedgerVerdict {
    var verdict = LedgerVerdict()
    while verdict.problems.count < LedgerVerdict.mostProblems {
      let before = verdict.checked
      try verifyChunk(of: 5000, heads: heads, into: &verdict)
      guard verdict.checked > before else { break }
      try renewSnapshot()
    }
    guard verdict.problems.count < LedgerVerdict.mostProblems else { return verdict }
    for head in heads where head.seq > verdict.tail.seq {
      verdict.problems.append(.init(kind: .cutOff, seq: head.seq))
    }
    return verdict
  }

  private func verifyChunk(
    of count: Int64, heads: [LedgerTail], into verdict: inout LedgerVerdict
  ) throws(CallbookError) {
    let statement = try sql.prepare(
      """
      SELECT l.seq, l.at, l.uid, l.pid, l.user, l.method, l.event, l.kind, l.subject, l.fields,
        l.digest, l.hash, d.salt, d.value
      FROM ledger l LEFT JOIN detail d ON d.seq = l.seq
      WHERE l.seq > ? ORDER BY l.seq LIMIT ?
      """)
    defer { statement.reset() }
    statement.bind(verdict.tail.seq)
    statement.bind(count)
    while try statement.step() {
      let entry = LedgerEntry(statement)
      let hash = statement.blob(11)
      func report(_ kind: LedgerVerdict.Problem.Kind) {
        verdict.problems.append(.init(kind: kind, seq: entry.seq))
      }
      if entry.seq != verdict.tail.seq + 1 { report(.gap) }
      let computed = entry.hash(
        after: verdict.tail.hash, uid: statement.integer(2), pid: statement.integer(3),
        fields: statement.text(9))
      if computed != hash { report(.altered) }
      if heads.contains(where: { $0.seq == entry.seq && $0.hash != hash }) { report(.otherHead) }
      if let problem = try problem(
        ofDetail: statement.isNull(12) ? nil : statement.blob(12) + statement.text(13).utf8,
        of: entry)
      {
        report(problem)
      }
      verdict.checked += 1
      verdict.tail = LedgerTail(seq: entry.seq, hash: hash)
    }
  }

  private func problem(
    ofDetail salted: [UInt8]?, of entry: LedgerEntry
  ) throws(CallbookError) -> LedgerVerdict.Problem.Kind? {
    guard let digest = entry.digest else { return salted == nil ? nil : .detailAltered }
    guard let salted else {
      return try wasErased(entry) ? nil : .detailMissing
    }
    return Digest.sha256(salted) == digest ? nil : .detailAltered
  }

  private func wasErased(_ entry: LedgerEntry) throws(CallbookError) -> Bool {
    try sql.first(
      """
      SELECT 1 FROM ledger
      WHERE kind = ? AND subject = ? AND seq > ? AND event = 'contact.erased' LIMIT 1
      """,
      { row in
        row.bind(entry.subject.kind)
        row.bind(entry.subject.number)
        row.bind(entry.seq)
      }, { _ in true }) ?? false
  }
}
