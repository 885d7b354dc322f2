import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// What has to hold after every step.
extension Simulation {
  /// Has both do what is due, and compares them.
  func settleAndCompare() throws -> [String] {
    counts.steps += 1
    try settle()
    var wrong: [String] = []
    try shop.read { store in
      wrong += try compareReminders(store)
      wrong += try BookingInvariants.violations(in: model, store)
      if counts.steps.isMultiple(of: 4) {
        for kind in SimulatedSubjects.all { wrong += try kind.violations(in: model, store) }
      }
      if counts.steps.isMultiple(of: 50) {
        let verdict = try store.verifyLedger()
        if !verdict.problems.isEmpty { wrong.append("the ledger: \(verdict.problems)") }
      }
    }
    if shop.figures.pending != model.waiting {
      wrong.append("\(shop.figures.pending) reminders wait, and should \(model.waiting)")
    }
    model.compared()
    return wrong
  }

  /// Has both do what is due now.
  func settle() throws {
    let due = model.isEverythingTouched ? [:] : model.times.filter { $0.value <= model.now }
    let rest = shop.runScheduler()
    let entries = try newEntries()
    model.settle(following: entries)
    try require(rest)
    guard !entries.isEmpty else { return }
    try shop.read { store in
      counts.fired += entries.count { $0.event == "reminder.fired" }
      try requireOrder(of: entries, due)
      for kind in SimulatedSubjects.all { try kind.learn(entries, &model, store) }
    }
  }

  private func newEntries() throws -> [LedgerEntry] {
    guard shop.head > seen else { return [] }
    let entries = try shop.read { store in try store.ledger(after: seen, limit: 10_000) }
    seen = entries.last?.seq ?? seen
    return entries
  }

  /// What was overdue is dealt with from the oldest on.
  private func requireOrder(of entries: [LedgerEntry], _ due: [Subject: Int64]) throws {
    var met: Set<Subject> = []
    var last = Int64.min
    for entry in entries where ["reminder.fired", "reminder.expired"].contains(entry.event) {
      guard let time = due[entry.subject], met.insert(entry.subject).inserted else { continue }
      guard time >= last else { throw Surprise("\(entry.subject) came after what was due later") }
      last = time
    }
  }

  /// The scheduler, done with what is due, sleeps until the next thing by the second model.
  func requireRest() throws { try require(shop.runScheduler()) }

  private func require(_ rest: SimulatedShop.Rest) throws {
    let next = model.next.map { Instant(millisecondsSince1970: $0) }
    guard rest == .until(next) else {
      throw Surprise(
        "the scheduler rests \(rest), and the next is due at \(next.map(\.description) ?? "no time")"
      )
    }
  }

  /// Everything that waits, and all that ended with when and how, of whatever may have changed.
  private func compareReminders(_ store: ReadTransaction) throws -> [String] {
    guard model.isEverythingTouched || counts.steps.isMultiple(of: 25) else {
      return try model.touched.flatMap { subject in
        compare(subject, try store.reminders(of: subject))
      }
    }
    let known = try store.reminders(where: "id > 0") { _ in }
    let bySubject = Dictionary(grouping: known) { $0.reminder.subject }
    return Set(bySubject.keys).union(model.books.keys).flatMap {
      compare($0, bySubject[$0] ?? [])
    }
  }

  private func compare(_ subject: Subject, _ known: [PlannedReminder]) -> [String] {
    let book = model.books[subject] ?? PlainBook()
    let waiting = known.filter { $0.state == .pending }.map(\.reminder.shown).sorted()
    let wanted = book.pending.map(\.shown).sorted()
    let ended = known.filter { ![.pending, .withdrawn].contains($0.state) }.map(\.shownEnd).sorted()
    let happened = book.ended.map(\.shown).sorted()
    var wrong: [String] = []
    if waiting != wanted { wrong.append("\(subject): \(waiting) wait, and should \(wanted)") }
    if ended != happened {
      wrong.append(
        "\(subject): \(difference(ended, happened)) ended, and should have \(difference(happened, ended))"
      )
    }
    return wrong
  }

  private func difference(_ one: [String], _ other: [String]) -> [String] {
    var rest = other
    return one.filter { text in
      guard let place = rest.firstIndex(of: text) else { return true }
      rest.remove(at: place)
      return false
    }
  }
}

extension Reminder {
  /// As ``PlainReminder/shown``.
  fileprivate var shown: String {
    let audience =
      switch audience {
      case .staff(let number): "staff \(number)"
      case .role(let role): "role \(role.rawValue)"
      }
    return "\(kind.rawValue) \(due.millisecondsSince1970) for \(audience)"
      + (isProvisional ? " provisional" : "")
  }
}

extension PlannedReminder {
  /// As ``PlainBook/End/shown``.
  fileprivate var shownEnd: String {
    "\(reminder.kind.rawValue) \(reminder.due.millisecondsSince1970) \(state.rawValue) at "
      + "\(end?.at.millisecondsSince1970 ?? 0)\(end?.isLate == true ? " late" : "")"
  }
}
