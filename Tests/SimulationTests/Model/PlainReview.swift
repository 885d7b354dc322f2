/// A review as the rules look at it.
struct PlainReview: Equatable {
  var contact: Int64
  /// `cycle`, `hand` or `wrong_number`.
  var cause: String
  var due: Int64
  let openedAt: Int64
  var state = "open"
  var endedAt: Int64?

  var isOpen: Bool { state == "open" }

  fileprivate static let strength = ["cycle", "hand", "wrong_number"]

  func isWeaker(than cause: String) -> Bool {
    (Self.strength.firstIndex(of: self.cause) ?? 0) < (Self.strength.firstIndex(of: cause) ?? 0)
  }
}

extension PlainShop {
  func openReview(of contact: Int64) -> Int64? { contacts[contact]?.openReview }

  var openReviews: [(Int64, PlainReview)] {
    reviews.filter(\.value.isOpen).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: When it is due

  /// As if no review waited: a cycle after the last day on which somebody was reached or a review
  /// answered, in the morning of the first day on which the shop works.
  func nextReview(of number: Int64) -> (from: PlainDay, due: PlainCalendar.Planned)? {
    guard let contact = contacts[number], contact.isLive, contact.status != "blocked" else {
      return nil
    }
    let answered = reviews.values.filter { $0.contact == number && $0.state == "answered" }
      .compactMap(\.endedAt).max()
    let days = [contact.createdAt, answered].compactMap { $0 }.map { calendar.zone.day($0) }
    let from = (days + [contact.verifiedOn, contact.reached?.on].compactMap { $0 }).max()
    guard let from else { return nil }
    var cycles = [contact.ownCycle]
    if contact.ownCycle == nil {
      let isEmergency = emergencyLists.values.contains { $0.contains(number) }
      cycles = [
        cycle("review.cycle.\(contact.category)"),
        isEmergency ? cycle("review.cycle.emergency") : nil,
      ]
    }
    let ends = cycles.compactMap { $0 }.filter { $0 != "none" }.map { from.plus(cycle: $0) }
    return ends.min().map { (from, calendar.opening(notBefore: $0)) }
  }

  // MARK: Changes

  mutating func open(_ review: PlainReview, _ number: Int64) {
    contacts[review.contact]?.openReview = number
    change(number, to: review)
  }

  mutating func change(_ number: Int64, to review: PlainReview) {
    reviews[number] = review
    if !review.isOpen, contacts[review.contact]?.openReview == number {
      contacts[review.contact]?.openReview = nil
    }
    plan(SimulatedReviews.self, number)
    plan(SimulatedContacts.self, review.contact)
  }

  mutating func end(_ number: Int64, as state: String) {
    guard var review = reviews[number] else { return }
    review.state = state
    review.endedAt = now
    change(number, to: review)
  }

  /// Somebody asks for it: what waits already becomes that.
  mutating func askForReview(of contact: Int64, _ cause: String, opened number: Int64?) {
    if let open = openReview(of: contact), var review = reviews[open] {
      if review.isWeaker(than: cause) { review.cause = cause }
      review.due = min(review.due, now)
      change(open, to: review)
    } else if let number {
      open(PlainReview(contact: contact, cause: cause, due: now, openedAt: now), number)
    }
  }

  /// What only its cycle asked for does not wait on when it is not due any more.
  mutating func contactChanged(_ contact: Int64, as state: String = "withdrawn") {
    if let open = openReview(of: contact), reviews[open]?.cause == "cycle",
      contacts[contact]?.status != "blocked",
      (nextReview(of: contact)?.due.at ?? .max) > now
    {
      end(open, as: state)
    }
    planContact(contact)
  }

  /// Somebody was reached, whatever for.
  mutating func reached(
    _ contact: Int64, on day: PlainDay, by user: String, how: String, at point: Int64? = nil
  ) {
    let reached = PlainContact.Reached(on: day, by: user, how: how)
    let known = contacts[contact]?.reached
    if known.map({ $0.on <= day && $0 != reached }) ?? true {
      contacts[contact]?.reached = reached
      contactChanged(contact, as: "satisfied")
    }
    guard let point, let before = contacts[contact]?.points[point] else { return }
    if before.verifiedOn.map({ $0 <= day }) ?? true { verify(point, of: contact, on: day) }
  }

  mutating func verify(_ point: Int64, of contact: Int64, on day: PlainDay?) {
    let before = contacts[contact]?.verifiedOn
    contacts[contact]?.points[point]?.verifiedOn = day
    if contacts[contact]?.verifiedOn != before { contactChanged(contact, as: "satisfied") }
  }

  /// What was known by its contact only has a number now.
  mutating func name(reviewOf contact: Int64, _ number: Int64) {
    guard let review = reviews.removeValue(forKey: -contact) else { return }
    reviews[number] = review
    contacts[contact]?.openReview = number
    rename(SimulatedReviews.kind, -contact, number)
  }
}
