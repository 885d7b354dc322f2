package import CallbookModel

extension CancelRequestReminders: StoredSubject {
  package static var kind: String { CancelRequest.noun }

  package static func load(
    _ number: Int64, in store: ReadTransaction
  ) throws(CallbookError) -> CancelRequestReminders? {
    guard let request = try store.existingCancelRequest(CancelRequestID(number)) else { return nil }
    let requester = try request.approval.requestedBy.flatMap { user throws(CallbookError) in
      try store.staffNumber(user)
    }
    return CancelRequestReminders(of: request, requester: requester)
  }

  package static func numbers(
    after number: Int64, limit: Int, in store: ReadTransaction
  ) throws(CallbookError) -> [Int64] {
    try store.sql.all(
      """
      SELECT subject FROM approval
      WHERE kind = 'cancellation' AND subject > ? AND state = 'pending' ORDER BY subject LIMIT ?
      """,
      { row in
        row.bind(number)
        row.bind(Int64(limit))
      }, { $0.integer(0) })
  }

  /// Ends a request that nobody decided about: the appointment stays, unless its slot was given away
  /// meanwhile, as policy allows. Then it is cancelled as it was asked for, because it cannot take place.
  package func fired(
    _ fired: FiredReminder, in store: WriteTransaction
  ) throws(CallbookError) {
    guard fired.reminder.kind == .cancellationExpired else { return }
    let appointment = try store.appointment(request.appointment)
    try store.expireCancelRequest(of: appointment.id)
    guard appointment.state.isActive else { return }
    let holders = try store.holders(
      instead: appointment, since: request.approval.requestedAt)
    guard !holders.isEmpty else {
      return try store.noteRefusal(of: request, decided: fired.reminder.due)
    }
    _ = try store.cancel(
      appointment, request.cancellation, bulk: request.bulk, decided: fired.reminder.due)
  }
}
