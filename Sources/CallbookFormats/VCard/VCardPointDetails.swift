import CallbookModel

/// What vCard has no parameter for, as parameters of our own (`x-name`, RFC 6350, section 5).
enum VCardPointDetails {
  private static let rank = "X-CALLBOOK-RANK"
  private static let consent = "X-CALLBOOK-CONSENT"
  private static let doNotUse = "X-CALLBOOK-DO-NOT-USE"
  private static let quietHours = "X-CALLBOOK-QUIET-HOURS"
  private static let verifiedOn = "X-CALLBOOK-VERIFIED-ON"
  private static let verifiedBy = "X-CALLBOOK-VERIFIED-BY"
  private static let verifiedHow = "X-CALLBOOK-VERIFIED-HOW"

  /// Ready to be put behind a property's name; empty for a point without anything special.
  static func parameters(of point: PointDraft) -> String {
    var text = ""
    if let word = point.rank?.rawValue { text += ";\(rank)=\(word)" }
    if point.consent != .unknown { text += ";\(consent)=\(point.consent.rawValue)" }
    if point.doNotUse { text += ";\(doNotUse)=1" }
    // Quoted: it has a colon.
    if let hours = point.quietHours { text += ";\(quietHours)=\"\(hours)\"" }
    if let day = point.verifiedOn { text += ";\(verifiedOn)=\(day)" }
    if let user = point.verifiedBy { text += ";\(verifiedBy)=\(user)" }
    if let how = point.verifiedHow { text += ";\(verifiedHow)=\(how.rawValue)" }
    return text
  }

  /// - Returns: the names of parameters whose values mean nothing.
  static func take(_ property: VCardProperty, into point: inout PointDraft) -> [String] {
    var wrong: [String] = []
    for parameter in property.parameters where parameter.name.hasPrefix("X-CALLBOOK-") {
      let value = parameter.value.lowercased()
      let isRight =
        switch parameter.name {
        case rank: assign(ContactPoint.Rank(rawValue: value), to: &point.rank)
        case consent: assign(ContactPoint.Consent(rawValue: value), to: &point.consent)
        case doNotUse: assign(value == "1" ? true : nil, to: &point.doNotUse)
        case quietHours: assign(QuietHours(value), to: &point.quietHours)
        case verifiedOn: assign(CalendarDate(value), to: &point.verifiedOn)
        case verifiedBy:
          assign(
            Verification.isUserName(parameter.value) ? parameter.value : nil,
            to: &point.verifiedBy)
        case verifiedHow: assign(VerificationMeans(rawValue: value), to: &point.verifiedHow)
        default: false
        }
      if !isRight { wrong.append(parameter.name) }
    }
    return wrong
  }

  private static func assign<Value>(_ value: Value?, to field: inout Value) -> Bool {
    guard let value else { return false }
    field = value
    return true
  }

  private static func assign<Value>(_ value: Value?, to field: inout Value?) -> Bool {
    guard let value else { return false }
    field = value
    return true
  }
}
