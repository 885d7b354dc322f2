package import CallbookModel

extension ReadTransaction {
  /// What was decided about a thing that somebody asked for; nil for one that nobody did.
  func approval(of subject: Subject) throws(CallbookError) -> Approval? {
    try sql.first(
      """
      SELECT r.user, a.requested_at, a.digest, a.state, d.user, a.decided_at, a.opinion, a.alone
      FROM approval a
        LEFT JOIN staff r ON r.id = a.requested_by
        LEFT JOIN staff d ON d.id = a.decided_by
      WHERE a.kind = ? AND a.subject = ?
      """,
      { row in
        row.bind(subject.kind)
        row.bind(subject.number)
      },
      { row throws(CallbookError) in
        Approval(
          requestedBy: row.textOrNil(0), requestedAt: row.instant(1), digest: row.text(2),
          state: try row.word(3),
          decision: row.isNull(5)
            ? nil
            : Approval.Decision(
              by: row.textOrNil(4), at: row.instant(5), opinion: row.textOrNil(6),
              isAlone: row.boolean(7)))
      })
  }

  /// Somebody as a reviewer: whether they are a manager now, and as far as the ledger still tells, since
  /// when and by whose hand.
  ///
  /// What cannot be known: who stood behind root, which has no name; and a change whose details were
  /// erased.
  package func reviewer(_ user: String?) throws(CallbookError) -> Reviewer {
    guard let user, let member = try staff(user: user), let number = try staffNumber(user) else {
      return Reviewer(user: user, isManager: false, grant: nil)
    }
    return Reviewer(user: user, isManager: member.isManager, grant: try managerGrant(of: number))
  }

  /// The newest change by which somebody who could not decide as a manager could from then on.
  private func managerGrant(of staff: Int64) throws(CallbookError) -> Reviewer.Grant? {
    var before = Int64.max
    while true {
      let entries = try history(of: .staff(staff), before: before, limit: 50)
      for entry in entries {
        guard let changes = try changes(of: entry.seq), changes.makeManager else { continue }
        return Reviewer.Grant(at: entry.at, by: entry.actor.user)
      }
      guard let last = entries.last, entries.count == 50 else { return nil }
      before = last.seq
    }
  }
}

extension [FieldChange] {
  /// Whether they give the role, or take a leaver back who may have had it.
  fileprivate var makeManager: Bool {
    contains { change in
      switch change.field {
      case "roles": change.after.hasManager && !change.before.hasManager
      case "state":
        change.before == StaffMember.State.closed.rawValue
          && change.after == StaffMember.State.active.rawValue
      default: false
      }
    }
  }
}

extension String? {
  fileprivate var hasManager: Bool {
    self?.split(separator: " ").contains { $0 == Role.manager.rawValue } ?? false
  }
}
