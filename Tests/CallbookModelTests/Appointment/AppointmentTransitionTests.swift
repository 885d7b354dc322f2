import CallbookModel
import Testing

/// What may become of an appointment, and what is refused by name.
struct AppointmentTransitionTests {
  private static let allowed: [Appointment.Transition: Set<Appointment.State>] = [
    .confirm: [.booked], .complete: [.booked, .confirmed], .noShow: [.booked, .confirmed],
    .move: [.booked, .confirmed], .reassign: [.booked, .confirmed], .tell: [.booked, .confirmed],
    .cancel: [.booked, .confirmed], .reinstate: [.cancelled], .moveBack: [.booked],
  ]

  private func apply(
    _ transition: Appointment.Transition, to appointment: inout Appointment
  ) throws(CallbookError) {
    let before = TestAppointment.booked
    switch transition {
    case .confirm: try appointment.confirm()
    case .complete: try appointment.complete(at: TestAppointment.start)
    case .noShow: try appointment.noShow(by: .staff, at: TestAppointment.start)
    case .move:
      try appointment.move(
        to: TestAppointment.later, place: nil, assignee: "dan", override: nil, at: before)
    case .moveBack: try appointment.moveBack(to: TestAppointment.make().whereabouts, at: before)
    case .reassign: try appointment.reassign(to: "dan", at: before)
    case .tell: try appointment.tell(at: before)
    case .cancel: try appointment.cancel(TestAppointment.cancellation(), telling: nil)
    case .reinstate: try appointment.reinstate(at: before)
    }
  }

  @Test(arguments: Appointment.State.allCases)
  func `whatever is not listed is refused by name`(_ state: Appointment.State) throws {
    for transition in Appointment.Transition.allCases {
      let before = try TestAppointment.inState(state)
      var after = before
      do throws(CallbookError) {
        try apply(transition, to: &after)
        #expect(Self.allowed[transition]?.contains(state) == true, "\(state) \(transition)")
      } catch {
        #expect(Self.allowed[transition]?.contains(state) == false, "\(state) \(transition)")
        #expect(error.reason == .wrongState && error.message.contains(transition.rawValue))
        #expect(after == before, "a refusal changes nothing")
      }
    }
  }

  @Test func `nothing has an outcome before it begins`() throws {
    let early = TestAppointment.start.advanced(byMilliseconds: -1)
    var appointment = TestAppointment.make()
    #expect(throws: CallbookError.self) { try appointment.complete(at: early) }
    #expect(throws: CallbookError.self) { try appointment.noShow(by: .customer, at: early) }
    #expect(appointment == TestAppointment.make())
  }

  @Test func `moving keeps identity, asks for another confirmation and counts`() throws {
    var appointment = try TestAppointment.inState(.confirmed)
    let now = TestCallback.instant("2026-05-06T16:00:00+08:00")
    try appointment.move(
      to: TestAppointment.later, place: .example, assignee: "bob", override: "加急", at: now)
    #expect(appointment.id == AppointmentID(7) && appointment.state == .booked)
    #expect(appointment.span == TestAppointment.later && appointment.durationMinutes == 30)
    #expect(appointment.sequence == 1 && appointment.override == "加急")
    #expect(appointment.arrangedAt == now && appointment.assignedAt == TestAppointment.booked)
    try appointment.cancel(TestAppointment.cancellation(), telling: nil)
    try appointment.reinstate(at: now)
    #expect(appointment.sequence == 3 && appointment.cancellation == nil)
  }

  @Test func `moved back it is as it was, and a customer who was told is told again`() throws {
    var untold = try TestAppointment.inState(.confirmed)
    let before = untold
    let now = TestCallback.instant("2026-05-06T16:00:00+08:00")
    try untold.move(
      to: TestAppointment.later, place: .example, assignee: "bob", override: nil, at: now)
    untold.requireTelling(since: now)
    #expect(untold.tellAt == now)
    var told = untold
    try untold.moveBack(to: before.whereabouts, at: now)
    #expect(
      untold.state == .confirmed && untold.span == before.span && untold.durationMinutes == 60)
    #expect(untold.tellAt == nil && untold.toldAt == nil && untold.sequence == 2)
    try told.tell(at: now)
    let later = now.advanced(byMilliseconds: 1)
    try told.moveBack(to: before.whereabouts, at: later)
    #expect(told.state == .booked && told.span == before.span)
    #expect(told.tellAt == later && told.toldAt == nil)
  }

  @Test func `nothing is moved back to a time that is past`() throws {
    var appointment = TestAppointment.make()
    let start = TestAppointment.start
    #expect(throws: CallbookError.self) {
      try appointment.moveBack(to: TestAppointment.make().whereabouts, at: start)
    }
    #expect(appointment == TestAppointment.make())
  }

  @Test func `what is past is not brought back`() throws {
    var appointment = try TestAppointment.inState(.cancelled)
    #expect(throws: CallbookError.self) { try appointment.reinstate(at: TestAppointment.start) }
  }

  @Test func `whom it was given to keeps it when it is given to them again`() throws {
    var appointment = TestAppointment.make()
    try appointment.reassign(to: "bob", override: "x", at: TestAppointment.start)
    #expect(appointment == TestAppointment.make())
  }
}
