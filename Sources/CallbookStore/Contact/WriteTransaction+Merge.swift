package import CallbookModel

extension WriteTransaction {
  /// Makes contacts part of another: ``ContactMerge`` says of points and fields what becomes of
  /// them; whatever refers to them refers to the survivor from now on.
  ///
  /// - Parameters: live contacts.
  /// - Returns: the survivor.
  /// - Throws: `WRONG_STATE` when they are not of one kind, or their emergency lists are too long.
  package func merge(
    _ others: [ContactID], into id: ContactID
  ) throws(CallbookError) -> Contact {
    let before = try contact(id, withRemoved: true)
    var joined: [(contact: Contact, record: MergeRecord)] = []
    for other in others {
      let contact = try contact(other, withRemoved: true)
      joined.append((contact, try join(contact, into: id)))
    }
    try touch(id)
    let after = try contact(id, withRemoved: true)
    var changes = after.withoutPoints(but: before).changes(since: before)
    for (contact, record) in joined { changes += record.changes(of: contact, into: after) }
    try record("contact.merged", .contact(id), changes)
    for (contact, record) in joined {
      try touch(contact.id)
      try recordJoinedReview(record.review, to: id)
      try self.record(
        "contact.merged_into", .contact(contact.id),
        [
          FieldChange(
            "state", before: ContactState.live.rawValue, after: ContactState.merged.rawValue),
          FieldChange("merged_into", before: nil, after: id.description),
        ])
      try insert(record, of: contact.id)
      if let callbacks = record.callbacks {
        try recordMoved(callbacks, from: contact.id, to: id)
      }
      try recordMoved(record.appointments ?? [], from: contact.id, to: id)
      try recordMoved(record.series ?? [], from: contact.id, to: id)
    }
    for contact in [id] + others {
      try reviewHolderChanged(of: contact)
      try planCare(of: contact)
    }
    try renamed(after, from: before)
    return try self.contact(id)
  }

  /// Moves what one contact has to another and takes it out of sight; leaves the ledger alone.
  func join(_ other: Contact, into id: ContactID) throws(CallbookError) -> MergeRecord {
    let survivor = try contact(id, withRemoved: true)
    guard survivor.kind == other.kind else { throw .notOfOneKind(other, survivor) }
    let merge = ContactMerge(of: other, into: survivor)
    var record = MergeRecord(merge, of: survivor)
    var old = survivor
    for point in merge.moved { old.points.append(try move(point, to: id)) }
    try savePoints(of: merge.result, over: old)
    try write(merge.result, over: survivor)
    record.emergency = try joinEmergencyList(of: other.id, to: id)
    record.listings = try moveListings(of: other.id, to: id)
    record.members = try moveMembers(of: other, to: survivor)
    record.callbacks = try moveCallbacks(of: other.id, to: id, merge.twins)
    record.appointments = try moveAppointments(of: other.id, to: id)
    record.series = try moveSeries(of: other.id, to: id)
    record.verification = try joinVerification(of: other.id, to: id)
    record.review = try joinReview(of: other.id, to: id)
    try sql.execute("UPDATE contact SET state = 'merged', merged_into = ? WHERE id = ?") { row in
      row.bind(id)
      row.bind(other.id)
    }
    return record
  }

  /// - Returns: the point as it arrived: at most one is preferred, so it first is not.
  private func move(
    _ point: ContactPoint, to contact: ContactID
  ) throws(CallbookError) -> ContactPoint {
    try sql.execute("UPDATE point SET contact = ?, preferred = 0 WHERE id = ?") { row in
      row.bind(contact)
      row.bind(point.id)
    }
    var arrived = point
    arrived.isPreferred = false
    return arrived
  }

  /// Lets a contact have a new revision.
  func touch(_ id: ContactID) throws(CallbookError) {
    try sql.execute("UPDATE contact SET rev = rev + 1, updated_at = ? WHERE id = ?") { row in
      row.bind(at)
      row.bind(id)
    }
  }

  /// Keeps what has to be known to undo a merge, by the entry that was recorded last.
  private func insert(_ record: MergeRecord, of contact: ContactID) throws(CallbookError) {
    let text = try record.text()
    try sql.execute("INSERT INTO merge (contact, seq, record) VALUES (?, ?, ?)") { row in
      row.bind(contact)
      row.bind(tail.seq)
      row.bind(text)
    }
  }
}

extension Contact {
  /// Without the points that the other one does not have.
  func withoutPoints(but other: Contact) -> Contact {
    var contact = self
    let known = Set(other.points.map(\.id))
    contact.points.removeAll { !known.contains($0.id) }
    return contact
  }
}

extension MergeRecord {
  /// What the history of the survivor says beside its own fields: what came from whom, and what of
  /// the other contact was not taken.
  fileprivate func changes(of other: Contact, into survivor: Contact) -> [FieldChange] {
    var changes = [FieldChange("merged", before: nil, after: other.id.description)]
    changes += other.deviations(from: survivor).map {
      FieldChange("merged/\(other.id)/\($0.field)", before: $0.before, after: $0.after)
    }
    changes += twins.flatMap { twin in untaken(twin, of: other) }
    changes += moved.map { moved in
      FieldChange(
        "points/\(moved.point)/contact", before: other.id.description,
        after: survivor.id.description)
    }
    changes += emergency.map { entry in
      FieldChange("emergency/\(entry.place)", before: nil, after: entry.ledgerText)
    }
    if !members.isEmpty {
      changes.append(FieldChange("members", before: nil, after: String(members.count)))
    }
    return changes
  }

  private func untaken(_ twin: ContactMerge.Twin, of other: Contact) -> [FieldChange] {
    guard let point = other.points.first(where: { $0.id == twin.point }) else { return [] }
    return zip(point.fieldTexts, twin.after.fieldTexts).compactMap { own, kept in
      guard ["value", "label", "rank"].contains(own.field), let text = own.text,
        text != kept.text
      else { return nil }
      return FieldChange(
        "merged/\(other.id)/points/\(point.id)/\(own.field)", before: text, after: kept.text)
    }
  }
}

extension CallbookError {
  fileprivate static func notOfOneKind(_ other: Contact, _ survivor: Contact) -> CallbookError {
    CallbookError(
      .wrongState,
      "\(other.id) is of kind \(other.kind.rawValue) and \(survivor.id) of kind "
        + "\(survivor.kind.rawValue): they are not the same",
      hint: "callbook contact edit \(other.id) --kind \(survivor.kind.rawValue)")
  }
}
