import CallbookModel

@testable import CallbookStore

/// The shop as the second model has it: what people told the program, and what follows by the rules.
struct PlainShop {
  /// In milliseconds since 1970.
  var now: Int64
  var calendar = PlainCalendar()
  /// What was changed of the policy, and every default that matters.
  var policy = defaults
  var staff: [String: PlainStaff] = [:]
  var contacts: [Int64: PlainContact] = [:]
  var reviews: [Int64: PlainReview] = [:]
  var merges: [PlainMerge] = []
  var callbacks: [Int64: PlainCallback] = [:]
  var forms: [Int64: PlainForm] = [:]
  var batches: [Int64: PlainBatch] = [:]
  var places: [String: PlainPlace] = [:]
  var appointments: [Int64: PlainAppointment] = [:]
  var cancelRequests: [Int64: PlainCancelRequest] = [:]
  var bookingOffs: [Int64: PlainBookingOff] = [:]
  var series: [Int64: PlainSeries] = [:]
  /// How series were ended together with many of their visits.
  var seriesEnds: [Int64: (series: Int64, before: PlainDay?, until: PlainDay?)] = [:]
  /// The numbers of what the program booked for series meanwhile, in order.
  var booked: ArraySlice<Int64> = []
  /// The number of the last cancelling of many.
  var bulks: Int64 = 0
  /// When each was begun.
  var bulkTimes: [Int64: Int64] = [:]
  /// Counts what was decided about slots.
  var order = 0
  /// Whom the shop, 0, and each contact wants to be called in an emergency.
  var emergencyLists: [Int64: [Int64]] = [:]
  private(set) var books: [Subject: PlainBook] = [:]
  /// When the next thing of each is due for which anything waits.
  private(set) var times: [Subject: Int64] = [:]
  /// Whose reminders may have changed since they were compared last.
  private(set) var touched: Set<Subject> = []
  private(set) var isEverythingTouched = false

  static let defaults = [
    "review.cycle.merchant": "P3M", "review.cycle.installer": "P6M", "review.cycle.support": "P3M",
    "review.cycle.provider": "P3M", "review.cycle.staff": "none", "review.cycle.other": "none",
    "review.cycle.emergency": "P1M", "review.remind_again": "3", "review.escalate": "5",
    "callback.first_attempt": "240", "callback.back_off": "60 240 480", "callback.attempts": "5",
    "callback.escalate": "480", "callback.after.low_satisfaction": "240",
    "callback.after.follow_up": "480", "batch.acknowledge": "1", "batch.conclude": "5",
    "batch.escalate": "2", "booking.follow_up_escalate": "2",
    "callback.care.merchant": "none", "callback.after.appointment": "480",
    "appointment.lead_time": "60", "appointment.horizon": "90",
    "appointment.remind.assignee": "1440 120", "appointment.remind.customer": "1440 120",
    "appointment.cancel_notice": "24", "approval.remind_again": "1", "approval.expire": "10",
    "appointment.pending_cancel_holds": "yes", "approval.one_person": "no",
    "appointment.grid": "30", "series.defer": "7",
  ]

  func cycle(_ setting: String) -> String? { policy[setting].flatMap { $0 == "none" ? nil : $0 } }

  func number(_ setting: String) -> Int { policy[setting].flatMap { Int($0) } ?? 0 }

  var today: PlainDay { calendar.zone.day(now) }

  // MARK: What waits

  /// Something about it changed: what waits for it is what is wanted now.
  mutating func plan(_ kind: any SimulatedSubject.Type, _ number: Int64) {
    let subject = Subject(kind: kind.kind, number: number)
    books[subject, default: PlainBook()].want(kind.wanted(number, in: self))
    times[subject] = books[subject]?.next
    touched.insert(subject)
  }

  /// The rules changed.
  mutating func planEverything() {
    for kind in SimulatedSubjects.all {
      for number in kind.numbers(in: self) { plan(kind, number) }
    }
    isEverythingTouched = true
  }

  /// When the next thing is due.
  var next: Int64? { times.values.min() }

  var waiting: Int { books.values.reduce(0) { $0 + $1.pending.count } }

  /// Lets happen what is due until nothing is: what is due at once in the order of the program, which
  /// whoever compares looks at.
  mutating func settle(following entries: [LedgerEntry]) {
    learnBooked(entries)
    for entry in entries where ["reminder.fired", "reminder.expired"].contains(entry.event) {
      happen(entry.subject)
    }
    while let next, next <= now {
      for subject in times.filter({ $0.value <= now }).keys { happen(subject) }
    }
  }

  mutating func learnBooked(_ entries: [LedgerEntry]) {
    booked = entries.filter { $0.event == "appointment.booked" }.map(\.subject.number)[...]
  }

  private mutating func happen(_ subject: Subject) {
    guard let time = times[subject], time <= now,
      let kind = SimulatedSubjects.all.first(where: { $0.kind == subject.kind })
    else { return }
    for reminder in books[subject]?.fire(at: now) ?? [] {
      kind.fired(reminder, of: subject.number, in: &self)
    }
    plan(kind, subject.number)
  }

  /// Who is to call a contact: its owner, or whoever stands in for them now; else customer service.
  func caller(of contact: Int64) -> String {
    guard let owner = contacts[contact]?.owner else { return "carol" }
    guard let away = staff[owner]?.away, (away.from..<away.until).contains(now) else {
      return owner
    }
    return away.substitute
  }

  mutating func rename(_ kind: String, _ old: Int64, _ new: Int64) {
    let (before, after) = (Subject(kind: kind, number: old), Subject(kind: kind, number: new))
    touched.remove(before)
    touched.insert(after)
    books[after] = books.removeValue(forKey: before)
    times[after] = times.removeValue(forKey: before)
  }

  mutating func compared() {
    touched = []
    isEverythingTouched = false
  }
}

struct PlainStaff {
  let uid: UInt32
  /// Staff are counted as they were named, from 1.
  let number: Int64
  let roles: Set<String>
  /// When they were named with their roles.
  var since: Int64 = 0
  var isActive = true
  /// From when and until when, and who stands in.
  var away: (from: Int64, until: Int64, substitute: String)?
  /// When they have something else to do, by a calendar of theirs.
  var elsewhere: [Range<Int64>] = []
}
