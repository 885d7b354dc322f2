package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Cancels an appointment (取消预约, DOMAIN A3): at once in good time, else a manager is asked.
package struct CancelAppointment: WriteRequest, AppointmentRequest {
  package static let method = "appointment.cancel"
  package static let summary =
    "Cancels an appointment in good time; later than the policy's notice it asks a manager."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .wrongState, .alreadyExists,
  ]
  package static let examples = [
    RequestExample(
      "The customer called",
      #"{"id":"a1","reason":"customer_request","channel":"phone","terms_acknowledged":true}"#)
  ]

  @Parameter(.positional, "The appointment.") package var id: AppointmentID
  @Parameter("Why: a word of the policy's appointment.cancel_reasons.")
  package var reason: CancelReason
  @Parameter("Why, in words; required for other.", in: 1...1000) package var text: String?
  @Parameter("Whose decision it is.") package var party: Appointment.Cancellation.Party = .customer
  @Parameter("How it was said.") package var channel: BookingChannel = .counter
  @Parameter("Whether the customer was told what it means, and agreed.")
  package var termsAcknowledged: Bool = false
  @Parameter("Only if the appointment still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, reason, text, party, channel
    case termsAcknowledged = "terms_acknowledged"
    case ifRev = "if_rev"
  }

  /// Whether it takes place is not for whoever is to be there alone.
  package func isEntrusted(to user: String, in store: ReadTransaction) -> Bool { false }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CancelledAppointment {
    let appointment = try store.appointment(id)
    try Revision.check(
      ifRev, against: appointment.rev, of: id.description, hint: "callbook appointment get \(id)")
    try appointment.requireActive(.cancel)
    let text = FormRules.tidy(text)
    try CancelReason.check(reason, text, store.currentPolicy)
    if let known = try store.pendingCancelRequest(of: id) { throw .cancellationPending(known) }
    let cancellation = Appointment.Cancellation(
      reason, text: text, party: party, by: environment.caller.user, channel: channel,
      at: store.at, termsAcknowledged: termsAcknowledged)
    guard try store.cancel(appointment, orAsk: cancellation) == nil else {
      let request = try store.pendingCancelRequest(of: id)
      return CancelledAppointment(
        appointment: appointment,
        request: try request.map { request throws(CallbookError) in
          try CancelRequestItem(request, in: store)
        })
    }
    return CancelledAppointment(appointment: try store.appointment(id), request: nil)
  }
}

extension WriteTransaction {
  /// Cancels what is far enough ahead, else asks a manager.
  ///
  /// - Returns: the request; nil when it was cancelled at once.
  func cancel(
    _ appointment: Appointment, orAsk cancellation: Appointment.Cancellation, bulk: Int64? = nil
  ) throws(CallbookError) -> CancelRequestID? {
    let notice = Int64(currentPolicy.appointmentCancelNoticeHours) * 3_600_000
    if appointment.start.advanced(byMilliseconds: -notice) >= at {
      _ = try cancel(appointment, cancellation, bulk: bulk)
      return nil
    }
    // Of what has begun there is nothing left to decide: whether they came is another question.
    guard appointment.start > at else {
      throw CallbookError(
        .wrongState, "\(appointment.id) has begun: it cannot be cancelled any more",
        hint: "callbook appointment get \(appointment.id)")
    }
    let request = CancelRequest(
      id: nextCancelRequestID(), uuid: newUniqueID(), appointment: appointment.id,
      start: appointment.start, cancellation: cancellation, bulk: bulk,
      approval: Approval(
        requestedBy: cancellation.by, requestedAt: at,
        digest: digest(of: CancelRequest.matter(of: appointment, cancellation))),
      createdAt: at)
    try insert(request)
    return request.id
  }
}

extension CancelReason {
  /// - Throws: `INVALID_PARAMS` for a word that policy does not have, or `other` without a text.
  static func check(
    _ reason: CancelReason, _ text: String?, _ policy: Policy
  ) throws(CallbookError) {
    var violations: [Violation] = []
    let known = policy.appointmentCancelReasons.list
    if !known.contains(reason) {
      let words = known.map(\.text).joined(separator: ", ")
      violations.append(Violation("/reason", "must be one of \(words)"))
    }
    if reason == .other, text == nil {
      violations.append(Violation("/text", "is required for other"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "an appointment is not cancelled without a reason that can be counted",
        hint: "callbook policy get appointment.cancel_reasons", violations: violations)
    }
  }
}

/// What cancelling answers.
package struct CancelledAppointment: Codable, Sendable, Equatable {
  package let appointment: Appointment
  /// What waits for a manager; missing when it was cancelled at once.
  package let request: CancelRequestItem?
}

extension CancelledAppointment: SensitiveReply {
  package func redacted(for caller: Caller) -> CancelledAppointment {
    CancelledAppointment(
      appointment: appointment.redacted(for: caller), request: request?.redacted(for: caller))
  }
}

extension CallbookError {
  fileprivate static func cancellationPending(_ request: CancelRequest) -> Self {
    CallbookError(
      .alreadyExists, "\(request.id) asks for \(request.appointment) to be cancelled already",
      hint: "callbook cancellation get \(request.id)",
      details: ["cancellation": .text(request.id.description)])
  }
}
