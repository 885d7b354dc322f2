package import CallbookModel

/// What is to be booked, as the checks look at it.
package struct BookingDraft: Sendable {
  package let contact: ContactID
  package let kind: AppointmentKind
  package let span: AppointmentSpan
  package let place: Place?
  package let assignee: String?
  /// The appointment that is moved or brought back: it is not in its own way.
  package let moved: AppointmentID?
  /// When what is to be undone was done: what was in the way by then stands there again.
  package let undone: Instant?
  package let now: Instant

  package init(
    contact: ContactID, kind: AppointmentKind, span: AppointmentSpan, place: Place?,
    assignee: String?, moved: AppointmentID? = nil, undone: Instant? = nil, now: Instant
  ) {
    self.contact = contact
    self.kind = kind
    self.span = span
    self.place = place
    self.assignee = assignee
    self.moved = moved
    self.undone = undone
    self.now = now
  }

  /// What holds its slot and is not the appointment itself.
  package func others(_ busy: [BusySpan]) -> [BusySpan] { busy.filter { $0.appointment != moved } }
}
