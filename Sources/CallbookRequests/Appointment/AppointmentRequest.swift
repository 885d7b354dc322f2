package import CallbookModel
import CallbookProtocol
package import CallbookStore

/// A request about one appointment: the contact's owner may make it, and whoever is to be there.
package protocol AppointmentRequest: ContactRequest {
  var id: AppointmentID { get }
}

extension AppointmentRequest {
  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.appointment(id).contact]
  }

  package func isEntrusted(
    to user: String, in store: ReadTransaction
  ) throws(CallbookError) -> Bool {
    try store.appointment(id).assignee == user
  }
}

extension WriteTransaction {
  /// Changes an appointment.
  ///
  /// - Throws: `NOT_FOUND`, `REVISION_CONFLICT`, and what the change throws.
  func change(
    _ id: AppointmentID, ifRev: Int64?, event: String,
    _ change: (inout Appointment) throws(CallbookError) -> BookingOverride?
  ) throws(CallbookError) -> Appointment {
    let old = try appointment(id)
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook appointment get \(id)")
    var new = old
    let overridden = try change(&new)
    return try save(new, over: old, event: event, notes: overridden?.notes ?? [])
  }
}

extension Appointment {
  /// The same for other circumstances, as the checks look at it.
  func draft(
    at span: AppointmentSpan? = nil, place: Place?, assignee: String?, undone: Instant? = nil,
    now: Instant
  ) -> BookingDraft {
    BookingDraft(
      contact: contact, kind: kind, span: span ?? self.span, place: place, assignee: assignee,
      moved: id, undone: undone, now: now)
  }
}

extension Appointment: SensitiveReply {
  /// An agent sees everything of appointments that are theirs to keep or of a contact of theirs.
  package func redacted(for caller: Caller) -> Appointment {
    let user = caller.user
    guard user == nil || (owner != user && assignee != user) else { return self }
    var appointment = Appointment(
      id: id, uuid: uuid, rev: rev, kind: kind, state: state, contact: contact, span: span,
      place: place, assignee: assignee, channel: channel, sequence: sequence, series: series,
      occurrence: occurrence, bookedBy: bookedBy, createdAt: createdAt)
    appointment.setCourse(
      Course(
        noShowBy: noShowBy, cancellation: cancellation?.withoutText, updatedAt: updatedAt,
        arrangedAt: arrangedAt, assignedAt: assignedAt, tellAt: tellAt, toldAt: toldAt,
        isException: isException))
    appointment.name = name
    appointment.owner = owner
    appointment.isRedacted = true
    return appointment
  }
}

extension Appointment.Cancellation {
  fileprivate var withoutText: Self {
    Self(
      reason, party: party, by: by, channel: channel, at: at,
      termsAcknowledged: termsAcknowledged)
  }
}
