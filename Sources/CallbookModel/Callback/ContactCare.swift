/// A contact as its periodic care depends on it: a callback whenever nobody spoke with it for a cycle
/// (DOMAIN K1).
package struct ContactCare: Sendable, Equatable {
  package let contact: ContactID
  package let category: ContactCategory
  package let status: ContactStatus
  package let createdAt: Instant
  /// When the shop last spoke with it in a callback, or gave up one that was planned for its care.
  package let calledAt: Instant?
  /// How many callbacks for its care there were: each next one is another, also when the clock was set
  /// back and the one before ended on an earlier day.
  package let calls: Int64
  /// Whether a callback for its care is open: the next one is planned when that has ended.
  package let isBeingCalled: Bool

  package init(
    contact: ContactID, category: ContactCategory, status: ContactStatus, createdAt: Instant,
    calledAt: Instant?, calls: Int64, isBeingCalled: Bool
  ) {
    self.contact = contact
    self.category = category
    self.status = status
    self.createdAt = createdAt
    self.calledAt = calledAt
    self.calls = calls
    self.isBeingCalled = isBeingCalled
  }
}

extension ReminderKind {
  /// It is time to plan a callback for a contact's care.
  package static let careDue = Self("care.due")
}

extension ContactCare: Reminding {
  /// What the schedule calls it: beside the contact itself, whose reminders are its reviews.
  package static let subjectKind = "care"

  package func reminders(
    policy: Policy, calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder] {
    guard category == .merchant, let cycle = policy.callbackCareMerchant, status == .active,
      !isBeingCalled
    else { return [] }
    let anchor = calendar.zone.local(calledAt ?? createdAt).date
    let day = calendar.instant(on: cycle.occurrence(1, from: anchor), at: 0)
    let due = try calendar.nextWorkingMinute(notBefore: day)
    return [
      Reminder(
        of: Subject(kind: Self.subjectKind, number: contact.number), .careDue,
        occurrence: "\(anchor)/\(calls)", due: due.instant, for: .role(.service),
        isProvisional: due.isProvisional, rule: "callback.care.merchant")
    ]
  }
}
