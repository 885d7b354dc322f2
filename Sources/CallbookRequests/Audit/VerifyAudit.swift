package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Checks that no entry of the ledger was altered, removed or reordered (DOMAIN X1).
package struct VerifyAudit: ReadRequest {
  package static let method = "audit.verify"
  package static let summary =
    "Checks that no entry of the ledger was altered, removed or reordered."
  package static let permission = Permission.roles([.auditor, .manager, .admin], caretaker: true)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = []
  package static let examples = [RequestExample("All of it", "{}")]

  @Parameter("A head that is known from elsewhere, as SEQ:HASH; once for each.", in: 0...1000)
  package var head: [String]
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> VerifiedAudit {
    let verdict = try store.verifyLedger(heads: knownHeads())
    return VerifiedAudit(
      intact: verdict.problems.isEmpty, checked: verdict.checked,
      head: KnownHead(verdict.tail).head,
      problems: verdict.problems.map { AuditProblem(seq: $0.seq, kind: $0.kind.rawValue) })
  }

  private func knownHeads() throws(CallbookError) -> [LedgerTail] {
    try head.enumerated().map { place, text throws(CallbookError) in
      let parts = text.split(separator: ":")
      guard parts.count == 2, let seq = Int64(parts[0]), seq > 0,
        let hash = bytes(ofHexText: parts[1]), hash.count == 32
      else {
        throw CallbookError(
          .invalidParams, "a head is not readable", hint: "callbook audit head",
          violations: [Violation("/head/\(place)", "is no head; one looks like 4711:5f3c…")])
      }
      return LedgerTail(seq: seq, hash: hash)
    }
  }
}

/// What checking the ledger found.
package struct VerifiedAudit: Codable, Sendable, Equatable {
  package let intact: Bool
  /// How many entries were looked at.
  package let checked: Int64
  /// The newest entry, as SEQ:HASH.
  package let head: String
  /// The first hundred.
  package let problems: [AuditProblem]
}

/// One thing that is wrong with the ledger.
package struct AuditProblem: Codable, Sendable, Equatable {
  package let seq: Int64
  /// altered, gap, detail_altered, detail_missing, cut_off or other_head.
  package let kind: String
}
