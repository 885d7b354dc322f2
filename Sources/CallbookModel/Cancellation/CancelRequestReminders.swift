/// A request to cancel as its reminders depend on it.
package struct CancelRequestReminders: Sendable, Equatable {
  package let request: CancelRequest
  /// The number of the member of staff who asked.
  package let requester: Int64?

  package init(of request: CancelRequest, requester: Int64?) {
    self.request = request
    self.requester = requester
  }
}

extension ReminderKind {
  /// Somebody asks for an appointment to be cancelled, and a manager has to decide.
  package static let cancellationRequested = Self("cancellation.requested")
  /// Nobody decided.
  package static let cancellationExpired = Self("cancellation.expired")
}

extension CancelRequestReminders: Reminding {
  package func reminders(policy: Policy, calendar: WorkCalendar) -> [Reminder] {
    guard request.approval.state == .pending else { return [] }
    return WaitingApproval(
      Subject(request.id), requested: .cancellationRequested, expired: .cancellationExpired,
      requestedAt: request.approval.requestedAt, requester: requester,
      expiry: request.expiry(policy, calendar)
    ).reminders(policy: policy, calendar: calendar)
  }
}
