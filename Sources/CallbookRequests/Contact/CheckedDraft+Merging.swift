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
    for point in points { point.merge(into: &new, in: store) }
    let saved = try store.save(new, over: old, event: "contact.edited")
    let isNews =
      try verification.map { known throws(CallbookError) in
        try store.noteImported(known, of: old.id)
      } ?? false
    guard !row.emergency.isEmpty,
      try store.emergencyList(of: .contact(old.id)).isEmpty
    else { return isNews || saved.rev != old.rev }
    try store.setEmergencyList(of: .contact(old.id), to: people)
    return true
  }

  private static let mostTags = 20
}

extension NewPoint {
  fileprivate func merge(into contact: inout Contact, in store: WriteTransaction) {
    let isWanted = isPreferred && !contact.points.contains(where: \.isPreferred)
    guard let place = contact.points.firstIndex(where: { address.isSame(as: $0) }) else {
      let isFirst = !contact.points.contains { $0.kind == address.kind && $0.removedAt == nil }
      var point = self.point(store.nextPointID())
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
