package import CallbookModel

/// The end of the ledger: what the next entry is chained to.
package struct LedgerTail: Sendable, Equatable {
  /// 0 for an empty ledger.
  package var seq: Int64
  package var hash: [UInt8]

  package init(seq: Int64, hash: [UInt8]) {
    self.seq = seq
    self.hash = hash
  }
}

extension LedgerTail {
  /// The newest entry; of an empty ledger the one that the first will be chained to.
  static func newest(in sql: SQLConnection) throws(CallbookError) -> Self {
    try sql.first("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1") { row in
      Self(seq: row.integer(0), hash: row.blob(1))
    } ?? Self(seq: 0, hash: LedgerEntry.genesis)
  }
}

extension ReadTransaction {
  /// The newest entry that this transaction sees.
  package func ledgerTail() throws(CallbookError) -> LedgerTail { try LedgerTail.newest(in: sql) }
}
