import CallbookModel
import CallbookTesting
import Synchronization

@testable import CallbookStore

/// A subject that tests make up: a row for each of its reminders, in a table of the tests' own.
struct TestSubject: StoredSubject {
  static let kind = "test"
  static let rule = "review.remind_again"

  let number: Int64
  let wanted: [Reminder]
  /// Whether its hook throws.
  let isPoisoned: Bool

  func reminders(policy: Policy, calendar: WorkCalendar) -> [Reminder] {
    // The policy moves them, so that tests can change it: hours later than the default says.
    let hours = Int64(policy.reviewRemindAgainDays - Policy().reviewRemindAgainDays)
    return wanted.map { reminder in
      Reminder(
        of: reminder.subject, reminder.kind, occurrence: reminder.occurrence,
        due: reminder.due.advanced(byMilliseconds: hours * 3_600_000),
        usefulUntil: reminder.usefulUntil, for: reminder.audience, rule: reminder.rule)
    }
  }

  static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> TestSubject? {
    let poison = try store.sql.first(
      "SELECT poison FROM test_subject WHERE id = ?", { $0.bind(number) }, { $0.integer(0) })
    guard let poison else { return nil }
    let wanted = try store.sql.all(
      """
      SELECT kind, occurrence, due, useful_until, role FROM test_reminder WHERE subject = ?
      ORDER BY rowid
      """,
      { $0.bind(number) },
      { row throws(CallbookError) in
        Reminder(
          of: Subject(kind: kind, number: number), ReminderKind(row.text(0)),
          occurrence: row.text(1), due: row.instant(2),
          usefulUntil: row.isNull(3) ? nil : row.instant(3), for: .role(try row.word(4)),
          rule: rule)
      })
    return TestSubject(number: number, wanted: wanted, isPoisoned: poison != 0)
  }

  static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      "SELECT id FROM test_subject WHERE id > ? ORDER BY id LIMIT ?",
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  func fired(_ fired: FiredReminder, in store: WriteTransaction) throws(CallbookError) {
    try store.sql.execute("INSERT INTO test_fired (reminder, subject, at) VALUES (?, ?, ?)") {
      $0.bind(fired.id)
      $0.bind(number)
      $0.bind(store.at)
    }
    guard !isPoisoned else { throw CallbookError(.internal, "the subject is poisoned") }
  }
}

/// One reminder of a test subject.
struct Wish {
  var kind = "test.due"
  var occurrence: String
  var due: Instant
  var usefulUntil: Instant?
  var role = Role.service

  init(
    _ occurrence: String, _ due: Instant, until usefulUntil: Instant? = nil,
    kind: String = "test.due", for role: Role = .service
  ) {
    self.occurrence = occurrence
    self.due = due
    self.usefulUntil = usefulUntil
    self.kind = kind
    self.role = role
  }
}

extension TestStore {
  /// A store that knows test subjects beside its own.
  static func withSubjects(
    in directory: TestDirectory? = nil, seed: UInt64 = 1
  ) throws -> TestStore {
    let store = try TestStore(
      in: directory, seed: seed,
      subjects: SubjectKinds(SubjectKinds.all.list + [TestSubject.self]))
    try store.change { store throws(CallbookError) in
      try store.sql.execute(
        "CREATE TABLE IF NOT EXISTS test_subject (id INTEGER PRIMARY KEY, poison INTEGER NOT NULL)")
      try store.sql.execute(
        """
        CREATE TABLE IF NOT EXISTS test_reminder (
          subject INTEGER, kind TEXT, occurrence TEXT, due INTEGER, useful_until INTEGER, role TEXT)
        """)
      try store.sql.execute(
        "CREATE INDEX IF NOT EXISTS test_reminder_subject ON test_reminder (subject)")
      try store.sql.execute(
        "CREATE TABLE IF NOT EXISTS test_fired (reminder INTEGER, subject INTEGER, at INTEGER)")
      return []
    }
    return store
  }

  /// Lets a subject have these reminders from now on.
  func set(
    _ subject: Int64, _ wishes: [Wish], isPoisoned: Bool = false
  ) throws(CallbookError) {
    try change { store throws(CallbookError) in
      try store.sql.execute("INSERT OR REPLACE INTO test_subject (id, poison) VALUES (?, ?)") {
        $0.bind(subject)
        $0.bind(isPoisoned)
      }
      try store.setWishes(subject, wishes)
      return []
    }
  }

  /// Lets a subject be gone.
  func remove(_ subject: Int64) throws(CallbookError) {
    try change { store throws(CallbookError) in
      try store.sql.execute("DELETE FROM test_subject WHERE id = ?") { $0.bind(subject) }
      try store.reconcile(Subject(kind: TestSubject.kind, number: subject))
      return []
    }
  }

  /// Lets the schedule deal with what is due, in one claim.
  @discardableResult
  func claim() throws(CallbookError) -> Claim {
    let claim = Mutex(Claim())
    try change { store throws(CallbookError) in
      let done = try store.claimDue()
      claim.withLock { $0 = done }
      return []
    }
    return claim.withLock { $0 }
  }

  /// Every reminder of a subject, oldest first.
  func reminders(_ subject: Int64) throws(CallbookError) -> [PlannedReminder] {
    try read { store throws(CallbookError) in
      try store.reminders(of: Subject(kind: TestSubject.kind, number: subject))
    }
  }

  /// As `fired`, `withdrawn`: the states of a subject's reminders, oldest first.
  func states(_ subject: Int64) throws(CallbookError) -> [PlannedReminder.State] {
    try reminders(subject).map(\.state)
  }

  func firings(of subject: Int64) throws(CallbookError) -> [ReminderID] {
    try read { store throws(CallbookError) in
      try store.sql.all(
        "SELECT reminder FROM test_fired WHERE subject = ? ORDER BY rowid", { $0.bind(subject) },
        { $0.identifier(0) })
    }
  }
}

extension WriteTransaction {
  func setWishes(_ subject: Int64, _ wishes: [Wish]) throws(CallbookError) {
    try sql.execute("DELETE FROM test_reminder WHERE subject = ?") { $0.bind(subject) }
    for wish in wishes {
      try sql.execute("INSERT INTO test_reminder VALUES (?, ?, ?, ?, ?, ?)") { row in
        row.bind(subject)
        row.bind(wish.kind)
        row.bind(wish.occurrence)
        row.bind(wish.due)
        row.bind(wish.usefulUntil)
        row.bind(wish.role)
      }
    }
    try reconcile(Subject(kind: TestSubject.kind, number: subject))
  }
}
