/// One way to reach a contact (DOMAIN C2).
package struct ContactPoint: Codable, Sendable, Equatable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    case phone, email, wechat, qq, address
    /// A name at an online service; the label says which.
    case handle
  }

  package enum Rank: String, Codable, Sendable, CaseIterable {
    case primary, backup
  }

  /// What the contact said of being written to or called here.
  package enum Consent: String, Codable, Sendable, CaseIterable {
    case unknown, given, refused
  }

  package let id: PointID
  package var kind: Kind
  /// As it was typed.
  package var value: String
  /// What equals it for finding and for duplicates: E.164 of a phone, the canonical form of an email.
  package var normal: String
  /// The extension of a phone (分机), digits only.
  package var extensionDigits: String?
  package var label: String?
  package var rank: Rank
  /// Whether this is the point that the contact wants to be reached at; at most one is.
  package var isPreferred: Bool
  package var consent: Consent
  package var doNotUse: Bool
  package var quietHours: QuietHours?
  /// When somebody last saw that it reaches the contact.
  package var verifiedOn: CalendarDate?
  /// The user name of whoever saw it; nil when that is not known.
  package var verifiedBy: String?
  package var verifiedHow: VerificationMeans?
  /// When it was removed; it stays in the history and can be restored.
  package var removedAt: Instant?

  package init(
    id: PointID, kind: Kind, value: String, normal: String, extensionDigits: String? = nil,
    label: String? = nil, rank: Rank = .primary, isPreferred: Bool = false,
    consent: Consent = .unknown, doNotUse: Bool = false, quietHours: QuietHours? = nil,
    verifiedOn: CalendarDate? = nil, verifiedBy: String? = nil,
    verifiedHow: VerificationMeans? = nil, removedAt: Instant? = nil
  ) {
    self.id = id
    self.kind = kind
    self.value = value
    self.normal = normal
    self.extensionDigits = extensionDigits
    self.label = label
    self.rank = rank
    self.isPreferred = isPreferred
    self.consent = consent
    self.doNotUse = doNotUse
    self.quietHours = quietHours
    self.verifiedOn = verifiedOn
    self.verifiedBy = verifiedBy
    self.verifiedHow = verifiedHow
    self.removedAt = removedAt
  }

  private enum CodingKeys: String, CodingKey {
    case id, kind, value, normal
    case extensionDigits = "extension"
    case label, rank
    case isPreferred = "preferred"
    case consent
    case doNotUse = "do_not_use"
    case quietHours = "quiet_hours"
    case verifiedOn = "verified_on"
    case verifiedBy = "verified_by"
    case verifiedHow = "verified_how"
    case removedAt = "removed_at"
  }
}

extension ContactPoint: Identified {
  package static var idLetter: Unicode.Scalar { "m" }
  package static var noun: String { "contact point" }
}

package typealias PointID = Identifier<ContactPoint>

extension ContactPoint {
  package mutating func verify(_ verification: Verification) {
    (verifiedOn, verifiedBy, verifiedHow) = (verification.on, verification.by, verification.how)
  }

  /// What said that it was seen to work was a slip; what else is known holds then.
  package mutating func takeBack(_ said: Verification, for other: Verification?) {
    guard let verifiedOn, Verification(on: verifiedOn, by: verifiedBy, how: verifiedHow) == said
    else { return }
    (self.verifiedOn, verifiedBy, verifiedHow) = (other?.on, other?.by, other?.how)
  }
}
