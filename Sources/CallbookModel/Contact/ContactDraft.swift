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
  package var category: String?
  package var status: String?
  package var source: String?
  /// BCP 47, such as `zh` or `en-GB`.
  package var language: String?
  package var notes: String?
  package var tags: [String]
  /// A vCard UID in any form (RFC 6350, section 6.7.6).
  package var uid: String?
  package var points: [PointDraft]
  /// Who is called in an emergency, in this order.
  package var emergency: [EmergencyDraft]

  package init(
    kind: String? = nil, name: String = "", title: String? = nil, organisation: String? = nil,
    category: String? = nil, status: String? = nil, source: String? = nil,
    language: String? = nil, notes: String? = nil, tags: [String] = [], uid: String? = nil,
    points: [PointDraft] = [], emergency: [EmergencyDraft] = []
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.organisation = organisation
    self.category = category
    self.status = status
    self.source = source
    self.language = language
    self.notes = notes
    self.tags = tags
    self.uid = uid
    self.points = points
    self.emergency = emergency
  }
}

extension ContactDraft: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, name, title, organisation, category, status, source, language, notes, tags, uid
    case points, emergency
  }

  /// Every member but `name` may be absent.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String? {
      try members.decodeIfPresent(String.self, forKey: key)
    }
    self.init(
      kind: try text(.kind), name: try members.decode(String.self, forKey: .name),
      title: try text(.title), organisation: try text(.organisation),
      category: try text(.category), status: try text(.status), source: try text(.source),
      language: try text(.language), notes: try text(.notes),
      tags: try members.decodeIfPresent([String].self, forKey: .tags) ?? [],
      uid: try text(.uid),
      points: try members.decodeIfPresent([PointDraft].self, forKey: .points) ?? [],
      emergency: try members.decodeIfPresent([EmergencyDraft].self, forKey: .emergency) ?? [])
  }

  /// Leaves out what is absent or empty: a batch of drafts has to fit into one line.
  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encodeIfPresent(kind, forKey: .kind)
    try members.encode(name, forKey: .name)
    try members.encodeIfPresent(title, forKey: .title)
    try members.encodeIfPresent(organisation, forKey: .organisation)
    try members.encodeIfPresent(category, forKey: .category)
    try members.encodeIfPresent(status, forKey: .status)
    try members.encodeIfPresent(source, forKey: .source)
    try members.encodeIfPresent(language, forKey: .language)
    try members.encodeIfPresent(notes, forKey: .notes)
    if !tags.isEmpty { try members.encode(tags, forKey: .tags) }
    try members.encodeIfPresent(uid, forKey: .uid)
    if !points.isEmpty { try members.encode(points, forKey: .points) }
    if !emergency.isEmpty { try members.encode(emergency, forKey: .emergency) }
  }
}
