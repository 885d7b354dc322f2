package import CallbookModel

/// Which requests to cancel a list is of.
package struct CancelRequestFilter: Sendable {
  /// nil for whatever state.
  package var state: Approval.State?
  package var appointment: AppointmentID?

  package init() {}
}

extension ReadTransaction {
  /// - Throws: `NOT_FOUND`.
  package func cancelRequest(_ id: CancelRequestID) throws(CallbookError) -> CancelRequest {
    guard let request = try existingCancelRequest(id) else {
      throw CallbookError(
        .notFound, "there is no request \(id) to cancel an appointment",
        hint: "callbook cancellation list --all")
    }
    return request
  }

  func existingCancelRequest(_ id: CancelRequestID) throws(CallbookError) -> CancelRequest? {
    try cancelRequests("WHERE x.id = ?") { $0.bind(id) }.first
  }

  /// What waits for a manager about an appointment: one at most.
  package func pendingCancelRequest(
    of appointment: AppointmentID
  ) throws(CallbookError) -> CancelRequest? {
    try cancelRequests("WHERE x.appointment = ? AND a.state = 'pending'") {
      $0.bind(appointment)
    }.first
  }

  /// What waits and belongs to one cancelling of many.
  package func pendingCancelRequests(
    ofBulk bulk: Int64, limit: Int
  ) throws(CallbookError) -> [CancelRequest] {
    try cancelRequests("WHERE x.bulk = ? AND a.state = 'pending' ORDER BY x.id LIMIT ?") { row in
      row.bind(bulk)
      row.bind(Int64(limit))
    }
  }

  /// The newest first.
  package func cancelRequests(
    _ filter: CancelRequestFilter, before id: CancelRequestID?, limit: Int
  ) throws(CallbookError) -> [CancelRequest] {
    try cancelRequests(
      """
      WHERE (a.state = ? OR ?) AND (x.appointment = ? OR ?) AND x.id < ?
      ORDER BY x.id DESC LIMIT ?
      """
    ) { row in
      row.bind(filter.state?.rawValue)
      row.bind(filter.state == nil)
      row.bind(filter.appointment)
      row.bind(filter.appointment == nil)
      row.bind(id ?? CancelRequestID(.max))
      row.bind(Int64(limit))
    }
  }

  /// - Parameter condition: a part of the program's text; it is `x`, its approval `a`.
  private func cancelRequests(
    _ condition: String, _ bind: (SQLStatement) -> Void
  ) throws(CallbookError) -> [CancelRequest] {
    let statement = try sql.prepare(
      composed: """
        SELECT x.id, x.uuid, x.rev, x.appointment, x.start_at, x.reason, x.text, x.party, x.channel,
          x.terms, x.bulk, x.created_at
        FROM cancellation x JOIN approval a ON a.kind = 'cancellation' AND a.subject = x.id
        \(condition)
        """)
    let rows = try sql.all(statement, bind) { row throws(CallbookError) in
      try CancelRequestRow(row)
    }
    // The statement is done before another is asked: they are shared.
    var found: [CancelRequest] = []
    for row in rows {
      guard let approval = try approval(of: .cancellation(row.id)) else { continue }
      found.append(row.request(approval))
    }
    return found
  }
}

/// One without its approval.
private struct CancelRequestRow {
  let id: CancelRequestID
  private let uuid: UniqueID
  private let rev: Int64
  private let appointment: AppointmentID
  private let start: Instant
  private let reason: CancelReason
  private let text: String?
  private let party: Appointment.Cancellation.Party
  private let channel: BookingChannel
  private let terms: Bool
  private let bulk: Int64?
  private let createdAt: Instant

  init(_ row: SQLStatement) throws(CallbookError) {
    id = row.identifier(0)
    uuid = row.uniqueID(1)
    rev = row.integer(2)
    appointment = row.identifier(3)
    start = row.instant(4)
    reason = try row.cancelReason(5)
    text = row.textOrNil(6)
    party = try row.word(7)
    channel = try row.word(8)
    terms = row.boolean(9)
    bulk = row.integerOrNil(10)
    createdAt = row.instant(11)
  }

  func request(_ approval: Approval) -> CancelRequest {
    CancelRequest(
      id: id, uuid: uuid, rev: rev, appointment: appointment, start: start,
      cancellation: Appointment.Cancellation(
        reason, text: text, party: party, by: approval.requestedBy, channel: channel,
        at: createdAt, termsAcknowledged: terms),
      bulk: bulk, approval: approval, createdAt: createdAt)
  }
}
