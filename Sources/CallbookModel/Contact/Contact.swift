/// A person or an organisation that the shop deals with (DOMAIN C1).
package struct Contact: Codable, Sendable, Equatable {
  package let id: ContactID
  /// Also the contact's UID in files, when it was not imported with another one.
  package let uuid: UniqueID
  /// Grows with every change; a change may say which revision it was made of.
  package var rev: Int64
  package var kind: ContactKind
  package var name: String
  /// Position (职位), such as 店长.
  package var title: String?
  /// The name of the organisation it belongs to.
  package var organisation: String?
  /// The contact that this organisation is, when the shop keeps one.
  package var organisationID: ContactID?
  package var category: ContactCategory
  package var tags: [String]
  package var status: ContactStatus
  /// Where the contact came from: `walk-in`, `phone`, `referral`, `online`, `import:…`.
  package var source: String?
  /// The user name of the staff member who looks after it; nil when nobody does.
  package var owner: String?
  /// What it wants to be spoken and written to in: a BCP 47 tag, such as `zh-CN`.
  package var language: String?
  /// How often its details are checked; nil for as often as its category says.
  package var reviewCycle: ReviewCycle?
  package var notes: String?
  /// What the shop's own fields say of it (DOMAIN C9).
  package var fields: CustomFieldValues
  package var points: [ContactPoint]
  package let createdAt: Instant
  package var updatedAt: Instant
  /// Other contacts with the phone number that this one was asked for by.
  package var sharedWith: [ContactID]?
  /// Set when it was asked for by the id of a contact that was merged into this one.
  package var mergedInto: ContactID?
  /// Whether sensitive fields were left out because of who asks (DOMAIN S4).
  package var isRedacted: Bool?

  package init(
    id: ContactID, uuid: UniqueID, rev: Int64 = 1, kind: ContactKind, name: String,
    title: String? = nil, organisation: String? = nil, organisationID: ContactID? = nil,
    category: ContactCategory = .merchant, tags: [String] = [], status: ContactStatus = .active,
    source: String? = nil, owner: String? = nil, language: String? = nil,
    reviewCycle: ReviewCycle? = nil, notes: String? = nil,
    fields: CustomFieldValues = CustomFieldValues(), points: [ContactPoint] = [],
    createdAt: Instant, updatedAt: Instant
  ) {
    self.id = id
    self.uuid = uuid
    self.rev = rev
    self.kind = kind
    self.name = name
    self.title = title
    self.organisation = organisation
    self.organisationID = organisationID
    self.category = category
    self.tags = tags
    self.status = status
    self.source = source
    self.owner = owner
    self.language = language
    self.reviewCycle = reviewCycle
    self.notes = notes
    self.fields = fields
    self.points = points
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  private enum CodingKeys: String, CodingKey {
    case id, uuid, rev, kind, name, title, organisation
    case organisationID = "organisation_id"
    case category, tags, status, source, owner, language
    case reviewCycle = "review_cycle"
    case notes, fields, points
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case sharedWith = "shared_with"
    case mergedInto = "merged_into"
    case isRedacted = "redacted"
  }
}

extension Contact: Identified {
  package static var idLetter: Unicode.Scalar { "c" }
  package static var noun: String { "contact" }
}

package typealias ContactID = Identifier<Contact>
