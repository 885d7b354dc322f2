import CallbookModel
import CallbookStore

/// What a row adds to a contact that is there already: never anything in place of what it has.
extension CheckedDraft {
  /// - Parameters:
  ///   - old: with its removed points, which are not to come back.
  ///   - owner: of the row, found on the staff list.
  /// - Returns: whether anything was missing.
  func merge(
    into old: Contact, owner: String?, in store: WriteTransaction
  ) throws(CallbookError) -> Bool {
    let new = try combined(with: old, owner: owner, in: store) { store.nextPointID() }
    let saved = try store.save(new, over: old, event: "contact.edited")
    var isChanged = saved.rev != old.rev
    if let verification, try store.noteImported(verification, of: old.id) { isChanged = true }
    guard !row.emergency.isEmpty,
      try store.emergencyList(of: .contact(old.id)).isEmpty
    else { return isChanged }
    try store.setEmergencyList(of: .contact(old.id), to: people)
    return true
  }

  /// Whether a contact has everything that the row could add.
  func addsNothing(to id: ContactID, in store: ReadTransaction) throws(CallbookError) -> Bool {
    guard let old = try store.contactIfLive(id, withRemoved: true) else { return false }
    // A point that is missing makes a difference, whatever its id.
    let new = try combined(with: old, owner: old.owner ?? owner, in: store) { PointID(1) }
    guard new == old else { return false }
    if let verification,
      try store.ownVerification(of: id).map({ $0.on < verification.on }) ?? true
    {
      return false
    }
    guard !row.emergency.isEmpty else { return true }
    return try store.emergencyList(of: .contact(id)).isEmpty == false
  }

  private func combined(
    with old: Contact, owner: String?, in store: ReadTransaction, _ pointID: () -> PointID
  ) throws(CallbookError) -> Contact {
    var new = old
    new.title = old.title ?? Self.text(row.title)
    if old.organisationID == nil, organisation != old.name {
      new.organisation = old.organisation ?? organisation
    }
    new.source = old.source ?? Self.text(row.source)
    new.owner = old.owner ?? owner
    new.language = old.language ?? Self.text(row.language)
    new.reviewCycle = old.reviewCycle ?? row.reviewCycle?.own
    new.notes = old.notes ?? Self.text(row.notes)
    new.fields = old.fields.filled(from: try fields(in: store))
    let tags = ContactTexts.unique(old.tags + row.tags)
    if tags.count <= Self.mostTags { new.tags = tags }
    for point in points { point.merge(into: &new, pointID) }
    return new
  }

  private static let mostTags = 20
}

extension NewPoint {
  fileprivate func merge(into contact: inout Contact, _ pointID: () -> PointID) {
    let isWanted = isPreferred && !contact.points.contains(where: \.isPreferred)
    guard let place = contact.points.firstIndex(where: { address.isSame(as: $0) }) else {
      let isFirst = !contact.points.contains { $0.kind == address.kind && $0.removedAt == nil }
      var point = self.point(pointID())
      point.rank = isFirst ? rank : .backup
      point.isPreferred = isWanted
      contact.points.append(point)
      return
    }
    guard contact.points[place].removedAt == nil else { return }
    var point = contact.points[place]
    point.label = point.label ?? label
    point.quietHours = point.quietHours ?? quietHours
    if point.verifiedOn == nil, let verifiedOn {
      point.verify(Verification(on: verifiedOn, by: verifiedBy, how: verifiedHow))
    }
    if point.consent == .unknown { point.consent = consent }
    // That somebody does not want it is never taken back by a file, but may come with one.
    point.doNotUse = point.doNotUse || doNotUse
    point.isPreferred = point.isPreferred || isWanted
    contact.points[place] = point
  }
}
