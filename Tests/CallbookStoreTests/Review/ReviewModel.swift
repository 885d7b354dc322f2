import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// One contact that lives at random, and beside it the rules of reviews as plainly as they can be said.
struct ReviewModel {
  private static let day: Int64 = 86_400_000

  private var random: SplitMix64
  private let store: TestStore
  private let contact: ContactID
  private let calendar = WorkCalendar(
    zone: .utc, week: .usual, years: WorkYear.shipped, days: [:], revision: 1)
  private(set) var opened = 0

  // What the second model knows.
  private let added: CalendarDate
  private var reached: CalendarDate?
  private var answered: CalendarDate?
  private var category = ContactCategory.merchant
  private var own: ReviewCycle?
  private var isEmergency = false
  private var isBlocked = false
  private var open: Review.Cause?

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    store = try TestStore(seed: seed)
    contact = try store.add("A")
    added = TimeZoneRules.utc.local(store.clock.now()).date
  }

  private var today: CalendarDate { TimeZoneRules.utc.local(store.clock.now()).date }

  // MARK: The rules

  private var due: Instant? {
    if isBlocked { return nil }
    let from = [added, reached, answered].compactMap { $0 }.max() ?? added
    var days: [CalendarDate] = []
    if let own {
      days = [own.cycle?.occurrence(1, from: from)].compactMap { $0 }
    } else {
      let months = [ContactCategory.merchant: 3, .installer: 6, .support: 3, .provider: 3][category]
      if let months { days.append(later(from, months)) }
      if isEmergency { days.append(later(from, 1)) }
    }
    guard var day = days.min() else { return nil }
    while !calendar.isWorking(on: day) { day = day.advanced(byDays: 1) }
    return Instant(millisecondsSince1970: day.daysSince1970 * Self.day + 3_600_000)
  }

  private func later(_ day: CalendarDate, _ months: Int) -> CalendarDate {
    let month = day.month - 1 + months
    let (year, of) = (day.year + month / 12, month % 12 + 1)
    let last = CalendarDate.days(inMonth: of, of: year)
    return CalendarDate(year: year, month: of, day: min(day.day, last)) ?? day
  }

  private mutating func settle() {
    let isDue = due.map { $0 <= store.clock.now() } ?? false
    if open == .cycle, !isBlocked, !isDue { open = nil }
  }

  private mutating func fire() {
    if open == nil, let due, due <= store.clock.now() {
      open = .cycle
      opened += 1
    }
  }

  // MARK: What happens

  mutating func step() throws {
    switch random.below(12) {
    case 0..<4: store.clock.pass(milliseconds: Int64(random.below(60)) * Self.day)
    case 4..<6: try reach()
    case 6..<9: try answer()
    case 9: try edit()
    case 10: try list()
    default: try ask()
    }
    settle()
    while try store.claim().isMore {}
    fire()
  }

  private mutating func reach() throws {
    let day = today.advanced(byDays: -Int64(random.below(40)))
    let contact = contact
    try store.change { store throws(CallbookError) in
      try store.noteRealContact(contact, on: day, by: nil, how: .phone)
      return []
    }
    reached = max(reached ?? day, day)
  }

  private mutating func answer() throws {
    guard open != nil else { return }
    let outcome = ReviewOutcome.allCases[Int(random.below(6))]
    let (contact, day) = (contact, today)
    try store.change { store throws(CallbookError) in
      guard let old = try store.openReview(of: contact) else {
        throw CallbookError(.internal, "no review waits")
      }
      var new = old
      let how = outcome.isVerification ? VerificationMeans.visit : nil
      try new.answer(
        outcome, Review.End(at: store.at, reason: "x", how: how), hasChanges: outcome.isChange)
      try store.save(new, over: old, event: "review.answered")
      if let how { try store.noteRealContact(contact, on: day, by: nil, how: how) }
      return []
    }
    open = nil
    answered = day
    if outcome.isVerification { reached = day }
  }

  private mutating func edit() throws {
    category = ContactCategory.allCases[Int(random.below(6))]
    own = [nil, ReviewCycle("none"), ReviewCycle("P10D"), ReviewCycle("P1M")][Int(random.below(4))]
    isBlocked = random.below(4) == 0
    let (contact, category, own, isBlocked) = (contact, category, own, isBlocked)
    try store.change { store throws(CallbookError) in
      let old = try store.contact(contact, withRemoved: true)
      var new = old
      new.category = category
      new.reviewCycle = own
      new.status = isBlocked ? .blocked : .active
      _ = try store.save(new, over: old, event: "contact.edited")
      return []
    }
  }

  private mutating func list() throws {
    isEmergency.toggle()
    let entry = EmergencyContact(place: 1, name: nil, phone: nil, relation: nil, contact: contact)
    let list = isEmergency ? [entry] : []
    try store.change { store throws(CallbookError) in
      try store.setEmergencyList(of: .shop, to: list)
      return []
    }
  }

  private mutating func ask() throws {
    let cause: Review.Cause = random.below(2) == 0 ? .hand : .wrongNumber
    let contact = contact
    try store.change { store throws(CallbookError) in
      _ = try store.openReview(of: contact, because: cause, by: nil)
      return []
    }
    if open != .wrongNumber { open = cause }
  }

  // MARK: Comparing

  private func name(_ cause: Review.Cause?) -> String { cause?.rawValue ?? "none" }

  func differences() throws -> [String] {
    let (review, next, reminders) = try store.read { store throws(CallbookError) in
      (
        try store.openReview(of: contact), try store.nextReviewDue(of: contact),
        try store.openReview(of: contact).map { review throws(CallbookError) in
          try store.pendingReminders(of: .review(review.id)).count
        }
      )
    }
    var found: [String] = []
    if review?.cause != open {
      found.append("open is \(name(review?.cause)), not \(name(open))")
    }
    let wanted = open == nil ? due : nil
    if next != wanted {
      found.append("next is \(next?.description ?? "never"), not \(wanted?.description ?? "never")")
    }
    if isBlocked, reminders ?? 0 > 0 { found.append("a blocked contact's review is not silent") }
    return found
  }
}
