package import CallbookModel

/// What one claim did.
package struct Claim: Sendable, Equatable {
  package var fired = 0
  package var merged = 0
  package var expired = 0
  /// Those that could not be processed; they are tried again later, or set aside.
  package var failed = 0
  /// Whether more is due already.
  package var isMore = false

  package init() {}
}

extension WriteTransaction {
  /// How long one claim may take: others wait for the writer meanwhile.
  static let claimMilliseconds: Int64 = 20
  /// From then on one that fires is marked late.
  static let lateMilliseconds: Int64 = 60_000

  /// Deals with what is due now, oldest first, until nothing is or its time is over.
  ///
  /// What is overdue of one subject, kind and audience fires once and names the others. Each subject
  /// is dealt with alone: what cannot be processed is tried again later, and holds up nobody.
  ///
  /// - Throws: only what is the store's own trouble, such as a full disk.
  package func claimDue() throws(CallbookError) -> Claim {
    var claim = Claim()
    var report = ClaimReport()
    try repairWatermark()
    let started = services.monotonicMilliseconds()
    while let subject = try nextDueSubject() {
      guard services.monotonicMilliseconds() - started < Self.claimMilliseconds else {
        claim.isMore = true
        break
      }
      try self.claim(subject, &claim, &report)
    }
    if claim != Claim() { try setWatermark() }
    afterCommit(.claimed(report, isMore: claim.isMore))
    return claim
  }

  private func nextDueSubject() throws(CallbookError) -> Subject? {
    try sql.first(
      """
      SELECT subject_kind, subject FROM reminder
      WHERE state = 'pending' AND coalesce(retry_at, due) <= ?
      ORDER BY coalesce(retry_at, due), id LIMIT 1
      """,
      { $0.bind(at) }, { Subject(kind: $0.text(0), number: $0.integer(1)) })
  }

  private func claim(
    _ subject: Subject, _ claim: inout Claim, _ report: inout ClaimReport
  ) throws(CallbookError) {
    var due = try dueReminders(of: subject)
    if due.contains(where: { $0.revision != planning.revision }) {
      // The rules changed since it was planned, and planning again has not come to it yet.
      guard
        try attempt(due, &claim, { () throws(CallbookError) in try self.reconcile(subject) })
      else { return }
      due = try dueReminders(of: subject)
    }
    for expired in due where expired.isUseless(at: at) {
      try expire(expired)
      claim.expired += 1
      report.add(expired, .expired, at: at)
    }
    let groups = Dictionary(grouping: due.filter { !$0.isUseless(at: at) }) { $0.reminder.group }
    for group in groups.values.sorted(by: { $0[0].id < $1[0].id }) {
      guard
        try attempt(group, &claim, { () throws(CallbookError) in try self.fire(group) })
      else { continue }
      claim.fired += 1
      claim.merged += group.count - 1
      report.add(group, at: at)
    }
  }

  private func dueReminders(of subject: Subject) throws(CallbookError) -> [PlannedReminder] {
    try pendingReminders(of: subject).filter { $0.wake <= at }
  }

  /// - Parameter group: of one kind and audience, the earliest first; the last one fires for all.
  private func fire(_ group: [PlannedReminder]) throws(CallbookError) {
    guard let last = group.last else { return }
    let reminder = last.reminder
    let others = group.dropLast()
    let lateness = at.millisecondsSince1970 - reminder.due.millisecondsSince1970
    let isLate = lateness > Self.lateMilliseconds
    let standIn = try standIn(for: reminder.audience)
    if let standIn { try hand(last, to: standIn) }
    try record(
      "reminder.fired", reminder.subject,
      [FieldChange("reminder", before: nil, after: last.id.description)]
        + (isLate ? [FieldChange("late", before: nil, after: "true")] : [])
        + (standIn != nil ? [FieldChange("stand_in", before: nil, after: "true")] : [])
        + others.map { FieldChange("merged", before: nil, after: $0.id.description) })
    try end(last, .fired, isLate: isLate)
    for other in others { try end(other, .merged, into: last.id) }
    schedule.lateness.append(lateness)
    let kind = try services.subjects.kind(of: reminder.subject)
    if let subject = try kind.load(reminder.subject.number, in: self) {
      let fired = FiredReminder(
        id: last.id, reminder: reminder, merged: Array(others), isLate: isLate)
      try subject.fired(fired, in: self)
    }
    // What comes after it may be planned only now.
    try reconcile(reminder.subject)
  }

