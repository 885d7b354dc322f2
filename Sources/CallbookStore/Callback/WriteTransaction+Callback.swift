package import CallbookModel

extension WriteTransaction {
  /// By what callbacks are planned now.
  package var callbackRules: CallbackRules {
    CallbackRules(policy: planning.policy, calendar: planning.calendar)
  }

  package func nextCallbackID() -> CallbackID { ids.take() }

  package func insert(
    _ callback: Callback, notes: [FieldChange] = []
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO callback (id, uuid, contact, terminal, occasion, reason, assignee, state, due, next,
        next_point, late, rev, created_at)
      VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(callback.id)
      row.bind(callback.uuid)
      row.bind(callback.contact)
      row.bind(callback.terminal)
      row.bind(callback.occasion)
      row.bind(callback.reason)
      row.bind(callback.assignee)
      row.bind(callback.state)
      row.bind(callback.due)
      row.bind(callback.next)
      row.bind(callback.nextPoint)
      row.bind(callback.isLate)
      row.bind(callback.rev)
      row.bind(callback.createdAt)
    }
    try record("callback.planned", .callback(callback.id), callback.changes(since: nil) + notes)
    try reconcile(.callback(callback.id))
  }

  /// Writes what differs between two states of a callback, and what happened to the ledger.
  ///
  /// - Returns: the callback with its new revision; the old one when nothing differs.
  package func save(
    _ new: Callback, over old: Callback, event: String
  ) throws(CallbookError) -> Callback {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    var callback = new
    callback.rev = old.rev + 1
    try write(callback, over: old)
    try record(event, .callback(callback.id), changes)
    try noteAttempts(of: callback, since: old)
    try reconcile(.callback(callback.id))
    if !callback.state.isOpen { try planCare(of: callback.contact) }
    return callback
  }

  /// Writes the row and the attempts that are new.
  func write(_ callback: Callback, over old: Callback) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE callback SET contact = ?, assignee = (SELECT id FROM staff WHERE user = ?), state = ?,
        due = ?, next = ?, next_point = ?, rev = ?, ended_at = ?,
        ended_by = (SELECT id FROM staff WHERE user = ?), end_cause = ?, end_note = ?
      WHERE id = ?
      """
    ) { row in
      row.bind(callback.contact)
      row.bind(callback.assignee)
      row.bind(callback.state)
      row.bind(callback.due)
      row.bind(callback.next)
      row.bind(callback.nextPoint)
      row.bind(callback.rev)
      row.bind(callback.end?.at)
      row.bind(callback.end?.user)
      row.bind(callback.end?.cause?.rawValue)
      row.bind(callback.end?.note)
      row.bind(callback.id)
    }
    for place in old.attempts.count..<callback.attempts.count {
      try insert(callback.attempts[place], number: place + 1, of: callback.id)
    }
  }

  private func insert(
    _ attempt: CallbackAttempt, number: Int, of callback: CallbackID
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO callback_attempt (callback, number, at, by, point, outcome, until, note, corrected)
      VALUES (?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(callback)
      row.bind(Int64(number))
      row.bind(attempt.at)
      row.bind(attempt.user)
      row.bind(attempt.point)
      row.bind(attempt.outcome)
      row.bind(attempt.until)
      row.bind(attempt.note)
      row.bind(attempt.isCorrected)
    }
  }

  /// A number that was wrong has another value now: it may be called again.
  func noteCorrection(of point: PointID) throws(CallbookError) {
    try sql.execute(
      "UPDATE callback_attempt SET corrected = 1 WHERE point = ? AND outcome = 'wrong_number'"
    ) { $0.bind(point) }
  }

  /// Whom to give a new callback of a contact to: its owner where policy says so, or who stands in for
  /// them, else whoever of customer service is there and was given one longest ago. Why a customer is
  /// dissatisfied is asked by somebody other than its owner, if there is anybody.
  ///
  /// - Returns: nil when there is nobody.
  package func callbackAssignee(
    of contact: Contact, for occasion: Callback.Occasion = .manual, _ rules: CallbackRules
  ) throws(CallbookError) -> String? {
    let present = try presentStaff(at: at).map(\.member)
    let presence = try presence()
    let owner = contact.owner.flatMap { presence.standIn(for: $0, at: at) }
    if rules.policy.callbackByOwner, let owner, occasion != .lowSatisfaction { return owner }
    var turns: [(user: String, last: Int64)] = []
    for member in present where member.roles.contains(.service) && member.user != owner {
      let last = try sql.first(
        "SELECT max(id) FROM callback WHERE assignee = (SELECT id FROM staff WHERE user = ?)",
        { $0.bind(member.user) }, { $0.integer(0) })
      turns.append((member.user, last ?? 0))
    }
    // The list is in the order in which they were named: among equals the first one.
    return turns.min { $0.last < $1.last }?.user ?? (rules.policy.callbackByOwner ? owner : nil)
  }

  /// Hands all open callbacks of somebody to somebody else; stage, count and due stay.
  ///
  /// - Returns: what was handed over.
  package func handOverCallbacks(
    of user: String, to other: String?, _ rules: CallbackRules
  ) throws(CallbookError) -> [CallbackID] {
    var filter = CallbackFilter()
    filter.assignee = user
    filter.isOpen = true
    var moved: [CallbackID] = []
    for callback in try callbacks(filter, after: nil, limit: .max) {
      var new = callback
      try new.reassign(to: other, rules)
      moved.append(try save(new, over: callback, event: "callback.reassigned").id)
    }
    return moved
  }
}
