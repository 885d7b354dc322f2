package import CallbookModel

/// A contact that became part of another.
package struct MergedAway: Sendable, Equatable {
  package let contact: Contact
  /// What it said otherwise than the one that it is part of: as it was, and as it is there.
  package let differing: [FieldChange]
}

extension ReadTransaction {
  /// The contact itself, or the one that it was merged into, or that was merged into in turn; nil
  /// when there is none that is live.
  package func survivor(of id: ContactID) throws(CallbookError) -> ContactID? {
    var id = id
    // A contact is merged into a live one only, so that there is no way back to itself.
    while true {
      let next: (isLive: Bool, into: ContactID?)? = try sql.first(
        "SELECT state = 'live', merged_into FROM contact WHERE id = ?", { $0.bind(id) },
        { ($0.boolean(0), $0.identifierOrNil(1)) })
      guard let next else { return nil }
      if next.isLive { return id }
      guard let into = next.into else { return nil }
      id = into
    }
  }

  /// The contact that a point's contact stands for, and the point that it became one with there.
  package func currentPoint(_ point: PointID) throws(CallbookError) -> PointID {
    var point = point
    while let record = try recordOfMergedHolder(of: point),
      let twin = record.twins.first(where: { $0.point == point })
    {
      point = twin.before.id
    }
    return point
  }

  private func recordOfMergedHolder(of point: PointID) throws(CallbookError) -> MergeRecord? {
    let text = try sql.first(
      "SELECT m.record FROM point p JOIN merge m ON m.contact = p.contact WHERE p.id = ?",
      { $0.bind(point) }, { $0.text(0) })
    guard let text else { return nil }
    return try MergeRecord(text: text)
  }

  /// The contact that a vCard with this UID was imported as, or that it was merged into.
  package func contact(importedAs uid: String) throws(CallbookError) -> ContactID? {
    let known: ContactID? = try sql.first(
      """
      SELECT id FROM contact
      WHERE (imported_uid = ? OR uuid = ?) AND state IN ('live', 'merged')
      """,
      { row in
        row.bind(uid)
        row.bind(UniqueID(uid)?.bytes)
      }, { $0.identifier(0) })
    guard let known else { return nil }
    return try survivor(of: known)
  }

  /// Contacts that became part of this one directly, in the order in which they did.
  func mergedDirectly(into id: ContactID) throws(CallbookError) -> [ContactID] {
    try sql.all(
      """
      SELECT c.id FROM contact c JOIN merge m ON m.contact = c.id
      WHERE c.merged_into = ? ORDER BY m.seq
      """, { $0.bind(id) }, { $0.identifier(0) })
  }

  /// Contacts that became part of this one, also by way of others.
  package func merged(into id: ContactID) throws(CallbookError) -> [ContactID] {
    var all: [ContactID] = []
    for part in try mergedDirectly(into: id) { all += [part] + (try merged(into: part)) }
    return all
  }

  /// What became part of a contact, and what it said otherwise.
  package func parts(of survivor: Contact) throws(CallbookError) -> [MergedAway] {
    var parts: [MergedAway] = []
    for id in try merged(into: survivor.id) {
      guard let contact = try contact(id, in: .merged, withRemoved: false) else { continue }
      parts.append(
        MergedAway(contact: contact, differing: contact.deviations(from: survivor)))
    }
    return parts
  }

  /// Every name that the contact is known by: its own, and those of what became part of it.
  package func names(of contact: Contact) throws(CallbookError) -> [String] {
    [contact.name] + (try parts(of: contact).map(\.contact.name))
  }

  /// What happened to a contact, to everything that became part of it, to its callbacks, forms and
  /// appointments, and to what was recorded of it by hand, newest first.
  package func jointHistory(
    of id: ContactID, before seq: Int64, limit: Int
  ) throws(CallbookError) -> [LedgerEntry] {
    var entries = try history(of: .contact(id), before: seq, limit: limit)
    let own = entries.count
    entries += try interactionHistory(of: id, before: seq, limit: limit)
    for part in try merged(into: id) {
      entries += try history(of: .contact(part), before: seq, limit: limit)
      entries += try interactionHistory(of: part, before: seq, limit: limit)
    }
    entries += try callbackHistory(of: id, before: seq, limit: limit)
    entries += try appointmentHistory(of: id, before: seq, limit: limit)
    guard entries.count > own else { return entries }
    return Array(entries.sorted { $0.seq > $1.seq }.prefix(limit))
  }
}

extension Contact {
  /// Single values that are not those of the contact that this one became part of.
  func deviations(from kept: Contact) -> [FieldChange] {
    zip(fieldTexts, kept.fieldTexts).compactMap { own, other in
      guard let text = own.text, text != other.text,
        !["tags", "kind", "organisation_id"].contains(own.field)
      else { return nil }
      return FieldChange(own.field, before: text, after: other.text)
    }
      + customTexts.compactMap { own in
        let other = kept.customTexts.first { $0.field == own.field }?.text
        return own.text == other ? nil : FieldChange(own.field, before: own.text, after: other)
      }
  }
}
