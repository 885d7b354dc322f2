/// A switching-off of booking as its reminders depend on it.
package struct BookingOffReminders: Sendable, Equatable {
  package let off: BookingOff
  /// The number of the member of staff who asked for it.
  package let requester: Int64?

  package init(of off: BookingOff, requester: Int64?) {
    self.off = off
    self.requester = requester
  }
}

extension ReminderKind {
  /// Somebody asks for booking to be switched off, and a manager has to decide.
  package static let bookingRequested = Self("booking.requested")
  /// Nobody decided.
  package static let bookingExpired = Self("booking.expired")
  package static let bookingOff = Self("booking.off")
  package static let bookingOn = Self("booking.on")
  /// What was to be done meanwhile is to be looked at.
  package static let bookingFollowUp = Self("booking.follow_up")
  /// Nobody has said what came of it.
  package static let bookingFollowUpOverdue = Self("booking.follow_up_overdue")
}

extension BookingOffReminders: Reminding {
  /// Managers hear of a request, and hear of it again until it expires; whoever asked for it, of when
  /// booking goes off, when to follow up, and when it is on again. A follow-up that is not answered
  /// comes to managers.
  package func reminders(
    policy: Policy, calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder] {
    switch off.approval.state {
    case .pending:
      WaitingApproval(
        Subject(off.id), requested: .bookingRequested, expired: .bookingExpired,
        requestedAt: off.approval.requestedAt, requester: requester,
        expiry: off.expiry(policy, calendar)
      ).reminders(policy: policy, calendar: calendar)
    case .approved: try decided(policy, calendar)
    case .rejected, .withdrawn, .expired: []
    }
  }

  private func decided(
    _ policy: Policy, _ calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder] {
    var reminders: [Reminder] = []
    let begin = max(off.from, off.approval.decision?.at ?? off.from)
    // What was switched on again before it began never was off.
    if off.end.map({ $0.at > begin }) ?? true {
      reminders.append(
        reminder(
          .bookingOff, PlannedInstant(instant: begin, isProvisional: false), "",
          for: requesterOrManager, rule: "booking.off"))
    }
    guard off.end == nil else { return reminders }
    if off.followedUp == nil { reminders += try followingUp(policy, calendar) }
    if let until = off.until {
      reminders.append(
        reminder(
          .bookingOn, PlannedInstant(instant: until, isProvisional: false), "",
          for: requesterOrManager, rule: "booking.off"))
    }
    return reminders
  }

  private func followingUp(
    _ policy: Policy, _ calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder] {
    let day = calendar.instant(on: off.followUpOn, at: 0)
    let told = try calendar.nextWorkingMinute(notBefore: day)
    let overdue = calendar.opening(
      workingDays: policy.bookingFollowUpEscalateDays, after: told.instant)
    return [
      reminder(.bookingFollowUp, told, "", for: requesterOrManager, rule: "booking.follow_up"),
      reminder(
        .bookingFollowUpOverdue, overdue, "", for: .role(.manager),
        rule: "booking.follow_up_escalate"),
    ]
  }

  private var requesterOrManager: Reminder.Audience {
    requester.map { .staff($0) } ?? .role(.manager)
  }

  /// - Parameter round: which of its kind, of what was asked then.
  private func reminder(
    _ kind: ReminderKind, _ due: PlannedInstant, _ round: String,
    for audience: Reminder.Audience, rule: String
  ) -> Reminder {
    Reminder(
      of: Subject(off.id), kind,
      occurrence: "\(off.approval.requestedAt.millisecondsSince1970) \(round)",
      due: due.instant, for: audience, isProvisional: due.isProvisional, rule: rule)
  }
}

extension BookingOff {
  /// When nobody can decide about it any more: never after it would be over.
  package func expiry(_ policy: Policy, _ calendar: WorkCalendar) -> PlannedInstant {
    approval.expiry(policy, calendar, atLatest: until)
  }
}
