package import CallbookModel

extension WriteTransaction {
  /// Gives a contact that was merged away back what it had: its points, what referred to it, and
  /// itself. The survivor loses what it had from it, unless that was changed since.
  ///
  /// What was merged into the survivor later is taken apart first and joined again afterwards, so
  /// that it ends as if this one had never been part of it.
  ///
  /// - Returns: the survivor.
  /// - Throws: `NOT_FOUND`; `WRONG_STATE` when it is not merged, or what it is part of was merged in
  ///   turn or is gone.
  package func unmerge(_ id: ContactID) throws(CallbookError) -> Contact {
    let survivor = try survivorToPart(from: id)
    let before = try contact(survivor, withRemoved: true)
    let all = try mergedDirectly(into: survivor)
    let later = all.drop { $0 != id }.dropFirst()
    for other in later.reversed() { _ = try part(other, from: survivor) }
    let record = try part(id, from: survivor)
    for other in later {
      let joined = try join(try contact(other, withRemoved: true), into: survivor)
      try replaceRecord(of: other, by: joined)
    }
    try sql.execute("DELETE FROM merge WHERE contact = ?") { $0.bind(id) }
    try touch(survivor)
    try touch(id)
    let after = try contact(survivor, withRemoved: true)
    var changes = after.changes(since: before.withoutPoints(but: after))
    changes += record.changes(whenParting: id, from: survivor)
    try self.record("contact.parted", .contact(survivor), changes)
    try recordReturn(of: id, from: survivor)
    try recordPartedReview(record.review, of: survivor, to: id)
    if let callbacks = record.callbacks {
      try recordMoved(callbacks, from: survivor, to: id, isParting: true)
    }
    try recordMoved(record.appointments ?? [], from: survivor, to: id)
    try recordMoved(record.series ?? [], from: survivor, to: id)
    for contact in [survivor, id] {
      try reviewHolderChanged(of: contact)
      try planCare(of: contact)
    }
    try renamed(after, from: before)
    return try contact(survivor)
  }

  private func survivorToPart(from id: ContactID) throws(CallbookError) -> ContactID {
    let stored: (isLive: Bool, into: ContactID?)? = try sql.first(
      "SELECT state = 'live', merged_into FROM contact WHERE id = ?", { $0.bind(id) },
      { ($0.boolean(0), $0.identifierOrNil(1)) })
    guard let stored else { throw .noContact(id) }
    guard let survivor = stored.into else {
      guard stored.isLive else { throw .noContact(id) }
      throw .notMerged(id, last: try mergedDirectly(into: id).last)
    }
    guard try contactIfLive(survivor) == nil else { return survivor }
    throw .partOfGone(id, survivor, live: try self.survivor(of: survivor))
  }

  /// Undoes ``join(_:into:)``.
  ///
  /// - Returns: what went back.
  private func part(
    _ id: ContactID, from survivorID: ContactID
  ) throws(CallbookError) -> MergeRecord {
    let record = try withSeries(mergeRecord(of: id), from: survivorID)
    let survivor = try contact(survivorID, withRemoved: true)
    try sql.execute("UPDATE contact SET state = 'live', merged_into = NULL WHERE id = ?") {
      $0.bind(id)
    }
    let moved = try returnPoints(record.moved, of: survivorID, to: id)
    var remaining = survivor
    remaining.points.removeAll { moved.contains($0.id) }
    var left = remaining
    left.takeBack(record, try customFields())
    try savePoints(of: left, over: remaining)
    try write(left, over: survivor)
    let other = try contact(id, withRemoved: true)
    try savePoints(of: other.restricted(as: remaining, since: record.twins), over: other)
    try returnMembers(record.members, of: survivor, to: other)
    try returnListings(record.listings, of: survivorID)
    if let callbacks = record.callbacks {
      try returnCallbacks(callbacks, of: survivorID, to: id, record.twins)
    }
    try returnAppointments(record.appointments ?? [], of: survivorID, to: id)
    try returnSeries(record.series ?? [], of: survivorID, to: id)
    try returnEmergencyList(record.emergency, of: survivorID)
    try partVerification(record.verification, from: survivorID)
    try partReview(record.review, of: survivorID, to: id)
    try returnInteractions(of: survivorID, to: id)
    try requireDistinctPoints(of: id)
    return record
  }

  private func returnPoints(
    _ moved: [MergeRecord.Moved], of survivor: ContactID, to other: ContactID
  ) throws(CallbookError) -> [PointID] {
    for point in moved {
      try sql.execute("UPDATE point SET contact = ?, preferred = 0 WHERE id = ? AND contact = ?") {
        $0.bind(other)
        $0.bind(point.point)
        $0.bind(survivor)
      }
    }
    for point in moved where point.wasPreferred {
      try sql.execute("UPDATE point SET preferred = 1 WHERE id = ? AND removed_at IS NULL") {
        $0.bind(point.point)
      }
    }
    return moved.map(\.point)
  }

  /// A number that was corrected since may be one that the contact had already.
  private func requireDistinctPoints(of id: ContactID) throws(CallbookError) {
    let points = try contact(id, withRemoved: true).points
    for (place, point) in points.enumerated() {
      guard let same = points[..<place].first(where: { $0.isSame(as: point) }) else { continue }
      throw CallbookError(
        .wrongState,
        "\(id) would have one number twice, as \(same.id) and \(point.id), which was changed since",
        hint: "callbook point edit \(point.id)")
    }
  }

