/// Something that has to happen once, as the second model has it.
struct PlainReminder: Hashable {
  var kind: String
  /// What it follows from: of one cause nothing happens twice at one time.
  var cause: String
  /// In milliseconds since 1970.
  var due: Int64
  /// `staff 3` or `role manager`.
  var audience: String
  var isProvisional = false
  /// From then on it is of no use.
  var usefulUntil: Int64?

  /// What the program shows of one that waits.
  var shown: String {
    "\(kind) \(due) for \(audience)\(isProvisional ? " provisional" : "")"
  }
}

/// What waits for one subject and what became of everything before.
struct PlainBook {
  struct End: Hashable {
    var reminder: PlainReminder
    /// `fired`, `merged` into one that was overdue, too, or `expired`.
    var word: String
    var at: Int64
    var isLate: Bool

    var shown: String {
      "\(reminder.kind) \(reminder.due) \(word) at \(at)\(isLate ? " late" : "")"
    }
  }

  private(set) var pending: [PlainReminder] = [] {
    didSet { next = pending.min { $0.due < $1.due }?.due }
  }
  private(set) var next: Int64?
  private(set) var ended: [End] = []
  /// Cause and time of everything that ended.
  private var done: Set<String> = []

  /// What ended stays ended; of all else only what is wanted waits.
  mutating func want(_ wanted: [PlainReminder]) {
    pending = wanted.filter { !done.contains(Self.key($0)) }
  }

  private static func key(_ reminder: PlainReminder) -> String {
    "\(reminder.kind) \(reminder.cause) \(reminder.due)"
  }

  /// Of one kind and audience all that is overdue happens as one.
  ///
  /// - Returns: those that fire now, in the order of their times.
  mutating func fire(at now: Int64) -> [PlainReminder] {
    for late in pending where late.due <= now && (late.usefulUntil ?? .max) <= now {
      done.insert(Self.key(late))
      ended.append(End(reminder: late, word: "expired", at: now, isLate: false))
    }
    let due = pending.filter { $0.due <= now && !done.contains(Self.key($0)) }
      .sorted { $0.due < $1.due }
    pending.removeAll { $0.due <= now }
    var fired: [PlainReminder] = []
    for (place, reminder) in due.enumerated() {
      let isLast = !due[(place + 1)...].contains {
        ($0.kind, $0.audience) == (reminder.kind, reminder.audience)
      }
      done.insert(Self.key(reminder))
      let isLate = isLast && now - reminder.due > 60_000
      ended.append(
        End(reminder: reminder, word: isLast ? "fired" : "merged", at: now, isLate: isLate))
      if isLast { fired.append(reminder) }
    }
    return fired
  }
}
