package import CallbookModel

extension WriteTransaction {
  package func nextCancelRequestID() -> CancelRequestID { ids.take() }

  package func insert(_ request: CancelRequest) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO cancellation (id, uuid, appointment, start_at, reason, text, party, channel, terms,
        bulk, rev, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(request.id)
      row.bind(request.uuid)
      row.bind(request.appointment)
      row.bind(request.start)
      row.bind(request.cancellation.reason.text)
      row.bind(request.cancellation.text)
      row.bind(request.cancellation.party)
      row.bind(request.cancellation.channel)
      row.bind(request.cancellation.termsAcknowledged)
      row.bind(request.bulk)
      row.bind(request.rev)
      row.bind(request.createdAt)
    }
    try write(request.approval, of: .cancellation(request.id))
    try record("cancellation.requested", .cancellation(request.id), request.changes(since: nil))
    try reconcile(.cancellation(request.id))
  }

  /// Writes what was decided, and what happened to the ledger.
  package func save(
    _ new: CancelRequest, over old: CancelRequest, event: String
  ) throws(CallbookError) -> CancelRequest {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    var request = new
    request.rev = old.rev + 1
    try sql.execute("UPDATE cancellation SET rev = ? WHERE id = ?") { row in
      row.bind(request.rev)
      row.bind(request.id)
    }
    try write(request.approval, of: .cancellation(request.id))
    try record(event, .cancellation(request.id), changes)
    try reconcile(.cancellation(request.id))
    return request
  }

  /// There is nothing left to decide about an appointment that was moved or has ended.
  func expireCancelRequest(of appointment: AppointmentID) throws(CallbookError) {
    guard let old = try pendingCancelRequest(of: appointment) else { return }
    var new = old
    guard new.expire() else { return }
    _ = try save(new, over: old, event: "cancellation.expired")
  }

  /// Cancels an appointment, alone or as one of many. The customer is to be told of it, except of what
  /// was their own decision and holds at once.
  ///
  /// - Parameter decided: when it was decided where it had to wait for that.
  package func cancel(
    _ old: Appointment, _ cancellation: Appointment.Cancellation, bulk: Int64? = nil,
    decided: Instant? = nil
  ) throws(CallbookError) -> Appointment {
    var new = old
    let isKnown = cancellation.party == .customer && decided == nil
    try new.cancel(cancellation, telling: isKnown ? nil : decided ?? at)
    let saved = try save(
      new, over: old, event: "appointment.cancelled",
      notes: bulk.map { [FieldChange("bulk", before: nil, after: String($0))] } ?? [])
    try sql.execute("UPDATE appointment SET cancel_bulk = ? WHERE id = ?") { row in
      row.bind(bulk)
      row.bind(old.id)
    }
    return saved
  }

  /// A customer who asked for it is to be told that it was not cancelled.
  package func noteRefusal(
    of request: CancelRequest, decided: Instant
  ) throws(CallbookError) {
    guard request.cancellation.party == .customer else { return }
    try requireTelling(of: request.appointment, since: decided)
  }

  // MARK: Many

  /// Begins to cancel many, so that they can be brought back together.
  package func beginCancelBulk() throws(CallbookError) -> Int64 {
    let number = try nextBulk()
    try sql.execute(
      """
      INSERT INTO cancel_bulk (id, created_at, created_by)
      VALUES (?, ?, (SELECT id FROM staff WHERE user = ?))
      """
    ) { row in
      row.bind(number)
      row.bind(at)
      row.bind(actor.user)
    }
    return number
  }
}

extension ReadTransaction {
  /// When many were cancelled under a number.
  ///
  /// - Throws: `NOT_FOUND`.
  package func cancelBulkDate(_ number: Int64) throws(CallbookError) -> Instant {
    let at = try sql.first(
      "SELECT created_at FROM cancel_bulk WHERE id = ?", { $0.bind(number) }, { $0.instant(0) })
    guard let at else {
      throw CallbookError(
        .notFound, "nothing was cancelled under that number",
        hint: "callbook appointment list --state cancelled")
    }
    return at
  }

  /// What one cancelling of many cancelled and nobody has brought back since.
  package func cancelled(
    byBulk bulk: Int64, after id: AppointmentID?, limit: Int
  ) throws(CallbookError) -> [Appointment] {
    let statement = try sql.prepare(
      composed: """
        \(Self.appointmentRows)
        WHERE a.cancel_bulk = ? AND a.state = 'cancelled' AND a.id > ? ORDER BY a.id LIMIT ?
        """)
    return try appointments(statement) { row in
      row.bind(bulk)
      row.bind(id?.number ?? 0)
      row.bind(Int64(limit))
    }
  }
}

extension CancelRequest: RecordedFields {
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("appointment", appointment.description), ("start_at", start.description),
      ("reason", cancellation.reason.text), ("text", cancellation.text),
      ("party", cancellation.party.rawValue), ("channel", cancellation.channel.rawValue),
      ("terms_acknowledged", String(cancellation.termsAcknowledged)),
      ("bulk", bulk.map { String($0) }),
    ] + approval.fieldTexts
  }
}
