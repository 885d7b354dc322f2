import CallbookModel

extension WriteTransaction {
  /// What an approval of something is bound to.
  package func digest(of matter: String) -> String { hexText(Digest.sha256(Array(matter.utf8))) }

  /// Keeps what was asked or decided, in place of what was before. Whatever it is about records it.
  func write(_ approval: Approval, of subject: Subject) throws(CallbookError) {
    try sql.execute(
      """
      INSERT OR REPLACE INTO approval
        (kind, subject, requested_by, requested_at, digest, state, decided_by, decided_at, opinion,
          alone)
      VALUES (?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?, ?,
        (SELECT id FROM staff WHERE user = ?), ?, ?, ?)
      """
    ) { row in
      row.bind(subject.kind)
      row.bind(subject.number)
      row.bind(approval.requestedBy)
      row.bind(approval.requestedAt)
      row.bind(approval.digest)
      row.bind(approval.state)
      row.bind(approval.decision?.by)
      row.bind(approval.decision?.at)
      row.bind(approval.decision?.opinion)
      row.bind(approval.decision?.isAlone ?? false)
    }
  }
}

extension Approval {
  /// Every field as text, by the name under which the ledger knows it.
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("digest", digest), ("approval", state.rawValue), ("decided_by", decision?.by),
      ("opinion", decision?.opinion), ("alone", decision?.isAlone == true ? "true" : nil),
    ]
  }
}
