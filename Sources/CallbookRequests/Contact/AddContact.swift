package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Adds a person or an organisation with its points, and reports who it may be already.
package struct AddContact: PreparedRequest {
  package static let method = "contact.add"
  package static let summary =
    "Adds a person or an organisation with its points, and reports who it may be already."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [
    RequestExample(
      "A merchant with a mobile",
      #"{"name":"王小明","organisation":"幸福里便利店","points":[{"kind":"phone","value":"199 0000 1234"}]}"#
    )
  ]

  @Parameter(.positional, "Full name.", in: 1...200) package var name: String
  @Parameter("Whether it is somebody or something.") package var kind: ContactKind = .person
  @Parameter("Position (职位).", in: 1...100) package var title: String?
  @Parameter("Name of the organisation it belongs to.", in: 1...200) package var organisation:
    String?
  @Parameter("The contact that this organisation is.") package var organisationID: ContactID?
  @Parameter("What it is to the shop.") package var category: ContactCategory = .merchant
  @Parameter("Words to find it by.", in: 0...20) package var tags: [String]
  @Parameter("Whether the shop deals with it.") package var status: ContactStatus = .active
  @Parameter("Where it came from: walk-in, phone, referral, online.", in: 1...100)
  package var source: String?
  @Parameter("Who looks after it; an agent's own contacts are theirs.", in: 1...64)
  package var owner: String?
  @Parameter("What it wants to be spoken to in, such as zh-CN.", in: 2...35)
  package var language: String?
  @Parameter("Free text.", in: 1...4000) package var notes: String?
  @Parameter("What the shop's own fields say of it.") package var fields: CustomFieldPatch
  @Parameter("How to reach it.", in: 0...50) package var points: [PointInput]
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case name, kind, title, organisation
    case organisationID = "organisation_id"
    case category, tags, status, source, owner, language, notes, fields, points
  }

  package func prepare(_ environment: Environment) throws(CallbookError) -> [NewPoint] {
    try ContactTexts.check(name: name, tags: tags)
    // A linked organisation is called what its own row says.
    guard organisation == nil || organisationID == nil else { throw .twoOrganisations }
    return try points.prepared(environment)
  }

  package func run(
    _ points: [NewPoint], in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> AddedContact {
    let owner = try Ownership.ofNew(owner, environment.caller, in: store)
    let company = try organisationID.map { id throws(CallbookError) in try store.contact(id) }
    let values = try store.customFields().validated(fields, for: .contact, isNew: true)
    var contact = Contact(
      id: store.nextContactID(), uuid: store.newUniqueID(), kind: kind,
      name: TextFolding.trimmed(name), title: title, organisation: company?.name ?? organisation,
      organisationID: company?.id, category: category, tags: ContactTexts.unique(tags),
      status: status, source: source, owner: owner, language: language, notes: notes,
      fields: values, createdAt: store.at, updatedAt: store.at)
    contact.points = points.map { $0.point(store.nextPointID()) }
    let duplicates = try store.possibleDuplicates(of: contact)
    try store.insert(contact)
    return AddedContact(id: contact.id, rev: contact.rev, duplicates: duplicates)
  }
}

/// What adding a contact answers.
package struct AddedContact: Codable, Sendable, Equatable {
  package let id: ContactID
  package let rev: Int64
  /// Contacts with the same phone, email, or name and company.
  package let duplicates: [ContactID]
}
