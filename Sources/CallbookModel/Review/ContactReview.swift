/// A contact as the reminder of its next review depends on it (DOMAIN R1).
package struct ContactReview: Sendable, Equatable {
  package let contact: ContactID
  package var category: ContactCategory
  package var status: ContactStatus
  /// The number of the member of staff who looks after it.
  package var owner: Int64?
  /// Its own cycle; nil when that of its category holds.
  package var ownCycle: ReviewCycle?
  /// Whether it stands on an emergency list.
  package var isEmergency: Bool
  package let createdAt: Instant
  /// The last day on which somebody was reached.
  package var verifiedOn: CalendarDate?
  /// When a review of it was answered last, whatever came of it.
  package var answeredAt: Instant?
  /// How many reviews of it have ended: each next one is another.
  package var endedReviews: Int64
  /// Whether a review of it waits already: the next one is planned when that has ended.
  package var isUnderReview: Bool

  package init(
    contact: ContactID, category: ContactCategory, status: ContactStatus, owner: Int64?,
    ownCycle: ReviewCycle? = nil, isEmergency: Bool = false, createdAt: Instant,
    verifiedOn: CalendarDate? = nil, answeredAt: Instant? = nil, endedReviews: Int64 = 0,
    isUnderReview: Bool = false
  ) {
    self.contact = contact
    self.category = category
    self.status = status
    self.owner = owner
    self.ownCycle = ownCycle
    self.isEmergency = isEmergency
    self.createdAt = createdAt
    self.verifiedOn = verifiedOn
    self.answeredAt = answeredAt
    self.endedReviews = endedReviews
    self.isUnderReview = isUnderReview
  }
}

extension ReminderKind {
  package static let reviewDue = Self("review.due")
}

extension ContactReview {
  /// When it is reviewed next, and why then.
  package struct Plan: Sendable, Equatable {
    /// The day from which the cycle counts.
    package let anchor: CalendarDate
    package let due: PlannedInstant
    package let rule: String
  }

  /// As if no review waited: the opening of the first working day not before the anchor and a cycle;
  /// nil for a contact that is not reviewed.
  package func plan(policy: Policy, calendar: WorkCalendar) -> Plan? {
    let anchor = anchor(calendar)
    let cycles = ReviewCycles(category: category, ownCycle: ownCycle, isEmergency: isEmergency)
    guard status != .blocked, let (day, rule) = cycles.next(after: anchor, policy) else {
      return nil
    }
    return Plan(anchor: anchor, due: calendar.opening(notBefore: day), rule: rule)
  }

  private func anchor(_ calendar: WorkCalendar) -> CalendarDate {
    let days = [verifiedOn, answeredAt.map { calendar.zone.local($0).date }].compactMap { $0 }
    return days.reduce(calendar.zone.local(createdAt).date) { max($0, $1) }
  }
}

extension ContactReview: Reminding {
  package func reminders(policy: Policy, calendar: WorkCalendar) -> [Reminder] {
    guard !isUnderReview, let plan = plan(policy: policy, calendar: calendar) else { return [] }
    return [
      Reminder(
        of: Subject(kind: Contact.noun, number: contact.number), .reviewDue,
        occurrence: plan.anchor.description + (endedReviews == 0 ? "" : "/\(endedReviews)"),
        due: plan.due.instant, for: owner.map { .staff($0) } ?? .role(.manager),
        isProvisional: plan.due.isProvisional, rule: plan.rule)
    ]
  }
}

extension WorkCalendar {
  /// When the shop opens on a day or next after it. A calendar that never opens puts nothing off for
  /// ever: then it is the day itself.
  func opening(notBefore day: CalendarDate) -> PlannedInstant {
    let start = instant(on: day, at: 0)
    do throws(CallbookError) {
      return try nextWorkingMinute(notBefore: start)
    } catch {
      return PlannedInstant(instant: start, isProvisional: true)
    }
  }

  /// When the shop opens on the n-th working day after an instant's.
  func opening(workingDays: Int, after instant: Instant) -> PlannedInstant {
    let day = zone.local(instant).date
    do throws(CallbookError) {
      let planned = try adding(workingDays: workingDays, to: day)
      let opening = opening(notBefore: planned.date)
      return PlannedInstant(
        instant: opening.instant,
        isProvisional: planned.isProvisional || opening.isProvisional)
    } catch {
      return opening(notBefore: day.advanced(byDays: Int64(workingDays)))
    }
  }
}
