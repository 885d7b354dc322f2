import CallbookModel

extension WriteTransaction {
  func insert(_ key: NameKey, of contact: ContactID) throws(CallbookError) {
    try sql.execute("INSERT OR IGNORE INTO name_key (key, contact) VALUES (?, ?)") { row in
      row.bind(key.number)
      row.bind(contact)
    }
  }

  func replace(
    _ old: NameKey, by new: NameKey, of contact: ContactID
  ) throws(CallbookError) {
    guard old != new else { return }
    let before = sql.changeCount
    try sql.execute("DELETE FROM name_key WHERE key = ? AND contact = ?") { row in
      row.bind(old.number)
      row.bind(contact)
    }
    // One that is known by a number had no key, and needs none as long as it has no company.
    if new.tellsApart || sql.changeCount != before { try insert(new, of: contact) }
  }

  /// The contact as it is found: a linked organisation is called what its own row says.
  func withCompany(_ contact: Contact) throws(CallbookError) -> Contact {
    guard let organisation = contact.organisationID else { return contact }
    var named = contact
    named.organisation = try sql.first(
      "SELECT name FROM live_contact WHERE id = ?", { $0.bind(organisation) }, { $0.text(0) })
    return named
  }
}
