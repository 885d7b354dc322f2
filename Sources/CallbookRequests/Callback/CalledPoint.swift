import CallbookModel
import CallbookStore

/// The number that was called, as it was named or as it was to be.
struct CalledPoint {
  private let named: PointID?
  private let planned: PointID?
  private let store: ReadTransaction

  init(_ named: PointID?, _ planned: PointID?, in store: ReadTransaction) {
    self.named = named
    self.planned = planned
    self.store = store
  }

  /// Any number that the contact has or had: what was called was called.
  ///
  /// - Returns: nil when none was named and none planned, or with a violation of `/point`.
  func point(
    of contact: Contact, _ violations: inout [Violation]
  ) throws(CallbookError) -> PointID? {
    guard let named else { return planned }
    let point = try store.currentPoint(named)
    let known = try store.contact(contact.id, withRemoved: true).points
    guard known.contains(where: { $0.id == point && $0.kind == .phone }) else {
      violations.append(Violation("/point", "is no phone number of \(contact.id)"))
      return nil
    }
    return point
  }
}

/// When a call was made, as it was told.
struct CallTime {
  let instant: Instant
  let violations: [Violation]

  init(at told: Instant?, now: Instant, since planned: Instant) {
    instant = told ?? now
    violations =
      instant > now
      ? [Violation("/at", "must not be in the future")]
      // A clock that was set back since says nothing of which came first.
      : instant < planned && planned <= now
        ? [Violation("/at", "is before the callback was planned")] : []
  }
}
