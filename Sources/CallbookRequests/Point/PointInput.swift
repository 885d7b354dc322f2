package import CallbookModel
package import CallbookProtocol

/// A contact point as somebody gives it.
package struct PointInput: ObjectParameter {
  @Parameter("What it is.") package var kind: ContactPoint.Kind
  @Parameter("The number, address or name, as people type it.", in: 1...500)
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
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case kind, value, label, rank, preferred, consent
    case doNotUse = "do_not_use"
    case quietHours = "quiet_hours"
    case verifiedOn = "verified_on"
  }
}

extension PointInput {
  /// The point with its normal form, before it has an id.
  ///
  /// - Throws: a violation of `/value`.
  func prepared(_ environment: Environment) throws(CallbookError) -> NewPoint {
    NewPoint(
      address: try PointAddress(kind, value, environment), label: label, rank: rank,
      isPreferred: preferred, consent: consent, doNotUse: doNotUse, quietHours: quietHours,
      verifiedOn: verifiedOn)
  }
}

/// A point that is checked and waits for its id.
package struct NewPoint: Sendable {
  let address: PointAddress
  let label: String?
  let rank: ContactPoint.Rank
  let isPreferred: Bool
  let consent: ContactPoint.Consent
  let doNotUse: Bool
  let quietHours: QuietHours?
  let verifiedOn: CalendarDate?
  var verifiedBy: String?
  var verifiedHow: VerificationMeans?

  func point(_ id: PointID) -> ContactPoint {
    ContactPoint(
      id: id, kind: address.kind, value: address.value, normal: address.normal,
      extensionDigits: address.extensionDigits, label: label, rank: rank, isPreferred: isPreferred,
      consent: consent, doNotUse: doNotUse, quietHours: quietHours, verifiedOn: verifiedOn,
      verifiedBy: verifiedBy, verifiedHow: verifiedHow)
  }
}
