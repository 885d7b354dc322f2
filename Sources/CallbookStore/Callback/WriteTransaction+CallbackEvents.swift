package import CallbookModel

/// The one place where rules plan callbacks (DOMAIN K1).
extension WriteTransaction {
  /// Plans what policy says of an event. The same event again plans nothing, however often it is told;
  /// one that is told late keeps its due time, and is marked. An open callback for the same matter
  /// serves this one, too.
  ///
  /// - Parameter reason: what to talk about; nothing personal is needed.
  /// - Returns: the callback that serves it, new or not; nil when policy plans none, or the shop does
  ///   not deal with the contact.
  package func report(
    _ event: CallbackEvent, reason: String? = nil, _ rules: CallbackRules
  ) throws(CallbookError) -> Callback? {
    if let known = try callback(for: event) { return known }
    let contact = try contact(event.contact)
    guard let delay = rules.policy.callbackDelay(after: event.occasion),
      contact.status != .blocked
    else { return nil }
    let due = try rules.calendar.adding(workingMinutes: delay, to: event.at).instant
    let callback: Callback
    if let open = try openCallback(
      of: contact.id, terminal: event.terminal, occasion: event.occasion)
    {
      var hastened = open
      try hastened.hasten(to: due, among: contact.points, rules)
      callback = try save(hastened, over: open, event: "callback.hastened")
    } else {
      callback = try plan(event, of: contact, due: due, reason: reason, rules)
    }
    try insert(event, for: callback.id)
    return callback
  }

  /// Takes an event back: what it planned is withdrawn, unless somebody has begun, or it serves
  /// something else, too.
  ///
  /// - Returns: the callback that served it; nil when there is none.
  package func reverse(_ event: CallbackEvent) throws(CallbookError) -> Callback? {
    guard let old = try callback(for: event) else { return nil }
    try sql.execute(
      """
      UPDATE callback_event SET reversed_at = ?
      WHERE occasion = ? AND kind = ? AND subject = ? AND occurrence = ?
      """
    ) { row in
      row.bind(at)
      row.bind(event)
    }
    let others = try sql.first(
      "SELECT count(*) FROM callback_event WHERE callback = ? AND reversed_at IS NULL",
      { $0.bind(old.id) }, { $0.integer(0) })
    var new = old
    guard others == 0, old.occasion != .manual, new.retract(at: at, user: actor.user) else {
      return old
    }
    return try save(new, over: old, event: "callback.withdrawn")
  }

  private func plan(
    _ event: CallbackEvent, of contact: Contact, due: Instant, reason: String?,
    _ rules: CallbackRules
  ) throws(CallbookError) -> Callback {
    var callback = Callback(
      id: nextCallbackID(), uuid: newUniqueID(), contact: contact.id, terminal: event.terminal,
      occasion: event.occasion, reason: reason,
      assignee: try callbackAssignee(of: contact, for: event.occasion, rules), due: due, next: due,
      isLate: due < at, createdAt: at)
    try callback.settle(among: contact.points, rules)
    try insert(
      callback,
      notes: [
        FieldChange("event", before: nil, after: "\(event.subjectKind) \(event.subject)")
      ])
    return callback
  }

  /// The callback that an event planned and that was not taken back with it.
  private func callback(for event: CallbackEvent) throws(CallbookError) -> Callback? {
    let id: CallbackID? = try sql.first(
      """
      SELECT callback FROM callback_event
      WHERE occasion = ? AND kind = ? AND subject = ? AND occurrence = ? AND reversed_at IS NULL
      """, { $0.bind(event) }, { $0.identifier(0) })
    return try id.map { id throws(CallbookError) in try callback(id) }
  }

  /// One that was taken back may be told again: it replaces what was known of it.
  private func insert(
    _ event: CallbackEvent, for callback: CallbackID
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT OR REPLACE INTO callback_event
        (occasion, kind, subject, occurrence, callback, happened_at, reported_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(event)
      row.bind(callback)
      row.bind(event.at)
      row.bind(at)
    }
  }
}

extension SQLStatement {
  /// Which event: the columns of the primary key.
  fileprivate func bind(_ event: CallbackEvent) {
    bind(event.occasion)
    bind(event.subjectKind)
    bind(event.subject)
    bind(event.occurrence)
  }
}
