package import CallbookModel

extension WriteTransaction {
  /// The id that the next new contact gets.
  package func nextContactID() -> ContactID { ids.takeContact() }

  package func nextPointID() -> PointID { ids.takePoint() }

  package func newUniqueID() -> UniqueID { UniqueID(at: at, randomness: randomness) }

  /// Adds a contact with its points.
  ///
  /// - Parameter importedUID: the UID of the vCard that it came from, of any form.
  package func insert(_ contact: Contact, importedUID: String? = nil) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO contact (id, uuid, imported_uid, sole_name, state, kind, name, title, organisation,
        organisation_id, category, status, source, owner, language, notes, rev, created_at, updated_at)
      VALUES (?, ?, ?, ?, 'live', ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?,
        ?, ?, ?)
      """
    ) { row in
      row.bind(contact.id)
      row.bind(contact.uuid)
      row.bind(importedUID)
      row.bind(contact.isKnownByNameOnly ? contact.name : nil)
      bindFields(of: contact, to: row)
      row.bind(contact.rev)
      row.bind(contact.createdAt)
      row.bind(contact.updatedAt)
    }
    try insertTags(of: contact)
    for point in contact.points { try insert(point, of: contact.id) }
    try record("contact.added", .contact(contact.id), contact.changes(since: nil))
    index(contact)
  }

  /// Writes what differs between two states of a contact, and what happened to the ledger.
  ///
  /// - Parameter old: as ``contact(holding:)`` or ``contactIfLive(_:withRemoved:)`` gave it, removed
  ///   points included when the new one has them.
  /// - Returns: the contact with its new revision; the old one when nothing differs.
  package func save(
    _ new: Contact, over old: Contact, event: String, notes: [FieldChange] = []
  ) throws(CallbookError) -> Contact {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    var contact = new
    contact.rev = old.rev + 1
    contact.updatedAt = at
    try update(contact)
    if contact.tags.sorted() != old.tags.sorted() {
      try sql.execute("DELETE FROM contact_tag WHERE contact = ?") { $0.bind(contact.id) }
      try insertTags(of: contact)
    }
    try savePoints(of: contact, over: old)
    try record(event, .contact(contact.id), changes + notes)
    if (contact.name, contact.organisation, contact.kind) != (old.name, old.organisation, old.kind)
    {
      index(contact)
    }
    if contact.name != old.name { try indexMembers(of: contact) }
    return contact
  }

  private func update(_ contact: Contact) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE contact SET kind = ?, name = ?, title = ?, organisation = ?, organisation_id = ?,
        category = ?, status = ?, source = ?, owner = (SELECT id FROM staff WHERE user = ?),
        language = ?, notes = ?, rev = ?, updated_at = ?
      WHERE id = ?
      """
    ) { row in
      bindFields(of: contact, to: row)
      row.bind(contact.rev)
      row.bind(contact.updatedAt)
      row.bind(contact.id)
    }
  }

  private func bindFields(of contact: Contact, to row: SQLStatement) {
    row.bind(contact.kind)
    row.bind(contact.name)
    row.bind(contact.title)
    // A linked organisation is named by its own row, so that it has one name only.
    row.bind(contact.organisationID == nil ? contact.organisation : nil)
    row.bind(contact.organisationID)
    row.bind(contact.category)
    row.bind(contact.status)
    row.bind(contact.source)
    row.bind(contact.owner)
    row.bind(contact.language)
    row.bind(contact.notes)
  }

  private func insertTags(of contact: Contact) throws(CallbookError) {
    for tag in contact.tags {
      try sql.execute("INSERT INTO contact_tag (contact, tag, folded) VALUES (?, ?, ?)") { row in
        row.bind(contact.id)
        row.bind(tag)
        row.bind(TextFolding.fold(tag))
      }
    }
  }

  // MARK: Finding by name

  private func index(_ contact: Contact) {
    afterCommit(
      .indexed(
        NameIndex.Entry(
          id: contact.id.number, name: contact.name, company: contact.organisation,
          isPerson: contact.kind == .person)))
  }

  /// An organisation's people are found by its name: a new name is theirs too.
  private func indexMembers(of organisation: Contact) throws(CallbookError) {
    let members = try sql.all(
      "SELECT id, name, kind FROM live_contact WHERE organisation_id = ?",
      { $0.bind(organisation.id) },
      { row in
        NameIndex.Entry(
          id: row.integer(0), name: row.text(1), company: organisation.name,
          isPerson: row.text(2) == ContactKind.person.rawValue)
      })
    for member in members { afterCommit(.indexed(member)) }
  }
}

extension Contact {
  fileprivate var isKnownByNameOnly: Bool {
    organisation == nil && organisationID == nil
      && !points.contains { $0.kind == .phone || $0.kind == .email }
  }
}
