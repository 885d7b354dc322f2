import CallbookModel

@testable import CallbookStore

/// The same shop with its appointments. Its day is Sunday 22 November 2026, 09:30.
extension CallbackShop {
  static let hour: Int64 = 3_600_000

  /// - Parameter hours: from the beginning of the test's time.
  static func inHours(_ hours: Double, minutes: Int = 60) -> AppointmentSpan {
    let start = TestServices.start.advanced(byMilliseconds: Int64(hours * Double(hour)))
    return AppointmentSpan(from: start, minutes: minutes)
  }

  @discardableResult
  func book(
    _ span: AppointmentSpan, of contact: Int64 = 1, assignee: String? = "bob",
    place: PlaceName? = nil
  ) throws(CallbookError) -> AppointmentID {
    let id = try value { store throws(CallbookError) in
      let appointment = Appointment(
        id: store.nextAppointmentID(), uuid: store.newUniqueID(), kind: .visit,
        contact: ContactID(contact), span: span, place: place, assignee: assignee,
        terminal: "SN-4", note: "带合同", bookedBy: nil, createdAt: store.at)
      try store.insert(appointment)
      return appointment.id
    }
    return id ?? AppointmentID(0)
  }

  func change(
    _ id: AppointmentID, _ event: String,
    _ body: @escaping @Sendable (inout Appointment, Instant) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    try change { store throws(CallbookError) in
      let old = try store.appointment(id)
      var new = old
      try body(&new, store.at)
      _ = try store.save(new, over: old, event: event)
    }
  }

  func move(_ id: AppointmentID, to span: AppointmentSpan) throws(CallbookError) {
    try change(id, "appointment.moved") { appointment, now throws(CallbookError) in
      try appointment.move(
        to: span, place: appointment.place, assignee: appointment.assignee, override: nil, at: now)
    }
  }

  func cancel(_ id: AppointmentID) throws(CallbookError) {
    try change(id, "appointment.cancelled") { appointment, now throws(CallbookError) in
      try appointment.cancel(
        Appointment.Cancellation(
          .customerRequest, text: "下周再约", party: .customer, by: "carol", channel: .phone,
          at: now, termsAcknowledged: true), telling: nil)
    }
  }

  func appointment(_ id: AppointmentID) throws(CallbookError) -> Appointment {
    try store.read { store throws(CallbookError) in try store.appointment(id) }
  }

  /// `soon 120 fired`: what became of the reminders, oldest first.
  func reminders(_ id: AppointmentID) throws(CallbookError) -> [String] {
    let all = try store.read { store throws(CallbookError) in
      try store.reminders(of: .appointment(id))
    }
    return all.map { known in
      let kind = known.reminder.kind.rawValue.dropFirst("appointment.".count)
      let lead = known.reminder.occurrence.prefix { $0 != " " }
      return "\(kind) \(lead) \(known.state.rawValue)"
    }
  }

  func events(_ id: AppointmentID) throws(CallbookError) -> [String] {
    try store.read { store throws(CallbookError) in
      try store.history(of: .appointment(id), before: .max, limit: 100).map(\.event).reversed()
    }
  }

  /// Lets so many hours pass, and what is due fire.
  func pass(hours: Double) throws(CallbookError) {
    store.clock.pass(milliseconds: Int64(hours * Double(Self.hour)))
    try store.claim()
  }
}
