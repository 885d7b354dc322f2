package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists reminders: those that wait, the next first, or those that ended, the newest first.
package struct ListReminders: ReadRequest {
  package static let method = "reminder.list"
  package static let summary =
    "Lists reminders: those that wait, the next first, or those that ended, the newest first."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let examples = [
    RequestExample("What waits of a contact", #"{"subject":"c1"}"#),
    RequestExample("My own that ended", #"{"mine":true,"ended":true,"limit":10}"#),
  ]

  @Parameter("Only of this contact or other thing.") package var subject: Subject?
  @Parameter("Only those that are for me or a role of mine.") package var mine: Bool = false
  @Parameter("Those that ended, instead of those that wait.") package var ended: Bool = false
  @Parameter("Go on behind this one: the `next` of the page before.")
  package var after: ReminderID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<ReminderLine> {
    var filter = ReminderFilter()
    filter.subject = subject
    if mine { filter.audiences = try store.audiences(of: environment.caller) }
    let found =
      ended
      ? try store.endedReminders(filter, before: after, limit: limit)
      : try store.pendingReminders(filter, after: after, limit: limit)
    return Page(
      items: try found.map { known throws(CallbookError) in try ReminderLine(known, in: store) },
      next: found.count == limit ? found.last?.id.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

extension ReadTransaction {
  /// Whatever reminders may name to reach the caller.
  func audiences(of caller: Caller) throws(CallbookError) -> [Reminder.Audience] {
    let number = try caller.user.flatMap { user throws(CallbookError) in try staffNumber(user) }
    return (number.map { [.staff($0)] } ?? []) + caller.roles.list.map { .role($0) }
  }
}
