/// One way to reach a contact, as it was written.
package struct PointDraft: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case phone, email, wechat, qq, address
    /// A name in a social or online service; the label says which.
    case handle
  }

  package var kind: Kind
  package var value: String
  /// Free text; `mobile`, `work`, `home`, `fax` and `backup` are what readers of files use.
  package var label: String?
  /// nil: the first of a kind is primary, the others are backups.
  package var rank: ContactPoint.Rank?
  package var isPreferred: Bool
  package var consent: ContactPoint.Consent
  package var doNotUse: Bool
  package var quietHours: QuietHours?
  package var verifiedOn: CalendarDate?
  /// The user name of whoever saw that it works.
  package var verifiedBy: String?
  package var verifiedHow: VerificationMeans?

  package init(
    _ kind: Kind, _ value: String, label: String? = nil, rank: ContactPoint.Rank? = nil,
    isPreferred: Bool = false, consent: ContactPoint.Consent = .unknown, doNotUse: Bool = false,
    quietHours: QuietHours? = nil, verifiedOn: CalendarDate? = nil, verifiedBy: String? = nil,
    verifiedHow: VerificationMeans? = nil
  ) {
    self.kind = kind
    self.value = value
    self.label = label
    self.rank = rank
    self.isPreferred = isPreferred
    self.consent = consent
    self.doNotUse = doNotUse
    self.quietHours = quietHours
    self.verifiedOn = verifiedOn
    self.verifiedBy = verifiedBy
    self.verifiedHow = verifiedHow
  }
}

extension [PointDraft] {
  /// The same points, without the ranks that their order says already.
  package var withoutRanksOfOrder: [PointDraft] {
    var seen: Set<PointDraft.Kind> = []
    return map { point in
      var point = point
      let ofOrder: ContactPoint.Rank = seen.insert(point.kind).inserted ? .primary : .backup
      if point.rank == ofOrder { point.rank = nil }
      return point
    }
  }
}
