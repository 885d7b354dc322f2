/// A contact as the reminder of its next review depends on it (DOMAIN R1).
package struct ContactReview: Sendable, Equatable {
  package let contact: ContactID
  package var category: ContactCategory
  package var status: ContactStatus
  /// The number of the member of staff who looks after it.
  package var owner: Int64?
  /// Whether it stands on an emergency list.
  package var isEmergency: Bool
  package let createdAt: Instant
  /// The last day on which somebody was reached.
  package var verifiedOn: CalendarDate?
  /// When a review of it was closed last, whatever came of it.
  package var reviewedAt: Instant?
  /// Whether a review of it waits already: the next one is planned when that is closed.
  package var isUnderReview: Bool

  package init(
    contact: ContactID, category: ContactCategory, status: ContactStatus, owner: Int64?,
    isEmergency: Bool = false, createdAt: Instant, verifiedOn: CalendarDate? = nil,
    reviewedAt: Instant? = nil, isUnderReview: Bool = false
  ) {
    self.contact = contact
    self.category = category
    self.status = status
    self.owner = owner
    self.isEmergency = isEmergency
    self.createdAt = createdAt
    self.verifiedOn = verifiedOn
    self.reviewedAt = reviewedAt
    self.isUnderReview = isUnderReview
  }
}

extension ReminderKind {
  package static let reviewDue = Self("review.due")
}

extension ContactReview: Reminding {
  /// One, at the opening of the first working day not before the anchor and a cycle.
  package func reminders(policy: Policy, calendar: WorkCalendar) -> [Reminder] {
    let (cycle, rule) = cycle(policy)
    guard let cycle, !isUnderReview, status != .blocked else { return [] }
    let anchor = anchor(calendar)
    let day = cycle.occurrence(1, from: anchor)
    let due = opening(notBefore: day, calendar)
    return [
      Reminder(
        of: Subject(kind: Contact.noun, number: contact.number), .reviewDue,
        occurrence: anchor.description, due: due.instant,
        for: owner.map { .staff($0) } ?? .role(.manager), isProvisional: due.isProvisional,
        rule: rule)
    ]
  }

  /// A calendar that never opens puts nothing off for ever: then it is the day itself.
  private func opening(
    notBefore day: CalendarDate, _ calendar: WorkCalendar
  ) -> PlannedInstant {
    let start = calendar.instant(on: day, at: 0)
    do throws(CallbookError) {
      return try calendar.nextWorkingMinute(notBefore: start)
    } catch {
      return PlannedInstant(instant: start, isProvisional: true)
    }
  }

  /// Whoever is called in an emergency is checked by that cycle.
  private func cycle(_ policy: Policy) -> (CalendarCycle?, rule: String) {
    if isEmergency, let cycle = policy.reviewCycleEmergency {
      return (cycle, "review.cycle.emergency")
    }
    return (policy.reviewCycle(of: category), "review.cycle.\(category.rawValue)")
  }

  /// The day from which the cycle counts.
  private func anchor(_ calendar: WorkCalendar) -> CalendarDate {
    let days = [verifiedOn, reviewedAt.map { calendar.zone.local($0).date }].compactMap { $0 }
    return days.reduce(calendar.zone.local(createdAt).date) { max($0, $1) }
  }
}
