import CallbookModel
import Testing

/// Reminders of appointments are a pure function of it and the policy (EXPECTATIONS 1).
struct AppointmentRemindersTests {
  private func subject(
    _ state: Appointment.State = .booked, arranged: String = "2026-05-04T10:00:00+08:00",
    assigned: String? = nil, assignee: Int64? = 7, owner: Int64? = 8
  ) -> AppointmentReminders {
    AppointmentReminders(
      appointment: AppointmentID(3), state: state, start: TestAppointment.start,
      assignee: assignee, owner: owner, arrangedAt: TestCallback.instant(arranged),
      assignedAt: TestCallback.instant(assigned ?? arranged))
  }

  private func lines(
    _ subject: AppointmentReminders, _ change: (inout Policy) -> Void = { _ in }
  ) throws -> [String] {
    let rules = try TestCallback.rules(change)
    let reminders = try subject.reminders(policy: rules.policy, calendar: rules.calendar)
    #expect(reminders.allSatisfy { $0.usefulUntil == TestAppointment.start })
    return reminders.map { reminder in
      let time = rules.calendar.zone.local(reminder.due)
      return "\(reminder.kind.rawValue) \(reminder.occurrence) \(time)"
    }
  }

  @Test func `whoever is to be there and the customer hear of it at each lead time`() throws {
    let subject = subject()
    #expect(
      try lines(subject) == [
        "appointment.soon 1440 min before 2026-05-06 10:00",
        "appointment.soon 120 min before 2026-05-07 08:00",
        "appointment.tell 1440 min before 2026-05-06 10:00",
        "appointment.tell 120 min before 2026-05-07 08:00",
      ])
    #expect(subject.skipped(by: Policy()) == [])
  }

  @Test func `of lead times that had passed one fires at once, and the customer is not told`()
    throws
  {
    let between = subject(arranged: "2026-05-06T15:00:00+08:00")
    #expect(
      try lines(between) == [
        "appointment.soon 1440 min before 2026-05-06 15:00",
        "appointment.soon 120 min before 2026-05-07 08:00",
        "appointment.tell 120 min before 2026-05-07 08:00",
      ])
    #expect(between.skipped(by: Policy()) == [1440])
    let late = subject(arranged: "2026-05-07T09:30:00+08:00")
    #expect(try lines(late) == ["appointment.soon 120 min before 2026-05-07 09:30"])
    #expect(late.skipped(by: Policy()) == [1440, 120])
  }

  @Test func `who was given it late hears of it at once`() throws {
    let given = subject(assigned: "2026-05-07T09:00:00+08:00")
    #expect(
      try lines(given) == [
        "appointment.soon 120 min before 2026-05-07 09:00",
        "appointment.tell 1440 min before 2026-05-06 10:00",
        "appointment.tell 120 min before 2026-05-07 08:00",
      ])
  }

  @Test func `nobody hears of it at its start or later`() throws {
    let given = subject(assigned: "2026-05-07T10:00:00+08:00")
    #expect(try lines(given).allSatisfy { $0.hasPrefix("appointment.tell") })
  }

  @Test func `policy says when, in any order, or never`() throws {
    let some = try lines(subject()) { policy in
      policy.appointmentRemindAssignee = [30, 60, 30]
      policy.appointmentRemindCustomer = nil
    }
    #expect(
      some == [
        "appointment.soon 60 min before 2026-05-07 09:00",
        "appointment.soon 30 min before 2026-05-07 09:30",
      ])
  }

  @Test func `the customer is told by whoever is there, else the owner, else the service`() throws {
    let rules = try TestCallback.rules()
    for (assignee, owner, soon, tell) in [
      (7, 8, Reminder.Audience.staff(7), Reminder.Audience.staff(7)),
      (nil, 8, .role(.manager), .staff(8)), (nil, nil, .role(.manager), .role(.service)),
    ] as [(Int64?, Int64?, Reminder.Audience, Reminder.Audience)] {
      let reminders = try subject(assignee: assignee, owner: owner)
        .reminders(policy: rules.policy, calendar: rules.calendar)
      #expect(Set(reminders.map(\.audience)) == [soon, tell])
      #expect(reminders.first { $0.kind == .appointmentTell }?.audience == tell)
    }
  }

  @Test(arguments: [Appointment.State.completed, .noShow, .cancelled])
  func `what does not take place any more reminds nobody`(_ state: Appointment.State) throws {
    #expect(try lines(subject(state)) == [])
  }
}
