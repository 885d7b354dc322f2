package import CallbookModel

/// Whether what waits to be cancelled holds its slot is policy (EXPECTATIONS: two clerks).
extension ReadTransaction {
  /// Without what holds no slot because somebody asked for it to be cancelled.
  func withoutReleased(_ busy: [BusySpan]) throws(CallbookError) -> [BusySpan] {
    guard !busy.isEmpty, try policy().appointmentPendingCancelHolds == false else { return busy }
    let released: [AppointmentID] = try sql.all(
      """
      SELECT x.appointment FROM approval a JOIN cancellation x ON x.id = a.subject
      WHERE a.kind = 'cancellation' AND a.state = 'pending'
      """, { _ in }, { $0.identifier(0) })
    return busy.filter { !released.contains($0.appointment) }
  }

  /// What was given the slot of an appointment since somebody asked for that to be cancelled, also when
  /// it waits to be cancelled itself. Whatever was there before shares it because a manager said so.
  package func holders(
    instead appointment: Appointment, since asked: Instant
  ) throws(CallbookError) -> [AppointmentID] {
    func others(_ busy: [BusySpan]) -> [BusySpan] {
      busy.filter { $0.appointment != appointment.id }
    }
    var found = others(try busy(contact: appointment.contact, appointment.span, withReleased: true))
    if let user = appointment.assignee {
      found += others(try busy(assignee: user, appointment.span, withReleased: true))
    }
    if let place = try appointment.place.flatMap({ name throws(CallbookError) in
      try placeIfKnown(name)
    }) {
      let there = others(try busy(place: place.name, appointment.span, withReleased: true))
      if appointment.span.mostAtOnce(of: there.map(\.span)) >= place.capacity { found += there }
    }
    var holders: [AppointmentID] = []
    for id in Set(found.map(\.appointment)).sorted() {
      let holder = try self.appointment(id)
      if max(holder.arrangedAt, holder.assignedAt) >= asked { holders.append(id) }
    }
    return holders
  }
}
