import CallbookModel

/// An appointment of a made-up contact: 7 May 2026, 10 to 11 o'clock, booked the day before.
enum TestAppointment {
  static let booked = TestCallback.instant("2026-05-06T10:00:00+08:00")
  static let start = TestCallback.instant("2026-05-07T10:00:00+08:00")
  static let span = AppointmentSpan(from: start, minutes: 60)
  static let later = AppointmentSpan(
    from: TestCallback.instant("2026-05-08T15:00:00+08:00"), minutes: 30)

  static func make() -> Appointment {
    Appointment(
      id: AppointmentID(7), uuid: UniqueID(high: 0, low: 7), kind: .training,
      contact: ContactID(1), span: span, place: .example, assignee: "bob", bookedBy: "carol",
      createdAt: booked)
  }

  static func cancellation(at: Instant = booked) -> Appointment.Cancellation {
    Appointment.Cancellation(
      .customerRequest, party: .customer, by: "carol", channel: .phone, at: at,
      termsAcknowledged: true)
  }

  /// One in each state, by what leads there.
  static func inState(_ state: Appointment.State) throws -> Appointment {
    var appointment = make()
    switch state {
    case .booked: break
    case .confirmed: try appointment.confirm()
    case .completed: try appointment.complete(at: span.end)
    case .noShow: try appointment.noShow(by: .customer, at: span.end)
    case .cancelled: try appointment.cancel(cancellation(), telling: nil)
    }
    return appointment
  }
}
