import CallbookModel

/// Callbacks follow their contact when it is merged, and back.
extension WriteTransaction {
  /// Of two open ones for the same matter the one that was begun stays, else the earlier one; the other
  /// is withdrawn.
  ///
  /// - Parameter twins: numbers that both contacts have: what was wrong of one stays wrong.
  func moveCallbacks(
    of other: ContactID, to survivor: ContactID, _ twins: [ContactMerge.Twin]
  ) throws(CallbookError) -> MergeRecord.Callbacks {
    var doubled: [MergeRecord.DoubledCallback] = []
    let own = try openCallbacks(of: survivor)
    for callback in try openCallbacks(of: other) {
      guard let same = own.first(where: { $0.matter == callback.matter }) else { continue }
      let loser = callback.precedes(same) ? same : callback
      var withdrawn = loser
      guard withdrawn.absorb(at: at, user: actor.user) else { continue }
      withdrawn.rev += 1
      try write(withdrawn, over: loser)
      let kept = callback.precedes(same) ? callback : same
      doubled.append(MergeRecord.DoubledCallback(loser, kept: kept))
    }
    let moved: [CallbackID] = try sql.all(
      "SELECT id FROM callback WHERE contact = ? ORDER BY id", { $0.bind(other) },
      { $0.identifier(0) })
    try sql.execute("UPDATE callback SET contact = ?, rev = rev + 1 WHERE contact = ?") { row in
      row.bind(survivor)
      row.bind(other)
    }
    for twin in twins { try renumber(moved, from: twin.point, to: twin.before.id) }
    return MergeRecord.Callbacks(moved: moved, doubled: doubled)
  }

  /// What was withdrawn for a double goes on where it stood, unless there is another one by now.
  func returnCallbacks(
    _ callbacks: MergeRecord.Callbacks, of survivor: ContactID, to other: ContactID,
    _ twins: [ContactMerge.Twin]
  ) throws(CallbookError) {
    for twin in twins { try renumber(callbacks.moved, from: twin.before.id, to: twin.point) }
    for id in callbacks.moved {
      try sql.execute("UPDATE callback SET contact = ?, rev = rev + 1 WHERE id = ? AND contact = ?")
      { row in
        row.bind(other)
        row.bind(id)
        row.bind(survivor)
      }
    }
    for doubled in callbacks.doubled {
      let old = try callback(doubled.id)
      guard old.end?.cause == .merged, old.contact == survivor || old.contact == other,
        try openCallback(of: old.contact, terminal: old.terminal, occasion: old.occasion) == nil
      else { continue }
      var restored = old
      restored.resume(as: doubled.state, next: doubled.next)
      restored.rev += 1
      try write(restored, over: old)
    }
  }

  /// The same number under another id.
  private func renumber(
    _ callbacks: [CallbackID], from old: PointID, to new: PointID
  ) throws(CallbookError) {
    for id in callbacks {
      try sql.execute("UPDATE callback_attempt SET point = ? WHERE callback = ? AND point = ?") {
        $0.bind(new)
        $0.bind(id)
        $0.bind(old)
      }
      try sql.execute("UPDATE callback SET next_point = ? WHERE id = ? AND next_point = ?") {
        $0.bind(new)
        $0.bind(id)
        $0.bind(old)
      }
    }
  }

  /// Puts on record what merging or parting did to the callbacks, and plans their reminders again.
  func recordMoved(
    _ callbacks: MergeRecord.Callbacks, from other: ContactID, to survivor: ContactID,
    isParting: Bool = false
  ) throws(CallbookError) {
    for id in callbacks.moved where try callback(id).contact == survivor {
      try record(
        "callback.moved", .callback(id),
        [FieldChange("contact", before: other.description, after: survivor.description)])
    }
    for doubled in callbacks.doubled {
      let kept = doubled.kept.description
      if !isParting {
        try record(
          "callback.withdrawn", .callback(doubled.id),
          [FieldChange("double", before: nil, after: kept)])
      } else if try callback(doubled.id).state.isOpen {
        try record(
          "callback.restored", .callback(doubled.id),
          [FieldChange("double", before: kept, after: nil)])
      }
    }
    for id in Set(callbacks.moved + callbacks.doubled.map(\.id)).sorted() {
      try reconcile(.callback(id))
    }
  }
}

extension MergeRecord {
  /// What became of the callbacks of the contact that was merged.
  struct Callbacks: Codable, Sendable, Equatable {
    var moved: [CallbackID] = []
    var doubled: [DoubledCallback] = []
  }

  /// An open callback that was withdrawn because the other contact has one for the same.
  struct DoubledCallback: Codable, Sendable, Equatable {
    let id: CallbackID
    let state: Callback.State
    let next: Instant
    let kept: CallbackID

    init(_ callback: Callback, kept: Callback) {
      id = callback.id
      state = callback.state
      next = callback.next ?? callback.due
      self.kept = kept.id
    }
  }
}

extension Callback {
  fileprivate func precedes(_ other: Callback) -> Bool {
    if state != other.state { return state == .trying }
    return (next ?? due, id) < (other.next ?? other.due, other.id)
  }
}
