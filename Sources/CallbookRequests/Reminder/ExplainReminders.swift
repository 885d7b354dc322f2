package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Tells what became of a reminder, or of all of a contact or other thing, and by which rule.
package struct ExplainReminders: ReadRequest {
  package static let method = "reminder.why"
  package static let summary =
    "Tells what became of a reminder, or of all of a contact or other thing, and by which rule."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("Of a contact", #"{"id":"c1"}"#)]

  @Parameter(.positional, "A reminder, or what it is about: r7, c12, v5.") package var id: Subject
  @Parameter("How many at most, the newest first.", in: 1...500) package var limit: Int = 20
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> ReminderStories {
    let found = try reminders(in: store)
    return ReminderStories(
      items: try found.suffix(limit).reversed().map { known throws(CallbookError) in
        ReminderStory(
          reminder: try ReminderLine(known, in: store), plannedAt: known.plannedAt,
          plannedAfter: try store.ledgerEntry(known.plannedSeq).map(LedgerLine.init),
          endedAfter: try known.end.flatMap { end throws(CallbookError) in
            try store.ledgerEntry(end.seq).map(LedgerLine.init)
          })
      })
  }

  private func reminders(in store: ReadTransaction) throws(CallbookError) -> [PlannedReminder] {
    switch id.kind {
    case Reminder.noun:
      guard let known = try store.reminder(ReminderID(id.number)) else {
        throw CallbookError(
          .notFound, "there is no reminder \(id)", hint: "callbook reminder list")
      }
      return [known]
    case Review.noun:
      // The one that opened it, and its own.
      let first = try store.reminder(of: ReviewID(id.number)).map { [$0] } ?? []
      return first + (try store.reminders(of: id))
    case Contact.noun:
      // One that was merged away has a story, too, but one that never was has none.
      _ = try store.contact(ContactID(id.number))
      return try store.reminders(of: id)
    default: return try store.reminders(of: id)
    }
  }
}

/// What became of some reminders, the newest first.
package struct ReminderStories: Codable, Sendable, Equatable {
  package let items: [ReminderStory]
}

/// What became of a reminder.
package struct ReminderStory: Codable, Sendable, Equatable {
  package let reminder: ReminderLine
  package let plannedAt: Instant
  /// The change after which it was planned as it is.
  package let plannedAfter: LedgerLine?
  /// The change with which it ended: its own entry where it fired.
  package let endedAfter: LedgerLine?

  private enum CodingKeys: String, CodingKey {
    case reminder
    case plannedAt = "planned_at"
    case plannedAfter = "planned_after"
    case endedAfter = "ended_after"
  }
}