  private func mergeRecord(of id: ContactID) throws(CallbookError) -> MergeRecord {
    let text = try sql.first(
      "SELECT record FROM merge WHERE contact = ?", { $0.bind(id) }, { $0.text(0) })
    guard let text else {
      throw CallbookError(.storeCorrupt, "the store does not know any more how \(id) was merged")
    }
    return try MergeRecord(text: text)
  }

  private func replaceRecord(
    of id: ContactID, by record: MergeRecord
  ) throws(CallbookError) {
    let text = try record.text()
    try sql.execute("UPDATE merge SET record = ? WHERE contact = ?") { row in
      row.bind(text)
      row.bind(id)
    }
  }

  /// Somebody who left the shop meanwhile looks after nobody: then the survivor's owner does.
  private func recordReturn(
    of id: ContactID, from survivor: ContactID
  ) throws(CallbookError) {
    var changes = [
      FieldChange(
        "state", before: ContactState.merged.rawValue, after: ContactState.live.rawValue),
      FieldChange("merged_into", before: survivor.description, after: nil),
    ]
    if let former = try owner(of: id), try staff(user: former)?.state != .active {
      let owner = try owner(of: survivor)
      try sql.execute(
        "UPDATE contact SET owner = (SELECT id FROM staff WHERE user = ?) WHERE id = ?"
      ) {
        $0.bind(owner)
        $0.bind(id)
      }
      changes.append(FieldChange("owner", before: former, after: owner))
    }
    try record("contact.unmerged", .contact(id), changes)
  }
}

extension MergeRecord {
  /// What the history of the survivor says beside its own fields.
  fileprivate func changes(
    whenParting id: ContactID, from survivor: ContactID
  ) -> [FieldChange] {
    var changes = [FieldChange("merged", before: id.description, after: nil)]
    changes += moved.map { moved in
      FieldChange(
        "points/\(moved.point)/contact", before: survivor.description, after: id.description)
    }
    changes += emergency.map { entry in
      FieldChange("emergency/\(entry.place)", before: entry.ledgerText, after: nil)
    }
    if !members.isEmpty {
      changes.append(FieldChange("members", before: String(members.count), after: nil))
    }
    return changes
  }
}

extension Contact {
  /// Is again as it was before a merge, but for what was changed since.
  fileprivate mutating func takeBack(_ record: MergeRecord, _ defined: CustomFieldSet) {
    let texts = fieldTexts + customTexts.map { (field: $0.field, text: Optional($0.text)) }
    let now = Dictionary(uniqueKeysWithValues: texts)
    let isLinked = record.fields.contains { $0.field == "organisation_id" }
    for change in record.fields {
      // A linked organisation's name is its own: whether it was changed is seen by the link.
      let decisive = isLinked && change.field == "organisation" ? "organisation_id" : change.field
      let after = record.fields.first { $0.field == decisive }?.after
      if now[decisive] == after { _ = setField(change.field, to: change.before, defined) }
    }
    tags.removeAll { record.tags.contains($0) }
    for twin in record.twins {
      guard let place = points.firstIndex(where: { $0.id == twin.before.id }) else { continue }
      points[place].takeBack(twin)
    }
  }

  /// What was said since of a number that both had holds for either: nobody asked whose it was.
  fileprivate func restricted(
    as survivor: Contact, since twins: [ContactMerge.Twin]
  ) -> Contact {
    var contact = self
    for twin in twins {
      guard let place = contact.points.firstIndex(where: { $0.id == twin.point }),
        var now = survivor.points.first(where: { $0.id == twin.before.id }),
        now.isSame(as: twin.after)
      else { continue }
      if now.consent == twin.after.consent { now.consent = .unknown }
      now.doNotUse = now.doNotUse && !twin.after.doNotUse
      if now.quietHours == twin.after.quietHours { now.quietHours = nil }
      contact.points[place].restrict(as: now)
    }
    return contact
  }
}

extension ContactPoint {
  fileprivate mutating func takeBack(_ twin: ContactMerge.Twin) {
    let (before, after) = (twin.before, twin.after)
    if label == after.label { label = before.label }
    if consent == after.consent { consent = before.consent }
    if doNotUse == after.doNotUse { doNotUse = before.doNotUse }
    if quietHours == after.quietHours { quietHours = before.quietHours }
    if verifiedOn == after.verifiedOn {
      (verifiedOn, verifiedBy, verifiedHow) = (
        before.verifiedOn, before.verifiedBy, before.verifiedHow
      )
    }
    // One that was preferred since is in use.
    let isPreferredSince = isPreferred && !after.isPreferred
    if isPreferred == after.isPreferred { isPreferred = before.isPreferred }
    if removedAt == after.removedAt, !isPreferredSince { removedAt = before.removedAt }
    if removedAt != nil { isPreferred = false }
  }
}

extension CallbookError {
  fileprivate static func notMerged(_ id: ContactID, last: ContactID?) -> CallbookError {
    guard let last else {
      return CallbookError(
        .wrongState, "\(id) is not part of another contact",
        hint: "callbook contact history \(id)")
    }
    return CallbookError(
      .wrongState,
      "\(id) is not part of another contact; the last that became part of it is \(last)",
      hint: "callbook contact unmerge \(last)")
  }

  fileprivate static func partOfGone(
    _ id: ContactID, _ survivor: ContactID, live: ContactID?
  ) -> CallbookError {
    guard let live else {
      return CallbookError(
        .wrongState, "\(id) became part of \(survivor), which is not there any more")
    }
    return CallbookError(
      .wrongState,
      "\(id) became part of \(survivor), which has become part of \(live) since: first that one",
      hint: "callbook contact unmerge \(survivor)")
  }
}
