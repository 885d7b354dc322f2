/// What a row of a table or a card of an address book says of one contact, before anybody checked it.
///
/// Everything is text as it was written, trimmed, with line feeds as line breaks; only the words of
/// `kind`, `category`, `status` and `source` are already the English terms where they were known.
package struct ContactDraft: Sendable, Equatable {
  /// `person` or `organisation`; nil when nothing says which.
  package var kind: String?
  /// Empty when there is none.
  package var name: String
  package var title: String?
  package var organisation: String?
  /// The UID of the contact that this organisation is.
  package var organisationUID: String?
  package var category: String?
  package var status: String?
  package var source: String?
  /// The user name of whoever looks after it.
  package var owner: String?
  /// BCP 47, such as `zh` or `en-GB`.
  package var language: String?
  /// How often its details are checked; nil for as often as its category says.
  package var reviewCycle: ReviewCycle?
  /// The last day on which somebody was reached.
  package var verifiedOn: CalendarDate?
  /// The user name of whoever reached them.
  package var verifiedBy: String?
  package var verifiedHow: VerificationMeans?
  package var notes: String?
  package var tags: [String]
  /// The shop's own fields, by their keys.
  package var fields: [FieldDraft]
  /// A vCard UID in any form (RFC 6350, section 6.7.6).
  package var uid: String?
  package var points: [PointDraft]
  /// Who is called in an emergency, in this order.
  package var emergency: [EmergencyDraft]

  package init(
    kind: String? = nil, name: String = "", title: String? = nil, organisation: String? = nil,
    organisationUID: String? = nil, category: String? = nil, status: String? = nil,
    source: String? = nil, owner: String? = nil, language: String? = nil,
    reviewCycle: ReviewCycle? = nil, verifiedOn: CalendarDate? = nil, verifiedBy: String? = nil,
    verifiedHow: VerificationMeans? = nil, notes: String? = nil,
    tags: [String] = [], fields: [FieldDraft] = [], uid: String? = nil,
    points: [PointDraft] = [], emergency: [EmergencyDraft] = []
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.organisation = organisation
    self.organisationUID = organisationUID
    self.category = category
    self.status = status
    self.source = source
    self.owner = owner
    self.language = language
    self.reviewCycle = reviewCycle
    self.verifiedOn = verifiedOn
    self.verifiedBy = verifiedBy
    self.verifiedHow = verifiedHow
    self.notes = notes
    self.tags = tags
    self.fields = fields
    self.uid = uid
    self.points = points
    self.emergency = emergency
  }
}

/// A custom field of a draft: the value as it was written, `true` and `false` for yes and no.
package struct FieldDraft: Sendable, Equatable {
  package let key: String
  package let text: String

  package init(_ key: String, _ text: String) {
    self.key = key
    self.text = text
  }
}
