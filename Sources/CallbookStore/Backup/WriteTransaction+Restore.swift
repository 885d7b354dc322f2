import CallbookModel

extension WriteTransaction {
  /// Makes another store of a copy: with an instance of its own, ids above everything that may have been
  /// handed out, and an entry in the ledger that says what is lost.
  ///
  /// Once persons can be erased, `continuity.log` will name them, and this is where those that the copy
  /// brings back are to be erased again.
  ///
  /// - Parameters:
  ///   - isKnown: whether what was noted is of the copy's history.
  ///   - lost: the end of the history that the copy does not have; nil when nothing is known to be lost.
  /// - Returns: the new instance.
  func begin(
    after past: ContinuityLog.Past, isKnown: Bool, lost: LedgerTail?
  ) throws(CallbookError) -> UniqueID {
    let instance = newUniqueID()
    let old = try sql.first("SELECT instance FROM store") { $0.uniqueID(0) }
    try sql.execute("UPDATE store SET instance = ?") { $0.bind(instance) }
    let stored = Dictionary(uniqueKeysWithValues: ids.highest.map { ($0.letter, $0.number) })
    for letter in Set(stored.keys).union(past.reserved.keys) {
      let (number, reserved) = (stored[letter] ?? 0, past.reserved[letter] ?? 0)
      // Where nothing is known of the time since, as many as could have been used are left out.
      let used = max(reserved, isKnown ? number : number + ContinuityLog.reservedAhead)
      try raiseFloor(of: letter, to: used + 1)
    }
    var changes = [
      FieldChange("instance", before: old?.description, after: instance.description)
    ]
    if let lost {
      changes.append(FieldChange("lost_after", before: nil, after: String(tail.seq)))
      changes.append(
        FieldChange("lost_head", before: nil, after: "\(lost.seq):\(hexText(lost.hash))"))
    }
    try record("store.restored", .store, changes)
    return instance
  }

  private func raiseFloor(of letter: Unicode.Scalar, to floor: Int64) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO id_floor (letter, floor) VALUES (?, ?)
      ON CONFLICT (letter) DO UPDATE SET floor = max(floor, excluded.floor)
      """
    ) { row in
      row.bind(String(letter))
      row.bind(floor)
    }
  }
}
