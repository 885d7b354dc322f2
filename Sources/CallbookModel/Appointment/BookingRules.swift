/// By what bookings are checked.
package struct BookingRules: Sendable {
  package let policy: Policy
  package let calendar: WorkCalendar

  package init(policy: Policy, calendar: WorkCalendar) {
    self.policy = policy
    self.calendar = calendar
  }
}
