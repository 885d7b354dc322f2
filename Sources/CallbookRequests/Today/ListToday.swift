package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists what is due for somebody today, and before that what is overdue (DOMAIN R2, K2).
package struct ListToday: ReadRequest {
  package static let method = "today.list"
  package static let summary =
    "Lists what is due today, first what is overdue, each with what to type next."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("What is due for me", "{}"),
    RequestExample("What is due for everybody", #"{"all":true}"#),
  ]

  @Parameter(
    "Whose: a user name; your own, with those whom you stand in for, when it is left out.",
    in: 1...64) package var user: String?
  @Parameter("Everybody's: for managers, admins and auditors.") package var all: Bool = false
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Today {
    let now = environment.services.clock.now()
    let whose = try DueScope(self, environment.caller, in: store, at: now)
    let calendar = try store.workCalendar()
    let day = calendar.zone.local(now).date
    let start = calendar.instant(on: day, at: 0)
    var items: [TodayItem] = []
    var counts: [TodayCount] = []
    for kind in DueKind.all {
      let filter = DueFilter(
        before: calendar.instant(on: day, at: 24 * 60), now: now, staff: whose.staff,
        roles: whose.roles, decider: whose.decider,
        isUnassignedWanted: whose.wantsUnassigned(of: kind))
      let count = try store.countDue(kind.source, filter, dayStart: start)
      counts.append(
        TodayCount(kind: kind.name, overdue: count.overdue, today: count.total - count.overdue))
      items += try store.due(kind.source, filter, limit: limit).map {
        TodayItem($0, of: kind, now: now, dayStart: start)
      }
    }
    var waiting = ReminderFilter()
    waiting.audiences = whose.audiences
    let upcoming = try store.pendingReminders(waiting, after: nil, limit: 1).first
    return Today(
      at: now, users: whose.users, counts: counts,
      notices: try TodayNotice.all(
        TodayScene(
          store: store, environment: environment, calendar: calendar, whose: whose, now: now)),
      // Of the same moment in the order of the kinds.
      items: Array(items.sorted { $0.due < $1.due }.prefix(limit)),
      upcoming: try upcoming.map { known throws(CallbookError) in
        try ReminderLine(known, in: store)
      },
      head: environment.cursor(try store.ledgerTail().seq))
  }
}

/// What is due for somebody.
package struct Today: Codable, Sendable, Equatable {
  package let at: Instant
  /// Whose: a user name, and those whom they stand in for; missing for everybody's.
  package let users: [String]?
  package let counts: [TodayCount]
  /// What keeps the list from being right, or the shop from beginning.
  package let notices: [TodayNotice]
  /// The earliest due first, so that what is overdue is at the top.
  package let items: [TodayItem]
  /// The next reminder that waits; missing when none does.
  package let upcoming: ReminderLine?
  package let head: EventCursor
}

/// How many of a kind are due, whether or not they are listed.
package struct TodayCount: Codable, Sendable, Equatable {
  package let kind: String
  package let overdue: Int
  package let today: Int
}

/// Something that somebody has to do.
package struct TodayItem: Codable, Sendable, Equatable {
  package let id: String
  /// `review`
  package let kind: String
  /// Missing for what is of no one contact, such as a batch of forms.
  package let contact: ContactID?
  /// The contact's name.
  package let name: String?
  /// Whose it is; missing while it is nobody's.
  package let user: String?
  package let due: Instant
  /// Whether it was due before today.
  package let overdue: Bool
  /// How long it has been due; 0 while its time is still to come.
  package let lateSeconds: Int64
  /// By which kind of point the contact is best reached; missing where nobody is to be told anything.
  package let channel: ContactPoint.Kind?
  /// What to type next.
  package let command: String
  /// What to type instead, where it is to be decided.
  package let otherwise: String?

  private enum CodingKeys: String, CodingKey {
    case id, kind, contact, name, user, due, overdue
    case lateSeconds = "late_s"
    case channel, command, otherwise
  }

  init(_ thing: DueThing, of kind: DueKind, now: Instant, dayStart: Instant) {
    id = thing.id
    self.kind = kind.name
    contact = thing.contact
    name = thing.name
    user = thing.user
    due = thing.due
    overdue = thing.due < dayStart
    lateSeconds = max(0, now.millisecondsSince1970 - thing.due.millisecondsSince1970) / 1000
    channel = thing.channel
    command = kind.command(thing)
    otherwise = kind.otherwise(thing)
  }
}
