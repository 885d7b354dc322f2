package import CallbookModel

extension ContactCare: StoredSubject {
  package static var kind: String { subjectKind }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> ContactCare? {
    try store.sql.first(
      """
      SELECT category, status, created_at,
        (SELECT max(ended_at) FROM callback k
          WHERE k.contact = c.id AND (state IN ('done', 'satisfied') OR occasion = 'care')),
        (SELECT count(*) FROM callback k WHERE k.contact = c.id AND occasion = 'care'),
        EXISTS (SELECT 1 FROM callback k
          WHERE k.contact = c.id AND occasion = 'care' AND next IS NOT NULL)
      FROM live_contact c WHERE id = ?
      """,
      { $0.bind(number) },
      { row throws(CallbookError) in
        ContactCare(
          contact: ContactID(number), category: try row.word(0), status: try row.word(1),
          createdAt: row.instant(2), calledAt: row.isNull(3) ? nil : row.instant(3),
          calls: row.integer(4), isBeingCalled: row.boolean(5))
      })
  }

  /// While policy plans no care, only those for whom something waits still.
  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    let isWanted = try store.policy().callbackCareMerchant != nil
    let statement = try store.sql.prepare(
      isWanted
        ? "SELECT id FROM live_contact WHERE id > ? AND category = 'merchant' ORDER BY id LIMIT ?"
        : """
        SELECT DISTINCT subject FROM reminder
        WHERE subject_kind = 'care' AND subject > ? AND state = 'pending' ORDER BY subject LIMIT ?
        """)
    return try store.sql.all(
      statement,
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// Plans the callback.
  package func fired(
    _ fired: FiredReminder, in store: WriteTransaction
  ) throws(CallbookError) {
    let event = CallbackEvent(
      .care, of: Self.subjectKind, contact.number, occurrence: fired.reminder.occurrence,
      contact: contact, at: fired.reminder.due)
    _ = try store.report(event, store.callbackRules)
  }
}

extension WriteTransaction {
  /// Ends what the care of a contact depends on. Nothing waits where policy plans none, so that most
  /// changes pay nothing.
  func planCare(of contact: ContactID) throws(CallbookError) {
    guard planning.policy.callbackCareMerchant != nil else { return }
    try reconcile(Subject(kind: ContactCare.subjectKind, number: contact.number))
  }
}
