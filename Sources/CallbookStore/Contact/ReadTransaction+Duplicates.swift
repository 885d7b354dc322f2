package import CallbookModel

extension ReadTransaction {
  /// Live contacts that may be the same as this one: same phone, same email, or same name and
  /// company (DOMAIN C7). In the order of their ids.
  package func possibleDuplicates(of contact: Contact) throws(CallbookError) -> [ContactID] {
    var found: Set<ContactID> = []
    for point in contact.points {
      switch point.kind {
      case .phone: found.formUnion(try contacts(withPhone: point.normal))
      case .email: found.formUnion(try contacts(having: point.normal, .email))
      case .wechat, .qq, .address, .handle: break
      }
    }
    if let organisation = contact.organisation {
      found.formUnion(try contacts(named: contact.name, of: organisation))
    }
    found.remove(contact.id)
    var live: [ContactID] = []
    for id in found.sorted() where try isLive(id) { live.append(id) }
    return live
  }

  private func contacts(
    having normal: String, _ kind: ContactPoint.Kind
  ) throws(CallbookError) -> [ContactID] {
    try sql.all(
      """
      SELECT contact FROM point
      WHERE digits IS NULL AND normal = ? AND kind = ? AND removed_at IS NULL
      """,
      { row in
        row.bind(normal)
        row.bind(kind)
      }, { $0.identifier(0) })
  }

  /// Contacts with a phone or an email, also where it was removed; also some that are not live.
  package func contacts(
    everHaving normal: String, _ kind: ContactPoint.Kind
  ) throws(CallbookError) -> [ContactID] {
    guard kind == .phone else {
      return try sql.all(
        "SELECT contact FROM point WHERE digits IS NULL AND normal = ? AND kind = ?",
        { row in
          row.bind(normal)
          row.bind(kind)
        }, { $0.identifier(0) })
    }
    return try sql.all(
      "SELECT contact FROM point WHERE digits = ?",
      { $0.bind(PhoneNumber(e164: normal).reversedDigits) }, { $0.identifier(0) })
  }

  private func isLive(_ id: ContactID) throws(CallbookError) -> Bool {
    try sql.first("SELECT 1 FROM live_contact WHERE id = ?", { $0.bind(id) }, { _ in true })
      ?? false
  }

  /// Live contacts that were added under this name with neither a number nor a company; at most 20.
  package func contacts(addedAsOnly name: String) throws(CallbookError) -> [ContactID] {
    try sql.all(
      "SELECT id FROM live_contact WHERE sole_name = ? LIMIT 20", { $0.bind(name) },
      { $0.identifier(0) })
  }

  /// Live contacts of exactly this name and company; at most 20.
  package func contacts(
    named name: String, of organisation: String
  ) throws(CallbookError) -> [ContactID] {
    // What the rows have in common is said again, for SQLite to see that the index has them all.
    try sql.all(
      """
      SELECT id FROM live_contact
      WHERE name = ?1 AND organisation = ?2
        AND (organisation IS NOT NULL OR organisation_id IS NOT NULL)
      UNION ALL
      SELECT c.id FROM live_contact c JOIN live_contact o ON o.id = c.organisation_id
      WHERE c.name = ?1 AND c.organisation IS NULL AND o.name = ?2
        AND (c.organisation IS NOT NULL OR c.organisation_id IS NOT NULL)
      LIMIT 20
      """,
      { row in
        row.bind(name)
        row.bind(organisation)
      }, { $0.identifier(0) })
  }

  /// The contact that a vCard with this UID was imported as.
  package func contact(importedAs uid: String) throws(CallbookError) -> ContactID? {
    try sql.first(
      "SELECT id FROM live_contact WHERE imported_uid = ? OR uuid = ?",
      { row in
        row.bind(uid)
        row.bind(UniqueID(uid)?.bytes)
      }, { $0.identifier(0) })
  }
}
