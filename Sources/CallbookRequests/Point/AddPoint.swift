package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Adds a phone, email or other point to a contact.
package struct AddPoint: PreparedRequest, ContactRequest {
  package static let method = "point.add"
  package static let summary = "Adds a phone, email or other point to a contact."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .alreadyExists,
  ]
  package static let examples = [
    RequestExample(
      "A backup phone",
      #"{"contact":"c1","kind":"phone","value":"199 0000 4321","rank":"backup"}"#)
  ]

  @Parameter(.positional, "The contact.") package var contact: ContactID
  @Parameter(.positional, "What it is.") package var kind: ContactPoint.Kind
  @Parameter(.positional, "The number, address or name, as people type it.", in: 1...500)
  package var value: String
  @Parameter("What to call it, such as work or 家里.", in: 1...50) package var label: String?
  @Parameter("Whether it is used first or as a fallback.")
  package var rank: ContactPoint.Rank = .primary
  @Parameter("Whether the contact wants to be reached here.") package var preferred: Bool = false
  @Parameter("What the contact said of being reached here.")
  package var consent: ContactPoint.Consent = .unknown
  @Parameter("Keep it, but do not use it.") package var doNotUse: Bool = false
  @Parameter("When not to use it, such as 22:00-08:00.") package var quietHours: QuietHours?
  @Parameter("When it was last seen to work.") package var verifiedOn: CalendarDate?
  @Parameter("Only if the contact still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case contact, kind, value, label, rank, preferred, consent
    case doNotUse = "do_not_use"
    case quietHours = "quiet_hours"
    case verifiedOn = "verified_on"
    case ifRev = "if_rev"
  }

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [contact] }

  package func prepare(_ environment: Environment) throws(CallbookError) -> NewPoint {
    NewPoint(
      address: try PointAddress(kind, value, environment), label: label, rank: rank,
      isPreferred: preferred, consent: consent, doNotUse: doNotUse, quietHours: quietHours,
      verifiedOn: verifiedOn)
  }

  package func run(
    _ point: NewPoint, in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> PointReply {
    try store.add(point, to: contact, ifRev: ifRev)
  }
}

extension WriteTransaction {
  /// - Throws: `NOT_FOUND`, `REVISION_CONFLICT`, `ALREADY_EXISTS`.
  func add(
    _ point: NewPoint, to contact: ContactID, ifRev: Int64?
  ) throws(CallbookError) -> PointReply {
    let old = try self.contact(contact, withRemoved: true)
    try Revision.check(ifRev, of: old)
    try checkVerified(point.verifiedOn)
    if let same = old.points.first(where: { point.address.isSame(as: $0) }) {
      throw .pointKnown(same, of: old.id)
    }
    var new = old
    if point.isPreferred { new.preferNone() }
    let id = nextPointID()
    new.points.append(point.point(id))
    let saved = try save(new, over: old, event: "point.added")
    return PointReply(contact: old.id, point: id, rev: saved.rev)
  }
}

extension WriteTransaction {
  /// A point that was seen to work tomorrow would put reviews off.
  func checkVerified(_ day: CalendarDate?) throws(CallbookError) {
    guard let day, day > today else { return }
    throw CallbookError(
      .invalidParams, "a contact point is wrong",
      violations: [Violation("/verified_on", "must not be after today")])
  }
}

extension PointAddress {
  func isSame(as point: ContactPoint) -> Bool {
    point.kind == kind && point.normal == normal && point.extensionDigits == extensionDigits
  }
}

extension CallbookError {
  static func pointKnown(_ same: ContactPoint, of contact: ContactID) -> Self {
    CallbookError(
      .alreadyExists, "\(contact) has this as \(same.id) already",
      hint: same.removedAt == nil
        ? "callbook point edit \(same.id)" : "callbook point restore \(same.id)",
      details: ["id": .text(same.id.description)])
  }
}
