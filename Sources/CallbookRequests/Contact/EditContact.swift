package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes fields of a contact; what is not named stays, null clears.
package struct EditContact: WriteRequest, ContactRequest {
  package static let method = "contact.edit"
  package static let summary = "Changes fields of a contact; what is not named stays, null clears."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict]
  package static let examples = [
    RequestExample("A new position, no notes", #"{"id":"c1","title":"店长","notes":null}"#)
  ]

  @Parameter(.positional, "The contact.") package var id: ContactID
  @Parameter("Full name.", in: 1...200) package var name: String?
  @Parameter("Whether it is somebody or something.") package var kind: ContactKind?
  @Parameter("Position (职位).", in: 1...100) package var title: Patch<String>
  @Parameter("Name of the organisation it belongs to.", in: 1...200)
  package var organisation: Patch<String>
  @Parameter("The contact that this organisation is.")
  package var organisationID: Patch<ContactID>
  @Parameter("What it is to the shop.") package var category: ContactCategory?
  @Parameter("Words to find it by: all of them.", in: 0...20) package var tags: [String]?
  @Parameter("Whether the shop deals with it.") package var status: ContactStatus?
  @Parameter("Where it came from.", in: 1...100) package var source: Patch<String>
  @Parameter("Who looks after it.", in: 1...64) package var owner: Patch<String>
  @Parameter("What it wants to be spoken to in, such as zh-CN.", in: 2...35)
  package var language: Patch<String>
  @Parameter("How often its details are checked: a cycle, none, or default for as its category.")
  package var reviewCycle: ReviewCycleChoice?
  @Parameter("Free text.", in: 1...4000) package var notes: Patch<String>
  @Parameter("What the shop's own fields say of it; null clears one.")
  package var fields: CustomFieldPatch
  @Parameter("Only if the contact still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, name, kind, title, organisation
    case organisationID = "organisation_id"
    case category, tags, status, source, owner, language
    case reviewCycle = "review_cycle"
    case notes, fields
    case ifRev = "if_rev"
  }

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [id] }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ContactRevision {
    try ContactTexts.check(name: name, tags: tags ?? [])
    try Ownership.ofEdited(owner, environment.caller, in: store)
    let old = try store.contact(id)
    try Revision.check(ifRev, of: old)
    var new = edited(old)
    new.fields = try store.customFields().validated(
      fields, for: .contact, existing: old.fields, isNew: false)
    if case .set(let organisation) = organisationID {
      let company = try store.contact(organisation)
      guard company.id != old.id else { throw .ownOrganisation }
      guard case .leave = self.organisation else { throw .twoOrganisations }
      new.organisationID = company.id
      new.organisation = company.name
    }
    return ContactRevision(of: try store.save(new, over: old, event: "contact.edited"))
  }

  private func edited(_ old: Contact) -> Contact {
    var contact = old
    contact.name = name.map(TextFolding.trimmed) ?? old.name
    contact.kind = kind ?? old.kind
    contact.title = title.applied(to: old.title)
    contact.organisationID = organisationID.applied(to: old.organisationID)
    contact.organisation = organisation.applied(to: old.organisation)
    // A linked organisation is called what its own row says: another name is another organisation.
    if contact.organisation != old.organisation { contact.organisationID = nil }
    contact.category = category ?? old.category
    contact.tags = tags.map(ContactTexts.unique) ?? old.tags
    contact.status = status ?? old.status
    contact.source = source.applied(to: old.source)
    contact.owner = owner.applied(to: old.owner)
    contact.language = language.applied(to: old.language)
    contact.reviewCycle = reviewCycle.map(\.own) ?? old.reviewCycle
    contact.notes = notes.applied(to: old.notes)
    return contact
  }
}

extension CallbookError {
  static let twoOrganisations = CallbookError(
    .invalidParams, "a contact belongs to one organisation",
    violations: [Violation("/organisation", "leave it out, or leave out organisation_id")])
  fileprivate static let ownOrganisation = CallbookError(
    .invalidParams, "a contact is not its own organisation",
    violations: [Violation("/organisation_id", "must be another contact")])
}
