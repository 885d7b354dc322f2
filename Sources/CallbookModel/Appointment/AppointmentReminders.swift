/// An appointment as its reminders depend on it.
package struct AppointmentReminders: Sendable, Equatable {
  package let appointment: AppointmentID
  package let state: Appointment.State
  package let start: Instant
  /// The number of the member of staff who is to be there.
  package let assignee: Int64?
  /// The number of whoever looks after the contact.
  package let owner: Int64?
  /// When its time was agreed last.
  package let arrangedAt: Instant
  /// When it was given to its assignee.
  package let assignedAt: Instant

  package init(
    appointment: AppointmentID, state: Appointment.State, start: Instant, assignee: Int64?,
    owner: Int64?, arrangedAt: Instant, assignedAt: Instant
  ) {
    self.appointment = appointment
    self.state = state
    self.start = start
    self.assignee = assignee
    self.owner = owner
    self.arrangedAt = arrangedAt
    self.assignedAt = assignedAt
  }
}

extension ReminderKind {
  /// It is soon: for whoever is to be there.
  package static let appointmentSoon = Self("appointment.soon")
  /// It is soon: the customer is to be told.
  package static let appointmentTell = Self("appointment.tell")
}

extension AppointmentReminders: Reminding {
  /// Of one that is to come, one for each lead time of the policy, to whoever is to be there and for
  /// the customer.
  ///
  /// A lead time that had passed when the time was agreed: whoever is to be there is told at once, by
  /// the shortest of them only; the customer, with whom it was agreed just then, is not.
  /// All of them are useful until the start.
  package func reminders(
    policy: Policy, calendar: WorkCalendar
  ) throws(CallbookError) -> [Reminder] {
    guard state.isActive else { return [] }
    return staffReminders(policy) + customerReminders(policy)
  }

  private func staffReminders(_ policy: Policy) -> [Reminder] {
    let known = max(arrangedAt, assignedAt)
    let leads = Self.distinct(policy.appointmentRemindAssignee)
    let past = leads.filter { due($0) < known }
    // Told once that it is near, not once for every lead time that passed.
    let atOnce = past.min().flatMap { known < start ? [($0, known)] : nil } ?? []
    let ahead = leads.filter { due($0) >= known }.map { ($0, due($0)) }
    return (atOnce + ahead).map { lead, due in
      reminder(
        .appointmentSoon, lead, due, for: assignee.map { .staff($0) } ?? .role(.manager),
        rule: "appointment.remind.assignee")
    }
  }

  private func customerReminders(_ policy: Policy) -> [Reminder] {
    let teller = (assignee ?? owner).map { Reminder.Audience.staff($0) } ?? .role(.service)
    return Self.distinct(policy.appointmentRemindCustomer).filter { due($0) >= arrangedAt }
      .map { lead in
        reminder(
          .appointmentTell, lead, due(lead), for: teller, rule: "appointment.remind.customer")
      }
  }

  /// The lead times at which the customer is not told because they had passed when the time was
  /// agreed.
  package func skipped(by policy: Policy) -> [Int] {
    Self.distinct(policy.appointmentRemindCustomer).filter { due($0) < arrangedAt }
  }

  private static func distinct(_ leads: [Int]?) -> [Int] {
    Array(Set(leads ?? [])).sorted(by: >)
  }

  private func due(_ leadMinutes: Int) -> Instant {
    start.advanced(byMilliseconds: -Int64(leadMinutes) * 60_000)
  }

  private func reminder(
    _ kind: ReminderKind, _ lead: Int, _ due: Instant, for audience: Reminder.Audience,
    rule: String
  ) -> Reminder {
    Reminder(
      of: Subject(kind: Appointment.noun, number: appointment.number), kind,
      occurrence: "\(lead) min before", due: due, usefulUntil: start, for: audience, rule: rule)
  }
}
