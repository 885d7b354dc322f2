import CallbookModel

/// What brings interactions by itself, and goes with its contact.
extension WriteTransaction {
  /// Every call that was really made.
  func noteAttempts(of callback: Callback, since old: Callback) throws(CallbookError) {
    for place in old.attempts.count..<callback.attempts.count {
      let attempt = callback.attempts[place]
      try noteInteraction(
        InteractionDraft(
          of: callback.contact, .call, .outgoing, isReached: attempt.outcome == .reached,
          at: attempt.at, by: attempt.user, point: attempt.point, summary: attempt.note,
          source: Interaction.Source(
            .callback(callback.id), String(place + 1), outcome: attempt.outcome.rawValue)))
    }
  }

  /// An appointment that took place, or to which somebody did not come; one that was moved is noted, as
  /// nobody knows how that was agreed.
  func noteCourse(of appointment: Appointment, since old: Appointment) throws(CallbookError) {
    let isMoved =
      old.state.isActive && appointment.state.isActive && appointment.sequence != old.sequence
    let isOver = appointment.state == .completed || appointment.state == .noShow
    guard isMoved || isOver && appointment.state != old.state else { return }
    let direction: Interaction.Direction = appointment.place == nil ? .outgoing : .incoming
    let word = isMoved ? "moved" : appointment.state.rawValue
    try noteInteraction(
      InteractionDraft(
        of: appointment.contact, isMoved ? .note : .visit, isMoved ? nil : direction,
        isReached: appointment.state == .completed, at: isMoved ? at : appointment.start,
        by: isMoved ? actor.user : appointment.assignee ?? actor.user,
        source: Interaction.Source(
          .appointment(appointment.id), isMoved ? "\(word) \(appointment.sequence)" : word,
          outcome: appointment.noShowBy.map { "\(word)_\($0.rawValue)" } ?? word)))
  }

  /// A callback, review or appointment that goes back to its contact takes along what came of it meanwhile.
  func returnInteractions(
    of survivor: ContactID, to other: ContactID
  ) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE interaction SET contact = ?1 WHERE contact = ?2 AND (
        source_kind = 'callback' AND source IN (SELECT id FROM callback WHERE contact = ?1)
        OR source_kind = 'review' AND source IN (SELECT id FROM review WHERE contact = ?1)
        OR source_kind = 'appointment' AND source IN (SELECT id FROM appointment WHERE contact = ?1))
      """
    ) { row in
      row.bind(other)
      row.bind(survivor)
    }
  }
}
