package import CallbookModel

extension ReadTransaction {
  /// Live contacts that may be the same as this one: same phone, same email, or same name and
  /// company (DOMAIN C7). In the order of their ids.
  package func possibleDuplicates(of contact: Contact) throws(CallbookError) -> [ContactID] {
    var found: Set<ContactID> = []
    for point in contact.points {
      switch point.kind {
      case .phone: found.formUnion(try contacts(withPhone: point.normal))
      case .email: found.formUnion(try contacts(withEmail: point.normal))
      case .wechat, .qq, .address, .handle: break
      }
    }
    found.formUnion(try namesakes(of: contact))
    found.remove(contact.id)
    var live: [ContactID] = []
    for id in found.sorted() where try isLive(id) { live.append(id) }
    return live
  }

  private func contacts(withEmail normal: String) throws(CallbookError) -> [ContactID] {
    try sql.all(
      """
      SELECT contact FROM point
      WHERE digits IS NULL AND normal = ? AND kind = 'email' AND removed_at IS NULL
      """,
      { $0.bind(normal) }, { $0.identifier(0) })
  }

  private func isLive(_ id: ContactID) throws(CallbookError) -> Bool {
    try sql.first("SELECT 1 FROM live_contact WHERE id = ?", { $0.bind(id) }, { _ in true })
      ?? false
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

  /// Live contacts of exactly this name, oldest first; at most 100.
  package func contacts(exactlyNamed name: String) throws(CallbookError) -> [ContactID] {
    try sql.all(
      "SELECT id FROM live_contact WHERE name = ? ORDER BY id LIMIT 100", { $0.bind(name) },
      { $0.identifier(0) })
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
