package import CallbookModel

extension WriteTransaction {
  /// The id that the next new contact gets.
  package func nextContactID() -> ContactID { ids.take() }

  package func nextPointID() -> PointID { ids.take() }

  package func newUniqueID() -> UniqueID { UniqueID(at: at, randomness: services.randomness) }

  /// Adds a contact with its points.
  ///
  /// - Parameter importedUID: the UID of the vCard that it came from, of any form.
  package func insert(_ contact: Contact, importedUID: String? = nil) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO contact (id, uuid, imported_uid, state, kind, name, title, organisation,
        organisation_id, category, status, source, owner, language, review_cycle, notes, rev, created_at,
        updated_at)
      VALUES (?, ?, ?, 'live', ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?,
        ?, ?, ?, ?)
      """
    ) { row in
      row.bind(contact.id)
      row.bind(contact.uuid)
      row.bind(importedUID)
      bindFields(of: contact, to: row)
      row.bind(contact.rev)
      row.bind(contact.createdAt)
      row.bind(contact.updatedAt)
    }
    try insertTags(of: contact)
    try insertFields(of: contact)
    for point in contact.points { try insert(point, of: contact.id) }
    try record("contact.added", .contact(contact.id), contact.addedDetail)
    try planFirstReview(of: contact)
    try planCare(of: contact.id)
    let named = try withCompany(contact)
    // A key for every name would cost each change one more random page, and most are never asked for.
    if named.isKnownByName { try insert(named.nameKey, of: contact.id) }
    index(named)
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
    try write(contact, over: old)
    try savePoints(of: contact, over: old)
    try record(event, .contact(contact.id), changes + notes)
    try reviewBasisChanged(of: contact, from: old)
    if (contact.category, contact.status) != (old.category, old.status) {
      try planCare(of: contact.id)
    }
    try renamed(contact, from: old)
    if contact.isKnownByName, !old.isKnownByName {
      try insert(withCompany(contact).nameKey, of: contact.id)
    }
    return contact
  }

  /// Writes the fields, without points.
  func write(_ contact: Contact, over old: Contact) throws(CallbookError) {
    try update(contact)
    if contact.fields != old.fields {
      try sql.execute("DELETE FROM contact_field WHERE contact = ?") { $0.bind(contact.id) }
      try insertFields(of: contact)
    }
    guard contact.tags.sorted() != old.tags.sorted() else { return }
    try sql.execute("DELETE FROM contact_tag WHERE contact = ?") { $0.bind(contact.id) }
    try insertTags(of: contact)
  }

  private func update(_ contact: Contact) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE contact SET kind = ?, name = ?, title = ?, organisation = ?, organisation_id = ?,
        category = ?, status = ?, source = ?, owner = (SELECT id FROM staff WHERE user = ?),
        language = ?, review_cycle = ?, notes = ?, rev = ?, updated_at = ?
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
    row.bind(contact.reviewCycle?.description)
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

  /// Lets a contact be found by what it is called now, and an organisation's people by its name.
  func renamed(_ contact: Contact, from old: Contact) throws(CallbookError) {
    let named = try withCompany(contact)
    if (named.name, named.organisation, named.kind) != (old.name, old.organisation, old.kind) {
      try replace(old.nameKey, by: named.nameKey, of: contact.id)
      index(named)
    }
    guard contact.name != old.name else { return }
    // An organisation's people are found by its name: a new name is theirs too.
    try refile(try members(of: contact.id), from: old.name, to: contact.name)
  }

  func index(_ contact: Contact) {
    afterCommit(
      .indexed(
        NameIndex.Entry(
          id: contact.id.number, name: contact.name, company: contact.organisation,
          isPerson: contact.kind == .person)))
  }
}

extension Contact {
  /// Whether it is looked for by its name: one that has a company, and one without any number.
  fileprivate var isKnownByName: Bool {
    kind == .organisation || organisation != nil
      || !points.contains { $0.removedAt == nil && ($0.kind == .phone || $0.kind == .email) }
  }
}
