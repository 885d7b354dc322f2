import CallbookModel

extension PlannedReminder {
  /// The columns that ``init(_:)`` reads.
  static let columns = """
    id, subject_kind, subject, kind, occurrence, due, useful_until, staff, role, provisional, rule, \
    revision, planned_at, planned_seq, retries, retry_at, state, ended_at, ended_seq, late, \
    merged_into, reason
    """

  init(_ row: SQLStatement) throws(CallbookError) {
    let audience: Reminder.Audience
    if let number = row.integerOrNil(7) {
      audience = .staff(number)
    } else {
      audience = .role(try row.word(8))
    }
    self.init(
      id: row.identifier(0),
      reminder: Reminder(
        of: Subject(kind: row.text(1), number: row.integer(2)), ReminderKind(row.text(3)),
        occurrence: row.text(4), due: row.instant(5),
        usefulUntil: row.isNull(6) ? nil : row.instant(6), for: audience,
        isProvisional: row.boolean(9), rule: row.text(10)),
      revision: row.integer(11), plannedAt: row.instant(12), plannedSeq: row.integer(13),
      retries: Int(row.integer(14)), retryAt: row.isNull(15) ? nil : row.instant(15),
      end: try Self.end(row))
  }

  private static func end(_ row: SQLStatement) throws(CallbookError) -> End? {
    guard !row.isNull(17) else { return nil }
    return End(
      try row.word(16), at: row.instant(17), seq: row.integer(18), isLate: row.boolean(19),
      into: row.identifierOrNil(20), reason: row.textOrNil(21))
  }
}

extension SQLStatement {
  /// Binds the number of the staff member and the role: one of them is null.
  func bind(_ audience: Reminder.Audience) {
    switch audience {
    case .staff(let number):
      bind(number)
      bindNull()
    case .role(let role):
      bindNull()
      bind(role)
    }
  }
}
