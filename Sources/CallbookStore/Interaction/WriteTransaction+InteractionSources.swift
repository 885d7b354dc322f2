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

  /// A callback or review that goes back to its contact takes along what came of it meanwhile.
  func returnInteractions(
    of survivor: ContactID, to other: ContactID
  ) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE interaction SET contact = ?1 WHERE contact = ?2 AND (
        source_kind = 'callback' AND source IN (SELECT id FROM callback WHERE contact = ?1)
        OR source_kind = 'review' AND source IN (SELECT id FROM review WHERE contact = ?1))
      """
    ) { row in
      row.bind(other)
      row.bind(survivor)
    }
  }
}