  /// Who is reminded instead of somebody who is away: whoever does their work, or a manager where
  /// nobody does.
  ///
  /// - Returns: nil when they are there.
  private func standIn(
    for audience: Reminder.Audience
  ) throws(CallbookError) -> Reminder.Audience? {
    guard case .staff(let number) = audience else { return nil }
    let standIn = try self.standIn(for: number, at: at)
    guard standIn != number else { return nil }
    return standIn.map(Reminder.Audience.staff) ?? .role(.manager)
  }

  private func hand(
    _ known: PlannedReminder, to audience: Reminder.Audience
  ) throws(CallbookError) {
    try sql.execute("UPDATE reminder SET staff = ?, role = ? WHERE id = ?") { row in
      row.bind(audience)
      row.bind(known.id)
    }
  }

  private func expire(_ known: PlannedReminder) throws(CallbookError) {
    try record(
      "reminder.expired", known.reminder.subject,
      [FieldChange("reminder", before: nil, after: known.id.description)])
    try end(known, .expired, reason: .tooLate)
  }

  // MARK: What cannot be processed

  /// - Returns: whether it was done; else nothing of it was, and the reminders wait for another time.
  private func attempt(
    _ reminders: [PlannedReminder], _ claim: inout Claim, _ body: () throws(CallbookError) -> Void
  ) throws(CallbookError) -> Bool {
    do throws(CallbookError) {
      try alone(body)
      return true
    } catch {
      guard sql.isInTransaction, !error.isOfStore else { throw error }
      for reminder in reminders { try postpone(reminder, after: error) }
      claim.failed += reminders.count
      return false
    }
  }

  private func postpone(
    _ known: PlannedReminder, after error: CallbookError
  ) throws(CallbookError) {
    let retries = known.retries + 1
    guard let wait = ReminderBackOff.milliseconds(after: retries) else {
      try record(
        "reminder.failed", known.reminder.subject,
        [FieldChange("reminder", before: nil, after: known.id.description)])
      try end(known, .failed, reason: ReminderWord(error.reason))
      afterCommit(.reminderFailed(known.id, error.reason))
      return try setAside(known.reminder.subject)
    }
    let retryAt = at.advanced(byMilliseconds: wait)
    try sql.execute("UPDATE reminder SET retries = ?, retry_at = ? WHERE id = ?") { row in
      row.bind(Int64(retries))
      row.bind(retryAt)
      row.bind(known.id)
    }
    schedule.planned(retryAt)
    schedule.isNextUnknown = true
  }
}

extension WriteTransaction {
  /// Where not even that can be done, the ledger and the journal have said so.
  private func setAside(_ subject: Subject) throws(CallbookError) {
    let kind = try services.subjects.kind(of: subject)
    do throws(CallbookError) {
      try alone { () throws(CallbookError) in try kind.setAside(subject.number, in: self) }
    } catch {
      guard sql.isInTransaction, !error.isOfStore else { throw error }
    }
  }
}

/// How long to wait before what could not be processed is tried again.
enum ReminderBackOff {
  /// A minute, five, half an hour, three hours: then somebody has to look at it.
  private static let minutes: [Int64] = [1, 5, 30, 180]

  /// - Parameter failures: so far, 1 or more.
  /// - Returns: nil when it is not tried again.
  static func milliseconds(after failures: Int) -> Int64? {
    failures <= minutes.count ? minutes[failures - 1] * 60_000 : nil
  }
}

extension CallbookError {
  /// Whether everything would fail of it, not only what was tried.
  var isOfStore: Bool {
    [.diskFull, .storeFailing, .commitUnknown, .queueFull].contains(reason)
  }
}

extension PlannedReminder {
  fileprivate func isUseless(at now: Instant) -> Bool {
    reminder.usefulUntil.map { $0 <= now } ?? false
  }
}

extension Reminder {
  /// What fires as one when several are overdue.
  fileprivate struct Group: Hashable {
    let kind: ReminderKind
    let audience: Audience
  }

  fileprivate var group: Group { Group(kind: kind, audience: audience) }
}
