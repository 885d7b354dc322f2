/// That somebody wants an appointment cancelled too late to do it without a manager (DOMAIN A3).
///
/// Its transitions are those of ``Approval`` except that what was approved is not withdrawn: the
/// appointment is cancelled with it. It expires
/// at the start of the appointment at the latest, and when that is moved or ends otherwise.
package struct CancelRequest: Sendable, Equatable {
  package let id: CancelRequestID
  package let uuid: UniqueID
  package var rev: Int64
  package let appointment: AppointmentID
  /// When the appointment was to start as this was asked for.
  package let start: Instant
  /// As it was asked for.
  package let cancellation: Appointment.Cancellation
  /// Which cancelling of many it belongs to.
  package let bulk: Int64?
  package private(set) var approval: Approval
  package let createdAt: Instant

  package init(
    id: CancelRequestID, uuid: UniqueID, rev: Int64 = 1, appointment: AppointmentID,
    start: Instant, cancellation: Appointment.Cancellation, bulk: Int64? = nil,
    approval: Approval, createdAt: Instant
  ) {
    self.id = id
    self.uuid = uuid
    self.rev = rev
    self.appointment = appointment
    self.start = start
    self.cancellation = cancellation
    self.bulk = bulk
    self.approval = approval
    self.createdAt = createdAt
  }

  /// What an approval is bound to: an appointment that was moved is another matter.
  package static func matter(
    of appointment: Appointment, _ cancellation: Appointment.Cancellation
  ) -> String {
    let parts = [
      appointment.id.description, appointment.start.description, appointment.end.description,
      appointment.place?.text ?? "", cancellation.reason.text, cancellation.text ?? "",
      cancellation.party.rawValue, cancellation.channel.rawValue,
      String(cancellation.termsAcknowledged),
    ]
    return parts.map { "\($0.utf8.count):\($0)" }.joined()
  }

  private var asked: Approval.Matter {
    Approval.Matter(name: id.description, hint: "callbook cancellation get \(id)")
  }
}

extension CancelRequest {
  /// - Parameter digest: of the appointment as it is now.
  /// - Returns: the cancellation that takes effect.
  package mutating func approve(
    _ reviewer: Reviewer, opinion: String?, digest: String, at now: Instant, policy: Policy
  ) throws(CallbookError) -> Appointment.Cancellation {
    try approval.approve(
      reviewer, opinion: opinion, of: digest, at: now, policy: policy, asked)
    return Appointment.Cancellation(
      cancellation.reason, text: cancellation.text, party: cancellation.party,
      by: cancellation.by, channel: cancellation.channel, at: now,
      termsAcknowledged: cancellation.termsAcknowledged)
  }

  package mutating func reject(
    _ reviewer: Reviewer, opinion: String?, at now: Instant, policy: Policy
  ) throws(CallbookError) {
    try approval.reject(reviewer, opinion: opinion, at: now, policy: policy, asked)
  }

  /// - Throws: what ``Approval`` throws; `WRONG_STATE` also once it was approved: then the appointment is
  ///   cancelled, and is brought back by itself.
  package mutating func withdraw(by user: String?, at now: Instant) throws(CallbookError) {
    guard approval.state != .approved else {
      throw CallbookError(
        .wrongState, "\(id) was approved, and \(appointment) is cancelled: it cannot be withdrawn",
        hint: "callbook appointment reinstate \(appointment)")
    }
    try approval.withdraw(by: user, at: now, asked)
  }

  /// - Returns: false when it was decided already.
  package mutating func expire() -> Bool { approval.expire() }

  package func expiry(_ policy: Policy, _ calendar: WorkCalendar) -> PlannedInstant {
    approval.expiry(policy, calendar, atLatest: start)
  }
}

extension CancelRequest: Identified {
  package static var idLetter: Unicode.Scalar { "x" }
  package static var noun: String { "cancellation" }
}

package typealias CancelRequestID = Identifier<CancelRequest>
