package import CallbookModel

extension WriteTransaction {
  /// Makes what waits for a subject equal to what its planning function gives now: every operation
  /// that changes what reminders depend on ends in this, after it recorded itself.
  package func reconcile(_ subject: Subject) throws(CallbookError) {
    let stored = try services.subjects.kind(of: subject).load(subject.number, in: self)
    try reconcile(
      subject,
      to: stored?.reminders(policy: planning.policy, calendar: planning.calendar) ?? [],
      leaving: stored == nil ? .subjectGone : .notWanted)
  }

  /// - Parameter word: why what is not wanted any more is withdrawn.
  func reconcile(
    _ subject: Subject, to wanted: [Reminder], leaving word: ReminderWord
  ) throws(CallbookError) {
    var pending = try pendingReminders(of: subject)
    for reminder in wanted {
      let place = pending.firstIndex { $0.reminder.isSame(as: reminder) }
      if let place, pending[place].reminder.due == reminder.due {
        let known = pending.remove(at: place)
        if known.reminder != reminder { try move(known, to: reminder) }
        // What ended stays ended, also when its subject still names it.
      } else if try hasEnded(reminder) {
        continue
      } else if let place {
        try move(pending.remove(at: place), to: reminder)
      } else {
        try plan(reminder)
      }
    }
    for known in pending { try end(known, .withdrawn, reason: word) }
  }

  /// Plans a reminder that is not planned yet, such as a new subject's.
  func plan(_ reminder: Reminder) throws(CallbookError) {
    let id: ReminderID = ids.take()
    try sql.execute(
      """
      INSERT INTO reminder (id, subject_kind, subject, kind, occurrence, due, useful_until, staff,
        role, provisional, rule, revision, planned_at, planned_seq, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')
      """
    ) { row in
      row.bind(id)
      row.bind(reminder.subject)
      row.bind(reminder.kind)
      row.bind(reminder.occurrence)
      row.bind(reminder.due)
      row.bind(reminder.usefulUntil)
      row.bind(reminder.audience)
      row.bind(reminder.isProvisional)
      row.bind(reminder.rule)
      row.bind(planning.revision)
      row.bind(at)
      row.bind(tail.seq)
    }
    schedule.pending += 1
    schedule.planned(reminder.due)
  }

  private func move(
    _ known: PlannedReminder, to reminder: Reminder
  ) throws(CallbookError) {
    let isMoved = known.reminder.due != reminder.due
    try sql.execute(
      """
      UPDATE reminder SET due = ?, useful_until = ?, staff = ?, role = ?, provisional = ?, rule = ?,
        revision = ?, planned_at = ?, planned_seq = ?, retries = ?, retry_at = ?
      WHERE id = ?
      """
    ) { row in
      row.bind(reminder.due)
      row.bind(reminder.usefulUntil)
      row.bind(reminder.audience)
      row.bind(reminder.isProvisional)
      row.bind(reminder.rule)
      row.bind(planning.revision)
      row.bind(at)
      row.bind(tail.seq)
      row.bind(Int64(isMoved ? 0 : known.retries))
      row.bind(isMoved ? nil : known.retryAt)
      row.bind(known.id)
    }
    schedule.planned(isMoved ? reminder.due : known.wake)
    schedule.isNextUnknown = true
  }

  /// Ends a waiting reminder, once and for good.
  func end(
    _ known: PlannedReminder, _ state: PlannedReminder.State, isLate: Bool = false,
    into other: ReminderID? = nil, reason: ReminderWord? = nil
  ) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE reminder SET state = ?, ended_at = ?, ended_seq = ?, late = ?, merged_into = ?,
        reason = ?, retry_at = NULL
      WHERE id = ? AND state = 'pending'
      """
    ) { row in
      row.bind(state)
      row.bind(at)
      row.bind(tail.seq)
      row.bind(isLate)
      row.bind(other)
      row.bind(reason?.rawValue)
      row.bind(known.id)
    }
    schedule.pending -= 1
    schedule.isNextUnknown = true
  }

  private func hasEnded(_ reminder: Reminder) throws(CallbookError) -> Bool {
    try sql.first(
      """
      SELECT 1 FROM reminder
      WHERE subject_kind = ? AND subject = ? AND kind = ? AND occurrence = ? AND due = ?
        AND state <> 'withdrawn' AND state <> 'pending'
      """,
      { row in
        row.bind(reminder.subject)
        row.bind(reminder.kind)
        row.bind(reminder.occurrence)
        row.bind(reminder.due)
      }, { $0.boolean(0) }) ?? false
  }
}

extension Reminder {
  /// Whether it is the other one, perhaps at another time.
  func isSame(as other: Reminder) -> Bool {
    (kind, occurrence) == (other.kind, other.occurrence)
  }
}
