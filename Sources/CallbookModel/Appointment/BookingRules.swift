/// By what bookings are checked.
package struct BookingRules: Sendable {
  package let policy: Policy
  package let calendar: WorkCalendar

  package init(policy: Policy, calendar: WorkCalendar) {
    self.policy = policy
    self.calendar = calendar
  }
}

extension BookingRules {
  /// The earliest start that may be booked without a reason.
  package func earliest(at now: Instant) throws(CallbookError) -> Instant {
    try calendar.adding(workingMinutes: policy.appointmentLeadMinutes, to: now).instant
  }

  /// The first instant that is too far ahead.
  package func latest(at now: Instant) -> Instant {
    let today = calendar.zone.local(now).date
    return calendar.instant(
      on: today.advanced(byDays: Int64(policy.appointmentHorizonDays) + 1), at: 0)
  }
}
