package import CallbookModel

extension ReadTransaction {
  /// Live contacts that may be the same as this one: same phone, same email, or same name and
  /// company (DOMAIN C7). In the order of their ids.
  package func possibleDuplicates(of contact: Contact) throws(CallbookError) -> [ContactID] {
    var found: Set<ContactID> = []
    for point in contact.points where point.kind == .phone || point.kind == .email {
      let same: [ContactID] = try sql.all(
        """
        SELECT p.contact FROM point p JOIN live_contact c ON c.id = p.contact
        WHERE p.normal = ? AND p.kind = ? AND p.removed_at IS NULL LIMIT 20
        """,
        { row in
          row.bind(point.normal)
          row.bind(point.kind)
        }, { $0.identifier(0) })
      found.formUnion(same)
    }
    found.formUnion(try namesakes(of: contact))
    found.remove(contact.id)
    return found.sorted()
  }

  private func namesakes(of contact: Contact) throws(CallbookError) -> [ContactID] {
    guard let organisation = contact.organisation else { return [] }
    return try sql.all(
      """
      SELECT c.id FROM live_contact c LEFT JOIN live_contact o ON o.id = c.organisation_id
      WHERE c.name = ? AND coalesce(o.name, c.organisation) = ? LIMIT 20
      """,
      { row in
        row.bind(contact.name)
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
