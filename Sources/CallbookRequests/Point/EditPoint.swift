package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes a contact point; what is not named stays, null clears.
package struct EditPoint: PreparedRequest, ContactRequest {
  package static let method = "point.edit"
  package static let summary = "Changes a contact point; what is not named stays, null clears."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .wrongState, .alreadyExists,
  ]
  package static let examples = [
    RequestExample("At night it rests", #"{"id":"m1","quiet_hours":"22:00-08:00"}"#)
  ]

  @Parameter(.positional, "The contact point.") package var id: PointID
  @Parameter("The number, address or name; to clear it, remove the point.", in: 1...500)
  package var value: String?
  @Parameter("What to call it.", in: 1...50) package var label: Patch<String>
  @Parameter("Whether it is used first or as a fallback.") package var rank: ContactPoint.Rank?
  @Parameter("What the contact said of being reached here.")
  package var consent: ContactPoint.Consent?
  @Parameter("Keep it, but do not use it.") package var doNotUse: Bool?
  @Parameter("When not to use it, such as 22:00-08:00.") package var quietHours: Patch<QuietHours>
  @Parameter("When it was last seen to work.") package var verifiedOn: Patch<CalendarDate>
  @Parameter("Only if the contact still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, value, label, rank, consent
    case doNotUse = "do_not_use"
    case quietHours = "quiet_hours"
    case verifiedOn = "verified_on"
    case ifRev = "if_rev"
  }

  /// The new value as every kind would read it: which kind the point has, only the store knows.
  package struct Readings: Sendable {
    let byKind: [ContactPoint.Kind: Result<PointAddress, CallbookError>]
  }

  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.contact(holding: id).id]
  }

  package func prepare(_ environment: Environment) -> Readings {
    var readings: [ContactPoint.Kind: Result<PointAddress, CallbookError>] = [:]
    guard let value else { return Readings(byKind: readings) }
    for kind in ContactPoint.Kind.allCases {
      do throws(CallbookError) {
        readings[kind] = .success(try PointAddress(kind, value, environment))
      } catch {
        readings[kind] = .failure(error)
      }
    }
    return Readings(byKind: readings)
  }

  package func run(
    _ readings: Readings, in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> PointReply {
    var isOtherNumber = false
    let reply = try store.change(id, ifRev: ifRev, event: "point.edited") {
      point, contact throws(CallbookError) in
      guard point.removedAt == nil else { throw .pointRemoved(id) }
      if let address = try readings.byKind[point.kind]?.get() {
        if let same = contact.points.first(where: { $0.id != point.id && address.isSame(as: $0) }) {
          throw .pointKnown(same, of: contact.id)
        }
        isOtherNumber = point.kind == .phone && point.normal != address.normal
        point.value = address.value
        point.normal = address.normal
        point.extensionDigits = address.extensionDigits
      }
      point.label = label.applied(to: point.label)
      point.rank = rank ?? point.rank
      point.consent = consent ?? point.consent
      point.doNotUse = doNotUse ?? point.doNotUse
      point.quietHours = quietHours.applied(to: point.quietHours)
      point.verifiedOn = verifiedOn.applied(to: point.verifiedOn)
      if !verifiedOn.isLeft {
        try store.checkVerified(point.verifiedOn)
        (point.verifiedBy, point.verifiedHow) = (
          point.verifiedOn == nil ? nil : environment.caller.user, nil
        )
      }
    }
    if isOtherNumber { try store.reportOtherNumber(reply) }
    return reply
  }
}

extension WriteTransaction {
  /// A phone number became another: the rules may have somebody call it.
  fileprivate func reportOtherNumber(_ reply: PointReply) throws(CallbookError) {
    let event = CallbackEvent(
      .numberChanged, of: "point", reply.point.number, occurrence: "rev \(reply.rev)",
      contact: reply.contact, at: at)
    _ = try report(event, reason: reply.point.description, callbackRules)
  }
}
