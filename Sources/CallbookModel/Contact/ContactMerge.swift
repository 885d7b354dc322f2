/// What becomes of two contacts that are one (DOMAIN C7).
///
/// The survivor keeps what it has; what it lacks comes from the other. Of what says that somebody
/// is not to be reached the stricter holds: blocked before any other status, refused before given
/// before unknown, not to be used before usable, all quiet hours. Every point of either is there
/// afterwards: the other's move, but for those that both have, which become one.
package struct ContactMerge: Sendable, Equatable {
  /// A point of the other contact that the survivor has, too.
  package struct Twin: Sendable, Equatable, Codable {
    /// The other's, which stays behind with it.
    package let point: PointID
    /// The survivor's before and after.
    package let before: ContactPoint
    package let after: ContactPoint

    package init(point: PointID, before: ContactPoint, after: ContactPoint) {
      self.point = point
      self.before = before
      self.after = after
    }
  }

  /// The survivor as it will be, with its removed points.
  package let result: Contact
  /// The other's points that the survivor did not have, as they were.
  package let moved: [ContactPoint]
  package let twins: [Twin]

  /// - Parameters: contacts of one kind, with their removed points.
  package init(of other: Contact, into survivor: Contact) {
    var result = survivor.filled(from: other)
    let takesPreference = !survivor.points.contains(where: \.isPreferred)
    var moved: [ContactPoint] = []
    var twins: [Twin] = []
    for point in other.points {
      guard let place = result.points.firstIndex(where: { $0.isSame(as: point) }) else {
        moved.append(point)
        var joining = point
        joining.isPreferred = point.isPreferred && takesPreference
        result.points.append(joining)
        continue
      }
      let before = result.points[place]
      result.points[place].join(point)
      if point.isPreferred, takesPreference { result.points[place].isPreferred = true }
      twins.append(Twin(point: point.id, before: before, after: result.points[place]))
    }
    self.result = result
    self.moved = moved
    self.twins = twins
  }
}

extension Contact {
  fileprivate func filled(from other: Contact) -> Contact {
    var filled = self
    filled.title = title ?? other.title
    let isPartOfOther = organisationID == other.id
    if isPartOfOther || (organisation == nil && organisationID == nil) {
      // An organisation is no part of itself.
      let isCircle = other.organisationID == id
      filled.organisationID = isCircle ? nil : other.organisationID
      filled.organisation = isCircle ? nil : other.organisation
    }
    let known = Set(tags.map { TextFolding.fold($0) })
    filled.tags += other.tags.filter { !known.contains(TextFolding.fold($0)) }
    filled.tags.sort()
    if other.status == .blocked { filled.status = .blocked }
    filled.source = source ?? other.source
    filled.owner = owner ?? other.owner
    filled.language = language ?? other.language
    filled.reviewCycle = reviewCycle ?? other.reviewCycle
    filled.notes = notes ?? other.notes
    filled.fields = fields.filled(from: other.fields)
    return filled
  }
}

extension ContactPoint {
  /// Whether both reach the same place, however they were typed.
  package func isSame(as other: ContactPoint) -> Bool {
    (kind, normal) == (other.kind, other.normal) && extensionDigits == other.extensionDigits
  }

  /// Becomes one with a point that is the same; see ``ContactMerge``.
  fileprivate mutating func join(_ other: ContactPoint) {
    restrict(as: other)
    if consent == .unknown { consent = other.consent }
    label = label ?? other.label
    if let on = other.verifiedOn, verifiedOn.map({ $0 < on }) ?? true {
      verify(Verification(on: on, by: other.verifiedBy, how: other.verifiedHow))
    }
    // What one of them is reached at is in use.
    if other.removedAt == nil { removedAt = nil }
  }

  /// Is reached no more freely than the other.
  package mutating func restrict(as other: ContactPoint) {
    if other.consent == .refused { consent = .refused }
    doNotUse = doNotUse || other.doNotUse
    guard let hours = quietHours, let others = other.quietHours else {
      quietHours = quietHours ?? other.quietHours
      return
    }
    // Hours that leave no minute of the day leave no use.
    if let both = hours.covering(others) { quietHours = both } else { doNotUse = true }
  }
}
