/// Which cycles hold for a contact.
package struct ReviewCycles: Sendable, Equatable {
  package let category: ContactCategory
  package let ownCycle: ReviewCycle?
  package let isEmergency: Bool

  package init(category: ContactCategory, ownCycle: ReviewCycle?, isEmergency: Bool) {
    self.category = category
    self.ownCycle = ownCycle
    self.isEmergency = isEmergency
  }

  /// The day of the next review and the rule that says so; nil when there is none. Its own cycle goes
  /// before any other; of those of its category and of whoever is called in an emergency, the one that
  /// comes round earlier.
  package func next(
    after anchor: CalendarDate, _ policy: Policy
  ) -> (day: CalendarDate, rule: String)? {
    if let ownCycle {
      return ownCycle.cycle.map { ($0.occurrence(1, from: anchor), "contact.review_cycle") }
    }
    let usual = policy.reviewCycle(of: category).map {
      (day: $0.occurrence(1, from: anchor), rule: "review.cycle.\(category.rawValue)")
    }
    guard isEmergency, let cycle = policy.reviewCycleEmergency else { return usual }
    let day = cycle.occurrence(1, from: anchor)
    if let usual, usual.day < day { return usual }
    return (day, "review.cycle.emergency")
  }
}
